import { Alert, Button, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { actHeaders, api, ok } from '../shared/api';
import { useCommunity, useCommunityPath, useMay } from '../shared/community';
import { EmptyState } from '../shared/EmptyState';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useAct } from '../shared/useAct';
import { useTime } from '../shared/useTime';
import { nameOf, type NextHandover } from './model';
import { useRenewHandover } from './useHandover';

/** Who hands over to whom; pressing the button takes the snapshot. */
export function StartPanel({ next }: { next: NextHandover }) {
  const { t } = useTranslation();
  const path = useCommunityPath();
  const may = useMay('sign_handover');
  const { incoming, setIncoming, open } = useOpening(next);
  const outgoing = next.outgoing_id;
  if (outgoing == null) {
    return (
      <EmptyState
        why={t('handover.start.nobody')}
        next={
          <Link to={path('coverage')}>
            <Button type="primary">{t('handover.start.nobodyNext')}</Button>
          </Link>
        }
      />
    );
  }
  return (
    <section className="zs-panel zs-ho-start">
      <p>{t('handover.start.explain')}</p>
      <Parties next={next} incoming={incoming} onIncoming={setIncoming} />
      {next.candidate_ids.length === 0 ? (
        <Alert type="warning" showIcon title={t('handover.start.noCandidates')} />
      ) : null}
      {incoming === outgoing ? (
        <Alert type="info" showIcon title={t('handover.start.staysOn')} />
      ) : null}
      <Standing next={next} />
      <ProblemAlert problem={open.problem} onClose={open.dismiss} />
      <div className="zs-page-actions">
        <Button
          type="primary"
          size="large"
          disabled={!may || incoming === null}
          loading={open.pending}
          onClick={() => void open.run(incoming ?? '')}
        >
          {t('handover.start.go')}
        </Button>
      </div>
    </section>
  );
}

interface PartiesProps {
  next: NextHandover;
  incoming: string | null;
  onIncoming: (person: string) => void;
}

/** The two sides; those who signed in for the coming shift stand first. */
function Parties({ next, incoming, onIncoming }: PartiesProps) {
  const { t } = useTranslation();
  const time = useTime();
  const label = useId();
  const duty = next.incoming_duty;
  const first = next.candidate_ids;
  const others = next.people.filter((person) => !first.includes(person.person_id));
  const option = (id: string) => ({ value: id, label: nameOf(next.people, id) });
  return (
    <dl className="zs-ho-facts">
      <dt>{t('handover.start.outgoing')}</dt>
      <dd>
        <strong>{nameOf(next.people, next.outgoing_id)}</strong>
      </dd>
      <dt id={label}>{t('handover.start.incoming')}</dt>
      <dd>
        <Select
          aria-labelledby={label}
          className="zs-ho-person"
          value={incoming ?? undefined}
          onChange={onIncoming}
          showSearch={{ optionFilterProp: 'label' }}
          options={[...first.map(option), ...others.map((person) => option(person.person_id))]}
        />
      </dd>
      {duty ? (
        <>
          <dt>{t('handover.start.duty')}</dt>
          <dd>
            {time.format(duty.starts_at, 'short')} - {time.format(duty.ends_at, 'short')}
          </dd>
        </>
      ) : null}
    </dl>
  );
}

function useOpening(next: NextHandover) {
  const { id } = useCommunity();
  const renew = useRenewHandover();
  const [chosen, setIncoming] = useState<string | null>(null);
  const open = useAct(async (incoming: string, actId) => {
    const params = { path: { community: id, post: next.post_id } };
    const opened = await ok(
      api.POST('/api/c/{community}/posts/{post}/handover', {
        params,
        headers: actHeaders(actId),
        body: { incoming_id: incoming },
      }),
    );
    await renew();
    return opened;
  });
  return { incoming: chosen ?? next.candidate_ids[0] ?? null, setIncoming, open };
}

function Standing({ next }: { next: NextHandover }) {
  const { t } = useTranslation();
  const time = useTime();
  const path = useCommunityPath();
  return (
    <>
      {next.standing.length > 0 ? (
        <>
          <h2 className="zs-h2">{t('handover.start.standing')}</h2>
          <ul className="zs-ho-plain">
            {next.standing.map((line) => (
              <li key={line.id}>
                {line.text}{' '}
                <span className="zs-muted">
                  {t('handover.notes.since', { date: time.format(line.since_at, 'day') })}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {next.last ? (
        <p>
          <Link to={path(`handover/${next.last.handover_id}`)}>{t('handover.start.last')}</Link>{' '}
          <span className="zs-muted">{time.format(next.last.planned_at, 'short')}</span>
        </p>
      ) : null}
    </>
  );
}
