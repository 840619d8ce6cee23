import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useNavigate, useNavigation } from 'react-router';
import { useCommunity, useCommunityPath } from '../shared/community';
import { useHotkeys } from '../shared/useHotkeys';
import { useIsPhone } from '../shared/useIsPhone';
import { useLiveEvents } from '../shared/useLiveEvents';
import type { Capability } from './capability';
import { HeaderBar } from './HeaderBar';
import { PhoneTabs } from './PhoneTabs';
import { SideMenu } from './SideMenu';

/** The frame around every page of a community: navigation, header, alerts, live connection. */
export function Shell({ capabilities }: { capabilities: readonly Capability[] }) {
  const { t } = useTranslation();
  const community = useCommunity();
  const path = useCommunityPath();
  const navigate = useNavigate();
  const navigation = useNavigation();
  const isPhone = useIsPhone();
  const live = useLiveEvents(community.id);

  const keys = Object.entries(
    Object.assign({}, ...capabilities.map((one) => one.hotkeys ?? {})) as Record<string, string>,
  );
  useHotkeys(
    Object.fromEntries(keys.map(([key, target]) => [key, () => void navigate(path(target))])),
  );

  return (
    <div className={isPhone ? 'zs-shell zs-shell-phone' : 'zs-shell'}>
      <a className="zs-skip" href="#zs-main">
        {t('app.skip')}
      </a>
      {isPhone ? null : <SideMenu capabilities={capabilities} />}
      <div className="zs-column">
        <HeaderBar live={live} slots={capabilities.flatMap((one) => one.headerSlot ?? [])} />
        {capabilities.map((one, index) =>
          one.banner ? (
            <Suspense key={index} fallback={null}>
              <one.banner />
            </Suspense>
          ) : null,
        )}
        <main id="zs-main" tabIndex={-1} aria-busy={navigation.state !== 'idle'}>
          <Suspense fallback={<div role="status">{t('shared.loading')}</div>}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      {isPhone ? <PhoneTabs capabilities={capabilities} /> : null}
    </div>
  );
}
