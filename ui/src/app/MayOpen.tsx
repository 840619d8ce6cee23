import { LockOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommunity, type Verb } from '../shared/community';
import { EmptyState } from '../shared/EmptyState';

/** A page that the role does not open says so, instead of failing at its first request. */
export function MayOpen({ verb, children }: { verb?: Verb; children: ReactNode }) {
  const { t } = useTranslation();
  const { verbs } = useCommunity();
  if (verb === undefined || verbs.has(verb)) return children;
  return (
    <EmptyState
      icon={<LockOutlined />}
      title={t('app.forbiddenTitle')}
      why={t('app.forbiddenWhy')}
    />
  );
}
