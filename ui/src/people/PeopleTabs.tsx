import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useCommunityPath } from '../shared/community';
import './people.css';

const TABS = [
  { path: 'people', word: 'staff' },
  { path: 'people/homes', word: 'homes' },
  { path: 'people/posts', word: 'posts' },
] as const;

/** From staff to homes to posts; each is a page with its own address. */
export function PeopleTabs() {
  const { t } = useTranslation();
  const path = useCommunityPath();
  return (
    <nav className="zs-people-tabs" aria-label={t('people.menu')}>
      {TABS.map((tab) => (
        <NavLink key={tab.path} to={path(tab.path)} end>
          {t(`people.tab.${tab.word}`)}
        </NavLink>
      ))}
    </nav>
  );
}
