import { useTranslation } from 'react-i18next';
import { useTime } from '../shared/useTime';
import type { Handover } from './model';

interface SignaturesProps {
  handover: Handover;
  name: (id: string | null | undefined) => string;
}

/** Who signed, refused or decided, and when. */
export function Signatures({ handover, name }: SignaturesProps) {
  const { t } = useTranslation();
  const time = useTime();
  const { progress } = handover;
  const by = (id: string, at: number) =>
    t('handover.record.signedBy', { name: name(id), time: time.format(at, 'full') });
  const side = (party: 'outgoing' | 'incoming', at: number) => (
    <li>
      {t(`handover.party.${party}`)}{' '}
      {by(party === 'outgoing' ? handover.outgoing_id : handover.incoming_id, at)}
    </li>
  );
  switch (progress.state) {
    case 'preparing':
      return <p className="zs-muted">{t('handover.sign.waiting')}</p>;
    case 'signed_by_one':
      return <ul>{side(progress.party, progress.at)}</ul>;
    case 'signed':
      return (
        <ul>
          {side('outgoing', progress.outgoing_at)}
          {side('incoming', progress.incoming_at)}
        </ul>
      );
    case 'refused':
      return (
        <p>
          {t('handover.record.refusedBy', { name: name(progress.by), reason: progress.reason })}{' '}
          {time.format(progress.at, 'full')}
        </p>
      );
    case 'resolved_by_supervisor':
      return (
        <p>
          {t('handover.record.resolvedBy', {
            name: name(progress.by),
            party: t(`handover.party.${progress.missing}`),
            taker: name(progress.taker),
            reason: progress.reason,
          })}{' '}
          {time.format(progress.at, 'full')}
        </p>
      );
    case 'self_check':
      return (
        <ul>
          <li>
            {t('handover.record.selfCheck', { name: name(handover.outgoing_id) })}{' '}
            {time.format(progress.at, 'full')}
          </li>
          <li>
            {progress.witness
              ? t('handover.record.witnessed', {
                  name: name(progress.witness.person),
                  time: time.format(progress.witness.at, 'full'),
                })
              : t('handover.record.witnessBy', { time: time.format(progress.witness_by, 'full') })}
          </li>
        </ul>
      );
  }
}
