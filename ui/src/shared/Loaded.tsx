import type { UseQueryResult } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from './ProblemAlert';

interface LoadedProps<T> {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
}

/** Loading, failed, or the data. A failed renewal keeps showing the older data under its message. */
export function Loaded<T>({ query, children }: LoadedProps<T>) {
  const { t } = useTranslation();
  if (query.isPending) {
    return (
      <div role="status" aria-label={t('shared.loading')}>
        <Skeleton active />
      </div>
    );
  }
  return (
    <>
      <ProblemAlert problem={query.error} onRetry={() => void query.refetch()} />
      {query.data === undefined ? null : children(query.data)}
    </>
  );
}
