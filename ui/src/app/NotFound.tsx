import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../shared/EmptyState';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t('app.notFound')}
      why={t('app.notFoundWhy')}
      next={
        <Link to="/">
          <Button type="primary">{t('app.goHome')}</Button>
        </Link>
      }
    />
  );
}
