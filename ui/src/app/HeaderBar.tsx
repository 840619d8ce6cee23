import { DownOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { Suspense, type ComponentType, type LazyExoticComponent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSession } from '../access/session';
import { useSignOut } from '../access/useSignOut';
import { useServerNow } from '../shared/clock';
import { useCommunity, useCommunityPath } from '../shared/community';
import { LiveBadge } from '../shared/LiveBadge';
import type { LiveState } from '../shared/liveStream';
import { useIsPhone } from '../shared/useIsPhone';
import { useTime } from '../shared/useTime';
import { CommunitySwitcher } from './CommunitySwitcher';
import { LanguageSwitch } from './LanguageSwitch';

interface HeaderBarProps {
  live: LiveState;
  /** Filled by capabilities, e.g. the current holder of the post. */
  slots: readonly LazyExoticComponent<ComponentType>[];
}

export function HeaderBar({ live, slots }: HeaderBarProps) {
  const isPhone = useIsPhone();
  return (
    <header className="zs-header">
      <CommunitySwitcher />
      <div className="zs-header-slots">
        {slots.map((Slot, index) => (
          <Suspense key={index} fallback={null}>
            <Slot />
          </Suspense>
        ))}
      </div>
      <div className="zs-header-end">
        <LiveBadge state={live} />
        <ServerTime />
        {isPhone ? null : (
          <>
            <LanguageSwitch />
            <AccountMenu />
          </>
        )}
      </div>
    </header>
  );
}

function ServerTime() {
  const { t } = useTranslation();
  const time = useTime();
  const isPhone = useIsPhone();
  const now = useServerNow(1000);
  return (
    <span
      className="zs-clock"
      title={t('app.serverTime')}
      role="timer"
      aria-label={t('app.serverTime')}
    >
      {isPhone ? null : (
        <span className="zs-clock-day">
          {time.format(now, 'day')} {time.weekday(now)}
        </span>
      )}
      <span className="zs-clock-time">{time.format(now, isPhone ? 'time' : 'seconds')}</span>
    </span>
  );
}

function AccountMenu() {
  const { t } = useTranslation();
  const session = useSession();
  const community = useCommunity();
  const path = useCommunityPath();
  const navigate = useNavigate();
  const signOut = useSignOut();
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'account', label: t('access.mine.title') },
          { key: 'out', label: t('app.signOut') },
        ],
        onClick: ({ key }) => void (key === 'out' ? signOut() : navigate(path('account'))),
      }}
    >
      <Button
        type="text"
        icon={<UserOutlined />}
        aria-label={`${t('app.account')} ${session.name}`}
      >
        {community.personName} <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
}
