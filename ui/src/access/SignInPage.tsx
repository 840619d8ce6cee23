import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { BrandFrame } from './BrandFrame';
import type { Session } from './session';
import { readNeedsSetup } from './setup';
import { SignInForm } from './SignInForm';

export function SignInPage({ onEntered }: { onEntered: (session: Session) => void }) {
  const { t } = useTranslation();
  const needsSetup = useQuery({ queryKey: ['needs-setup'], queryFn: readNeedsSetup });
  useEffect(() => {
    document.title = `${t('access.signIn.title')} · ${t('app.name')}`;
  }, [t]);
  return (
    <BrandFrame>
      <h1>{t('access.signIn.welcome')}</h1>
      <p className="zs-muted">{t('app.tagline')}</p>
      {needsSetup.data ? (
        <Alert
          type="warning"
          showIcon
          title={t('access.signIn.notSetUp')}
          description={t('access.signIn.notSetUpWhy')}
          className="zs-sign-in-not-set-up"
        />
      ) : null}
      <SignInForm onEntered={onEntered} />
    </BrandFrame>
  );
}
