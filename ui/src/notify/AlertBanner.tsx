import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AlertBell, type RingingAlert } from '../shared/AlertBell';
import { newActId } from '../shared/actId';
import { actHeaders, api, ok } from '../shared/api';
import { communityKey, useCommunity, useCommunityPath } from '../shared/community';
import { useTime } from '../shared/useTime';
import {
  answersTo,
  pathOf,
  ringing,
  ruleWord,
  sameCall,
  titleWord,
  type Alert,
  type Answer,
} from './alerts';
import { answerAll } from './answerAll';
import { AnsweredLines } from './AnsweredLines';

/** A lost wake of the live stream costs at most this long. */
const LOOK_AGAIN_MS = 30_000;

/** What rings for this person, above every page, and who answered first. */
export default function AlertBanner() {
  const community = useCommunity();
  const queries = useQueryClient();
  const titleOf = useTitle();
  const titled = useTitled();
  const key = communityKey(community.id, 'notify', 'mine');
  const params = { path: { community: community.id } };
  const alerts = useQuery({
    queryKey: key,
    queryFn: () => ok(api.GET('/api/c/{community}/alerts', { params })),
    meta: { subjects: ['*'] },
    refetchInterval: LOOK_AGAIN_MS,
  });
  const answer = async (id: string, said?: string) => {
    const all = alerts.data ?? [];
    const rung = all.find((one) => one.id === id);
    const calls = rung ? all.filter((one) => sameCall(one, rung)) : [];
    try {
      await answerAll(calls, async (one) => {
        await api.POST('/api/c/{community}/alerts/{alert}/answer', {
          params: { path: { community: community.id, alert: one.id } },
          headers: actHeaders(newActId()),
          body: { answer: (said ?? 'received') as Answer },
        });
      });
    } finally {
      // Whoever was first: the ringing stops here too.
      await queries.invalidateQueries({ queryKey: key });
    }
  };
  return (
    <>
      <AlertBell alerts={ringing(alerts.data ?? []).map(titled)} onAcknowledge={answer} />
      <AnsweredLines alerts={alerts.data ?? []} titleOf={titleOf} />
    </>
  );
}

function useTitle(): (alert: Alert) => string {
  const { t } = useTranslation();
  return (alert) =>
    t(`notify.title.${titleWord(alert)}`, {
      post: alert.post_name ?? t('notify.somePost'),
      rule: t(`notify.rule.${ruleWord(alert)}`),
      number: alert.number ?? '',
      caller: alert.caller_name ?? '',
    });
}

function useTitled(): (alert: Alert) => RingingAlert {
  const { t } = useTranslation();
  const time = useTime();
  const path = useCommunityPath();
  const titleOf = useTitle();
  return (alert) => {
    const about =
      alert.kind === 'obligation_due' ? [alert.number, alert.post_name].filter(Boolean) : [];
    const due =
      alert.due_at == null ? [] : [t('notify.due', { time: time.format(alert.due_at, 'short') })];
    // Who only takes note must not believe that the others need not come.
    const others = answersTo(alert).includes('coming') ? [t('notify.others')] : [];
    const detail = [...about, ...due, ...others].join(' · ');
    const target = pathOf(alert);
    return {
      id: alert.id,
      title: titleOf(alert),
      since_at: alert.raised_at,
      answers: answersTo(alert).map((key) => ({ key, label: t(`notify.answer.${key}`) })),
      ...(detail ? { detail } : {}),
      ...(target ? { to: { path: path(target), label: t('notify.open') } } : {}),
    };
  };
}
