import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams } from 'react-router';
import { membershipAsCommunity, rememberCommunity, useSession } from '../access/session';
import { CommunityContext, useCommunity } from '../shared/community';
import { EmptyState } from '../shared/EmptyState';
import { PinProvider } from '../shared/PinProvider';
import { useIsPhone } from '../shared/useIsPhone';
import type { Capability } from './capability';
import { moreEntries, sideEntries, tabEntries } from './capability';
import { Shell } from './Shell';

/** Everything below `/c/:community`: the shell, and the community as context of its pages. */
export function CommunityFrame({ capabilities }: { capabilities: readonly Capability[] }) {
  const { t } = useTranslation();
  const { community: id } = useParams();
  const session = useSession();
  const membership = session.memberships.find((one) => one.community_id === id);
  const community = useMemo(
    () => (membership ? membershipAsCommunity(membership) : null),
    [membership],
  );
  if (!community) {
    return (
      <EmptyState
        title={t('app.unknownCommunity')}
        why={t('app.unknownCommunityWhy')}
        next={
          <Link to="/">
            <Button type="primary">{t('app.goHome')}</Button>
          </Link>
        }
      />
    );
  }
  rememberCommunity(community.id);
  return (
    <CommunityContext value={community}>
      {/* The PIN dialog leads to one's own account, so it stands inside the router and the community. */}
      <PinProvider key={community.id}>
        <Shell capabilities={capabilities} />
      </PinProvider>
    </CommunityContext>
  );
}

/** The first page that this person has: the desk on a PC, one's own tasks on a phone. */
export function HomeRedirect({ capabilities }: { capabilities: readonly Capability[] }) {
  const { t } = useTranslation();
  const { verbs } = useCommunity();
  const isPhone = useIsPhone();
  const side = sideEntries(verbs, capabilities);
  const tabs = tabEntries(verbs, capabilities);
  const first = isPhone ? (tabs[0] ?? moreEntries(verbs, capabilities)[0]) : (side[0] ?? tabs[0]);
  if (first) return <Navigate to={first.path} replace />;
  return <EmptyState title={t('app.noPages')} why={t('app.noPagesWhy')} />;
}
