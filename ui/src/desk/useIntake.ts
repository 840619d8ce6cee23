import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { newActId } from '../shared/actId';
import { actHeaders, api, ok } from '../shared/api';
import { communityKey, useCommunity } from '../shared/community';
import { useAct } from '../shared/useAct';
import { useDraft } from '../shared/useDraft';
import { contactOf, EMPTY_INTAKE, fromLookup, type Intake } from './model';

/** The intake form: its draft, and saving it as a contact and, if wanted, a work order. */
export function useIntake() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const community = useCommunity();
  const queries = useQueryClient();
  const draft = useDraft<Intake>('desk.intake', EMPTY_INTAKE);
  const params = { path: { community: community.id } };

  const save = useAct(async (typed: Intake, actId) => {
    const intake = fromLookup(typed);
    const contact = await ok(
      api.POST('/api/c/{community}/contacts', {
        params,
        headers: actHeaders(actId),
        body: { ...contactOf(intake), resident_id: intake.resident?.id ?? null },
      }),
    );
    if (!intake.withOrder) return { contact, order: null };
    const order = await ok(
      api.POST('/api/c/{community}/work-orders', {
        params,
        headers: actHeaders(newActId()),
        body: {
          kind: intake.kind,
          urgency: intake.urgent ? 'urgent' : 'normal',
          contact_id: contact.id,
          room_id: intake.resident?.roomId ?? null,
          resident_id: intake.resident?.id ?? null,
          caller_name: intake.callerName,
          caller_phone: intake.callerPhone,
          place: intake.place || intake.room,
          content: intake.content,
          department: '',
        },
      }),
    );
    return { contact, order };
  });

  const run = async () => {
    const saved = await save.run(draft.value);
    if (!saved) return false;
    const { contact, order } = saved;
    void message.success(
      order
        ? t('desk.intake.savedWithOrder', { number: contact.number, order: order.number })
        : t('desk.intake.saved', { number: contact.number }),
    );
    draft.clear();
    await queries.invalidateQueries({ queryKey: communityKey(community.id, 'desk') });
    await queries.invalidateQueries({ queryKey: communityKey(community.id, 'workorder') });
    return true;
  };
  return { draft, save: { ...save, run } };
}
