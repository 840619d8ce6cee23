import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AlertBell, type RingingAlert } from '../shared/AlertBell';
import { newActId } from '../shared/actId';
import { actHeaders, api, ok } from '../shared/api';
import { communityKey, useCommunity } from '../shared/community';
import { useTime } from '../shared/useTime';
import { ringing, ruleWord, titleWord, type Alert } from './alerts';

/** A lost wake of the live stream costs at most this long. */
const LOOK_AGAIN_MS = 30_000;

/** What rings for this person, above every page. */
export default function AlertBanner() {
  const community = useCommunity();
  const queries = useQueryClient();
  const titled = useTitled();
  const key = communityKey(community.id, 'notify', 'mine');
  const params = { path: { community: community.id } };
  const alerts = useQuery({
    queryKey: key,
    queryFn: () => ok(api.GET('/api/c/{community}/alerts', { params })),
    meta: { subjects: ['*'] },
    refetchInterval: LOOK_AGAIN_MS,
  });
  const acknowledge = async (alert: string) => {
    await api.POST('/api/c/{community}/alerts/{alert}/answer', {
      params: { path: { community: community.id, alert } },
      headers: actHeaders(newActId()),
      body: { answer: 'received' },
    });
    await queries.invalidateQueries({ queryKey: key });
  };
  return <AlertBell alerts={ringing(alerts.data ?? []).map(titled)} onAcknowledge={acknowledge} />;
}

function useTitled(): (alert: Alert) => RingingAlert {
  const { t } = useTranslation();
  const time = useTime();
  return (alert) => {
    const rule = t(`notify.rule.${ruleWord(alert)}`);
    const post = alert.post_name ?? t('notify.somePost');
    const title = t(`notify.title.${titleWord(alert)}`, {
      post,
      rule,
      number: alert.number ?? '',
    });
    const due = alert.due_at == null ? [] : [time.format(alert.due_at, 'short')];
    const detail = [...(titleWord(alert) === 'obligation_due' ? [post] : []), ...due].join(' · ');
    return { id: alert.id, title, since_at: alert.raised_at, ...(detail ? { detail } : {}) };
  };
}
