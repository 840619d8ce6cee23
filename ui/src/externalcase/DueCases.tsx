import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ok } from '../shared/api';
import { serverClock } from '../shared/clock';
import { communityKey, useCommunity, useCommunityPath } from '../shared/community';
import { CaseDue, CaseMarks } from './CaseItem';
import './externalcase.css';
import { DESK_SEES_MS, inOrder } from './model';
import { LIVE } from './useCase';

/** What the source waits for within two days, in the desk's side column; nothing when there is none. */
export function DueCases() {
  const { t } = useTranslation();
  const path = useCommunityPath();
  const cases = useDueCases();
  const rows = inOrder('open', cases.data?.items ?? []);
  if (rows.length === 0) return null;
  return (
    <section className="zs-panel" aria-labelledby="zs-cases">
      <div className="zs-desk-head">
        <h2 id="zs-cases" className="zs-desk-h2">
          {t('externalcase.soon')}
        </h2>
        <Link to={path('externalcase')}>{t('externalcase.all')}</Link>
      </div>
      <ul className="zs-desk-orders">
        {rows.map((one) => (
          <li key={one.id}>
            <div className="zs-case-line">
              <Link to={path(`externalcase/${one.id}`)}>{one.number}</Link>
              <CaseMarks one={one} />
            </div>
            <div className="zs-desk-contact-text">
              {[one.room, one.content].filter(Boolean).join(' ')}
            </div>
            <CaseDue one={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A page of the desk stays open all day, so it looks again as cases come nearer. */
const LOOK_AGAIN_MS = 15 * 60_000;

function useDueCases() {
  const community = useCommunity();
  return useQuery({
    queryKey: communityKey(community.id, 'externalcase', 'list', 'desk'),
    queryFn: () =>
      ok(
        api.GET('/api/c/{community}/external-cases', {
          params: {
            path: { community: community.id },
            query: { stage: 'open', due_before: serverClock.now() + DESK_SEES_MS, limit: 30 },
          },
        }),
      ),
    refetchInterval: LOOK_AGAIN_MS,
    meta: LIVE,
  });
}
