import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../app/LanguageSwitch';
import { Logo } from '../app/Logo';
import { serverClock, useServerNow } from '../shared/clock';
import { useTime } from '../shared/useTime';
import { DutyRing } from './DutyRing';

/** The pages before signing in: the promise on one side, the form on the other. */
export function BrandFrame({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  const { t } = useTranslation();
  const time = useTime();
  const now = useServerNow(1000);
  return (
    <div className="zs-front">
      <aside className="zs-front-brand">
        <div className="zs-front-name">
          <Logo size={36} />
          <span>{t('app.name')}</span>
        </div>
        <div className="zs-front-ring">
          <DutyRing
            now={now}
            utcOffsetMinutes={time.utcOffsetMinutes}
            label={t('access.brand.ring')}
          />
          {serverClock.isSet ? (
            <span className="zs-front-time">{time.format(now, 'time')}</span>
          ) : null}
        </div>
        <p className="zs-front-line1">{t('access.brand.line1')}</p>
        <p className="zs-front-line2">{t('access.brand.line2')}</p>
      </aside>
      <div className="zs-front-side">
        <div className="zs-front-language">
          <LanguageSwitch />
        </div>
        <main className={wide ? 'zs-front-form zs-front-form-wide' : 'zs-front-form'}>
          {children}
        </main>
      </div>
    </div>
  );
}
