import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommunity } from '../shared/community';
import { useTime } from '../shared/useTime';
import { usePhotoBase } from './CasePhotos';
import { lastReply, proofs, type Case } from './model';

/** What the source reads: its own number first, what was done, and what proves it. */
export function ReplySheet({ one }: { one: Case }) {
  const { t } = useTranslation();
  const { name } = useCommunity();
  const time = useTime();
  const replied = one.stage === 'open' ? undefined : lastReply(one.timeline);
  const field = (key: string) => t(`externalcase.field.${key}`);
  const source = t(`externalcase.source.${one.source}`);
  return (
    <article className="zs-sheet">
      <header>
        <p>{name}</p>
        <h2>{t('externalcase.sheet.title')}</h2>
        {replied ? null : <p className="zs-sheet-draft">{t('externalcase.sheet.draft')}</p>}
      </header>
      <table>
        <tbody>
          <Pair
            one={[field('externalNumber'), one.external_number || '—']}
            two={[field('number'), one.number]}
          />
          <Pair
            one={[field('source'), one.source_name || source]}
            two={[field('received'), time.format(one.received_at, 'full')]}
          />
          <Pair
            one={[field('due'), time.format(one.due_at, 'full')]}
            two={[
              field('replied'),
              replied === undefined ? '' : time.format(replied.happened_at, 'full'),
            ]}
          />
          <Pair
            one={[field('caller'), one.caller_name_masked || '—']}
            two={[field('room'), one.room || '—']}
          />
          <Wide label={field('content')}>{one.content}</Wide>
          <Wide label={field('reply')} tall>
            {one.reply}
          </Wide>
          <Wide label={t('externalcase.proof.title')}>
            <Proofs one={one} />
          </Wide>
          {one.work_order_number ? (
            <Wide label={field('order')}>{one.work_order_number}</Wide>
          ) : null}
        </tbody>
      </table>
      <footer>
        <span>{t('externalcase.sheet.by', { name: replied?.person?.name ?? '' })}</span>
        <span>{t('externalcase.sheet.checked')}</span>
        <span>{t('externalcase.sheet.seal')}</span>
      </footer>
    </article>
  );
}

function Proofs({ one }: { one: Case }) {
  const { t } = useTranslation();
  const base = usePhotoBase(one.id);
  const shown = proofs(one);
  if (shown.length === 0) {
    return one.no_proof_reason === ''
      ? null
      : t('externalcase.sheet.noProof', { reason: one.no_proof_reason });
  }
  return (
    <div className="zs-sheet-photos">
      {shown.map((photo, index) => (
        <img
          key={photo.id}
          alt={t('externalcase.proof.photo', { n: index + 1 })}
          src={`${base}/${photo.id}`}
        />
      ))}
    </div>
  );
}

type Cell = [label: string, value: string];

function Pair({ one, two }: { one: Cell; two: Cell }) {
  return (
    <tr>
      <th scope="row">{one[0]}</th>
      <td>{one[1]}</td>
      <th scope="row">{two[0]}</th>
      <td>{two[1]}</td>
    </tr>
  );
}

interface WideProps {
  label: string;
  children: ReactNode;
  /** Leaves room to write by hand. */
  tall?: boolean;
}

function Wide({ label, children, tall = false }: WideProps) {
  return (
    <tr className={tall ? 'zs-sheet-tall' : undefined}>
      <th scope="row">{label}</th>
      <td colSpan={3}>{children}</td>
    </tr>
  );
}
