import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommunityPath, useMay } from '../shared/community';
import { useSession } from './session';

/** Somebody else still knows the password, or nothing can be signed yet: said on every page. */
export default function FirstPasswordNotice() {
  const { t } = useTranslation();
  const path = useCommunityPath();
  const session = useSession();
  const signs = useMay('sign_handover');
  const [closed, setClosed] = useState(false);
  const noPin = signs && !session.has_pin;
  if (closed || !(session.password_is_initial || noPin)) return null;
  return (
    <Alert
      banner
      type="warning"
      className="zs-no-print"
      title={t(session.password_is_initial ? 'access.notice.password' : 'access.notice.pin')}
      action={<Link to={path('account')}>{t('access.notice.go')}</Link>}
      closable={{
        'aria-label': t('access.notice.later'),
        onClose: () => {
          setClosed(true);
        },
      }}
    />
  );
}
