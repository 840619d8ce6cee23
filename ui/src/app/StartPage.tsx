import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { rememberedCommunity, useSession } from '../access/session';
import { useSignOut } from '../access/useSignOut';
import { EmptyState } from '../shared/EmptyState';

/** Goes to the community last used on this device, or to the first one. */
export function StartPage() {
  const { t } = useTranslation();
  const { memberships } = useSession();
  const signOut = useSignOut();
  const last = rememberedCommunity();
  const chosen = memberships.find((one) => one.community_id === last) ?? memberships[0];
  if (chosen) return <Navigate to={`/c/${chosen.community_id}`} replace />;
  return (
    <EmptyState
      title={t('app.noCommunity')}
      why={t('app.noCommunityWhy')}
      next={<Button onClick={() => void signOut()}>{t('app.signOut')}</Button>}
    />
  );
}
