import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface PageProps {
  title: string;
  /** Beside the title: a state, a date switch. */
  extra?: ReactNode;
  /** Buttons of the page; on a phone they go to the thumb, above the tab bar. */
  actions?: ReactNode;
  children: ReactNode;
  /** Reading width for forms and texts instead of the whole screen. */
  narrow?: boolean;
}

/** The frame of every page: one h1, its actions, and the title of the browser tab. */
export function Page({ title, extra, actions, children, narrow = false }: PageProps) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`;
  }, [title, t]);
  return (
    <div className={narrow ? 'zs-page zs-page-narrow' : 'zs-page'}>
      <div className="zs-page-head">
        <h1>{title}</h1>
        {extra ? <div className="zs-page-extra">{extra}</div> : null}
        {actions ? <div className="zs-page-actions">{actions}</div> : null}
      </div>
      {children}
    </div>
  );
}
