import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommunity } from '../shared/community';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useTime } from '../shared/useTime';
import { nameOf, type People, type Relief } from './model';
import { useReliefActs, type ReliefAct } from './usePostActs';

/** A relief that waits or runs, with the answers this person may give. */
export function ReliefLine({ relief, people }: { relief: Relief; people: People }) {
  const { t } = useTranslation();
  const community = useCommunity();
  const time = useTime();
  const acts = useReliefActs(relief.relief_id);
  return (
    <div className="zs-relief">
      <span>{wordsFor(relief, people, t)}</span>
      {relief.reason ? <span>{relief.reason}</span> : null}
      {relief.confirm_by_at == null ? null : (
        <span>
          {t('coverage.relief.confirmBy', { time: time.format(relief.confirm_by_at, 'time') })}
        </span>
      )}
      {answersTo(relief, community.personId).map((act, index) => (
        <Button
          key={act}
          type={index === 0 ? 'primary' : 'default'}
          loading={acts.pending}
          onClick={() => void acts.run(act)}
        >
          {t(`coverage.act.${act}`)}
        </Button>
      ))}
      <ProblemAlert problem={acts.problem} onClose={acts.dismiss} />
    </div>
  );
}

function wordsFor(
  relief: Relief,
  people: People,
  t: ReturnType<typeof useTranslation>['t'],
): string {
  if (relief.reliever_id != null) {
    return t('coverage.relief.running', { name: nameOf(people, relief.reliever_id) });
  }
  const name = nameOf(people, relief.asker_id);
  return relief.emergency
    ? t('coverage.relief.emergency', { name })
    : t('coverage.relief.asked', { name });
}

function answersTo(relief: Relief, me: string): ReliefAct[] {
  if (relief.reliever_id === me) {
    return relief.confirm_by_at == null ? ['end_relief'] : ['confirm_relief', 'end_relief'];
  }
  if (relief.reliever_id != null) return relief.asker_id === me ? ['end_relief'] : [];
  if (relief.asker_id === me) return ['withdraw_relief'];
  if (relief.asked_id == null || relief.asked_id === me) {
    return ['accept_relief', 'decline_relief'];
  }
  return [];
}
