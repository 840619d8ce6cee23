import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useCommunity, useCommunityPath } from '../shared/community';
import { sideEntries, type Capability } from './capability';
import { Logo } from './Logo';

const STORED_AT = 'zhishou.sideMenu';

/** The navigation of a PC. Folded it keeps its icons, with the words as their names. */
export function SideMenu({ capabilities }: { capabilities: readonly Capability[] }) {
  const { t } = useTranslation();
  const path = useCommunityPath();
  const { verbs } = useCommunity();
  const [folded, setFolded] = useState(() => localStorage.getItem(STORED_AT) === 'folded');
  const fold = () => {
    setFolded(!folded);
    localStorage.setItem(STORED_AT, folded ? 'open' : 'folded');
  };
  return (
    <nav className={folded ? 'zs-side zs-side-folded' : 'zs-side'} aria-label={t('app.navigation')}>
      <div className="zs-brand">
        <Logo />
        {folded ? null : <span>{t('app.name')}</span>}
      </div>
      <ul>
        {sideEntries(verbs, capabilities).map((entry) => (
          <li key={entry.path}>
            <NavLink
              to={path(entry.path)}
              className="zs-side-link"
              title={folded ? t(entry.label) : undefined}
            >
              <span className="zs-side-icon" aria-hidden>
                {entry.icon}
              </span>
              <span className={folded ? 'zs-sr-only' : undefined}>{t(entry.label)}</span>
            </NavLink>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="zs-side-fold"
        onClick={fold}
        aria-label={t(folded ? 'app.expand' : 'app.collapse')}
      >
        {folded ? <MenuUnfoldOutlined aria-hidden /> : <MenuFoldOutlined aria-hidden />}
      </button>
    </nav>
  );
}
