import { LogoutOutlined, RightOutlined, UserOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession } from '../access/session';
import { useSignOut } from '../access/useSignOut';
import { useCommunity, useCommunityPath } from '../shared/community';
import { Page } from '../shared/Page';
import { moreEntries, type Capability } from './capability';
import { LanguageSwitch } from './LanguageSwitch';

/** On a phone: everything that has no tab, and one's own settings. */
export default function MorePage({ capabilities }: { capabilities: readonly Capability[] }) {
  const { t } = useTranslation();
  const path = useCommunityPath();
  const { verbs, personName } = useCommunity();
  const session = useSession();
  const signOut = useSignOut();
  const entries = moreEntries(verbs, capabilities);
  return (
    <Page title={t('app.moreTitle')} narrow>
      {entries.length > 0 ? (
        <ul className="zs-more">
          {entries.map((entry) => (
            <li key={entry.path}>
              <Link to={path(entry.path)}>
                <span aria-hidden>{entry.icon}</span>
                <span>{t(entry.label)}</span>
                <RightOutlined className="zs-more-go" aria-hidden />
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      <h2 className="zs-h2">{t('app.settings')}</h2>
      <ul className="zs-more zs-more-own">
        <li>
          <Link to={path('account')}>
            <UserOutlined aria-hidden />
            <span>{t('access.mine.title')}</span>
            <RightOutlined className="zs-more-go" aria-hidden />
          </Link>
        </li>
      </ul>
      <div className="zs-panel zs-more-account">
        <div>
          <div className="zs-more-person">{personName}</div>
          <div className="zs-muted">{session.login}</div>
        </div>
        <LanguageSwitch />
      </div>
      <Button danger block icon={<LogoutOutlined />} onClick={() => void signOut()}>
        {t('app.signOut')}
      </Button>
    </Page>
  );
}
