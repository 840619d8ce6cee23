import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { BrandFrame } from './BrandFrame';
import type { Session } from './session';
import { SignInForm } from './SignInForm';

export function SignInPage({ onEntered }: { onEntered: (session: Session) => void }) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${t('access.signIn.title')} · ${t('app.name')}`;
  }, [t]);
  return (
    <BrandFrame>
      <h1>{t('access.signIn.welcome')}</h1>
      <p className="zs-muted">{t('app.tagline')}</p>
      <SignInForm onEntered={onEntered} />
    </BrandFrame>
  );
}
