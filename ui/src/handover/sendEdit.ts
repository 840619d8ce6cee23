import { actHeaders, api } from '../shared/api';
import type { Explanation } from './model';
import type { Acting, Edit } from './wizardContext';

interface Sent {
  community: string;
  handover: string;
  actId: string;
  acting: Acting;
}

/** Sends one change of the lines to its own route. */
export async function sendEdit(edit: Edit, sent: Sent): Promise<void> {
  const { community, handover, actId, acting } = sent;
  const call = { params: { path: { community, handover } }, headers: actHeaders(actId) };
  switch (edit.edit) {
    case 'count': {
      const counts = edit.counts.map((count) => ({
        ...count,
        explanation: count.explanation as Explanation | null,
      }));
      const body = { ...acting, counts };
      await api.POST('/api/c/{community}/handovers/{handover}/count', { ...call, body });
      return;
    }
    case 'check': {
      const { key, in_order, note } = edit;
      const body = { ...acting, key, in_order, note };
      await api.POST('/api/c/{community}/handovers/{handover}/check', { ...call, body });
      return;
    }
    case 'dispose': {
      const { subject_ids, disposition } = edit;
      const body = { ...acting, subject_ids, disposition };
      await api.POST('/api/c/{community}/handovers/{handover}/dispose', { ...call, body });
      return;
    }
    case 'matters': {
      const body = { ...acting, text: edit.text, deferred: edit.deferred };
      await api.POST('/api/c/{community}/handovers/{handover}/matters', { ...call, body });
      return;
    }
    case 'anomalies': {
      const body = { ...acting, text: edit.text };
      await api.POST('/api/c/{community}/handovers/{handover}/anomalies', { ...call, body });
      return;
    }
    case 'fitness': {
      const body = { ...acting, fit: edit.fit, note: edit.note };
      await api.POST('/api/c/{community}/handovers/{handover}/fitness', { ...call, body });
      return;
    }
    case 'refresh':
      await api.POST('/api/c/{community}/handovers/{handover}/refresh', { ...call, body: acting });
  }
}
