import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommunityPath } from '../shared/community';
import { Countdown } from '../shared/Countdown';
import { isErased } from '../shared/erased';
import { useTime } from '../shared/useTime';
import { DUE_SOON_MS, type CaseLine } from './model';

/** One case in a list: how long it still has stands first. */
export function CaseItem({ one }: { one: CaseLine }) {
  const { t } = useTranslation();
  const path = useCommunityPath();
  const time = useTime();
  return (
    <li>
      <Link className="zs-case-link" to={path(`externalcase/${one.id}`)}>
        <span className="zs-case-line">
          <strong>{one.number}</strong>
          <CaseMarks one={one} />
          <time>{time.format(one.received_at, 'short')}</time>
        </span>
        <span className="zs-case-text">
          {[one.room, isErased(one.content) ? t('shared.erasure.erased') : one.content]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span className="zs-case-line zs-case-foot">
          <CaseDue one={one} />
          {one.external_number ? (
            <span>{t('externalcase.theirNumber', { number: one.external_number })}</span>
          ) : null}
          {one.work_order_number ? <span>{one.work_order_number}</span> : null}
        </span>
      </Link>
    </li>
  );
}

/** Source, stage, and what makes it special. */
export function CaseMarks({ one }: { one: CaseLine }) {
  const { t } = useTranslation();
  return (
    <>
      <Tag>{sourceName(one, t(`externalcase.source.${one.source}`))}</Tag>
      <Tag color={one.stage === 'open' ? 'blue' : undefined}>
        {t(`externalcase.stage.${one.stage}`)}
      </Tag>
      {one.outcome == null ? null : (
        <Tag color={one.outcome === 'not_satisfied' ? 'red' : undefined}>
          {t(`externalcase.outcome.${one.outcome}`)}
        </Tag>
      )}
      {one.cycle > 0 ? <Tag color="orange">{t('externalcase.cycle', { n: one.cycle })}</Tag> : null}
    </>
  );
}

function sourceName(one: CaseLine, word: string): string {
  return one.source_name === '' ? word : one.source_name;
}

/** How long the reply still has; nothing once it was given. */
export function CaseDue({ one }: { one: CaseLine }) {
  const { t } = useTranslation();
  const time = useTime();
  if (one.stage !== 'open') return null;
  return (
    <>
      <Countdown
        dueAt={one.due_at}
        dueSoonMs={DUE_SOON_MS}
        label={t('externalcase.due', { time: time.format(one.due_at, 'short') })}
      />
      {one.wanted_due_at == null ? null : (
        <Tag color="gold">
          {t('externalcase.wanted', { time: time.format(one.wanted_due_at, 'short') })}
        </Tag>
      )}
    </>
  );
}
