import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommunity, useMay } from '../shared/community';
import { Countdown } from '../shared/Countdown';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useTime } from '../shared/useTime';
import { answersTo, nameOf, type People, type Relief } from './model';
import { ReliefByPin } from './ReliefByPin';
import { useReliefActs } from './usePostActs';
import { VoiceDialog } from './VoiceDialog';

interface ReliefLineProps {
  relief: Relief;
  people: People;
  /** Where reliefs of several posts stand together. */
  postName?: string;
  /** Whoever must not leave the post they hold answers from there. */
  fromOwnPost?: boolean;
  /** At a shared screen others answer by PIN. */
  shared?: boolean;
}

/** A relief that waits or runs, with the answers this person may give. */
export function ReliefLine({ relief, people, postName, ...more }: ReliefLineProps) {
  const { shared = false, fromOwnPost = false } = more;
  const { t } = useTranslation();
  const community = useCommunity();
  const mayHold = useMay('hold_post');
  const mayApprove = useMay('resolve_coverage');
  const acts = useReliefActs(relief.relief_id);
  const [byVoice, setByVoice] = useState(false);
  const waits = relief.reliever_id == null;
  // The asker may have the answer on the radio; so may whoever sits at the desk or leads.
  const mayNote = waits && mayHold && (shared || relief.asker_id === community.personId);
  return (
    <div className="zs-relief">
      <ReliefWords relief={relief} people={people} {...(postName ? { postName } : {})} />
      <div className="zs-relief-acts">
        {answersTo(relief, community.personId, mayApprove, fromOwnPost).map((act, index) => (
          <Button
            key={act}
            size="large"
            type={index === 0 && act !== 'withdraw_relief' ? 'primary' : 'default'}
            loading={acts.pending}
            onClick={() => void acts.run({ act })}
          >
            {t(
              `coverage.act.${fromOwnPost && act === 'accept_on_the_way' ? 'accept_from_own_post' : act}`,
            )}
          </Button>
        ))}
        {mayNote ? (
          <Button
            size="large"
            onClick={() => {
              setByVoice(true);
            }}
          >
            {t('coverage.voice.open')}
          </Button>
        ) : null}
        {shared ? <ReliefByPin relief={relief} /> : null}
      </div>
      <ProblemAlert problem={acts.problem} onClose={acts.dismiss} />
      {byVoice ? (
        <VoiceDialog
          relief={relief}
          people={people}
          onClose={() => {
            setByVoice(false);
          }}
        />
      ) : null}
    </div>
  );
}

function ReliefWords({
  relief,
  people,
  postName,
}: Omit<ReliefLineProps, 'shared' | 'fromOwnPost'>) {
  const { t } = useTranslation();
  const time = useTime();
  const asker = nameOf(people, relief.asker_id);
  const asked = nameOf(people, relief.asked_id);
  const said =
    relief.reliever_id != null
      ? t('coverage.relief.running', { name: nameOf(people, relief.reliever_id), asker })
      : relief.emergency
        ? t('coverage.relief.emergency', { name: asker })
        : asked
          ? t('coverage.relief.askedOne', { name: asker, asked })
          : t('coverage.relief.asked', { name: asker });
  return (
    <div className="zs-relief-words">
      {postName ? <strong>{postName}</strong> : null}
      <span>{said}</span>
      <time>{time.format(relief.accepted_at ?? relief.asked_at, 'time')}</time>
      {relief.reason ? <span>「{relief.reason}」</span> : null}
      {relief.needs_approval ? (
        <Tag color="orange">{t('coverage.relief.needsApproval')}</Tag>
      ) : null}
      {relief.approved_by_id != null && relief.reliever_id == null ? (
        <Tag color="green">
          {t('coverage.relief.approved', { name: nameOf(people, relief.approved_by_id) })}
        </Tag>
      ) : null}
      {relief.confirm_by_at == null ? null : (
        <>
          <Tag color="orange">{t('coverage.relief.byVoice')}</Tag>
          <Countdown dueAt={relief.confirm_by_at} label={t('coverage.relief.confirm')} />
        </>
      )}
    </div>
  );
}
