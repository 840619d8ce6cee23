import { InboxOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface EmptyStateProps {
  title?: string;
  /** Why there is nothing. */
  why: string;
  /** What to do next: a button or a link. */
  next?: ReactNode;
  icon?: ReactNode;
}

/** An empty place says why it is empty and what comes next. */
export function EmptyState({ title, why, next, icon }: EmptyStateProps) {
  const { t } = useTranslation();
  return (
    <div className="zs-empty" role="status">
      <div className="zs-empty-icon" aria-hidden>
        {icon ?? <InboxOutlined />}
      </div>
      <p className="zs-empty-title">{title ?? t('shared.empty.title')}</p>
      <p className="zs-empty-why">{why}</p>
      {next ? <div className="zs-empty-next">{next}</div> : null}
    </div>
  );
}
