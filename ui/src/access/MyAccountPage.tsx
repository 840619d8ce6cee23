import { useTranslation } from 'react-i18next';
import { useCommunity } from '../shared/community';
import { Page } from '../shared/Page';
import './access.css';
import { PasswordForm } from './PasswordForm';
import { PinForm } from './PinForm';
import { useSession } from './session';
import { SessionList } from './SessionList';

/** 我的账号: one's own password, signing PIN, and the devices that are signed in. */
export default function MyAccountPage() {
  const { t } = useTranslation();
  const session = useSession();
  const { personName } = useCommunity();
  return (
    <Page title={t('access.mine.title')} narrow>
      <section className="zs-panel zs-account-who">
        <strong>{personName}</strong>
        <span className="zs-muted">{t('access.mine.login', { login: session.login })}</span>
      </section>
      <section className="zs-panel" aria-label={t('access.mine.password')}>
        <h2 className="zs-h2">{t('access.mine.password')}</h2>
        <PasswordForm />
      </section>
      <section className="zs-panel" aria-label={t('access.mine.pin')}>
        <h2 className="zs-h2">{t('access.mine.pin')}</h2>
        <PinForm />
      </section>
      <section className="zs-panel" aria-label={t('access.mine.sessions')}>
        <h2 className="zs-h2">{t('access.mine.sessions')}</h2>
        <SessionList />
      </section>
    </Page>
  );
}
