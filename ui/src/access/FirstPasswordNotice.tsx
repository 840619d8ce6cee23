import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommunityPath, useMay } from '../shared/community';
import { useIsPhone } from '../shared/useIsPhone';
import { useSession } from './session';

/** The whole sentence, and what fits on one line of a phone. */
const WORDS = {
  both: { long: 'access.notice.both', short: 'access.notice.shortBoth' },
  password: { long: 'access.notice.password', short: 'access.notice.shortPassword' },
  pin: { long: 'access.notice.pin', short: 'access.notice.shortPin' },
} as const;

/** Somebody else still knows the password, or nothing can be signed yet: said on every page. */
export default function FirstPasswordNotice() {
  const { t } = useTranslation();
  const path = useCommunityPath();
  const session = useSession();
  const signs = useMay('sign_handover');
  const isPhone = useIsPhone();
  const [closed, setClosed] = useState(false);
  const noPin = signs && !session.has_pin;
  if (closed || !(session.password_is_initial || noPin)) return null;
  const what = session.password_is_initial ? (noPin ? 'both' : 'password') : 'pin';
  return (
    <Alert
      banner
      type="warning"
      className="zs-no-print zs-notice"
      title={t(isPhone ? WORDS[what].short : WORDS[what].long)}
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
