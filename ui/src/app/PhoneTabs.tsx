import { AppstoreOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useCommunity, useCommunityPath } from '../shared/community';
import { tabEntries, type Capability } from './capability';

/** The tab bar of a phone: what staff need first, at the thumb. */
export function PhoneTabs({ capabilities }: { capabilities: readonly Capability[] }) {
  const { t } = useTranslation();
  const path = useCommunityPath();
  const { verbs } = useCommunity();
  return (
    <nav className="zs-tabs" aria-label={t('app.navigation')}>
      {tabEntries(verbs, capabilities).map((entry) => (
        <Tab key={entry.path} to={path(entry.path)} icon={entry.icon} label={t(entry.label)} />
      ))}
      <Tab to={path('more')} icon={<AppstoreOutlined />} label={t('app.moreTab')} />
    </nav>
  );
}

function Tab({ to, icon, label }: { to: string; icon: ReactNode; label: string }) {
  return (
    <NavLink to={to} className="zs-tab">
      <span className="zs-tab-icon" aria-hidden>
        {icon}
      </span>
      <span>{label}</span>
    </NavLink>
  );
}
