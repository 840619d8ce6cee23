import { WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { EmptyState } from '../shared/EmptyState';

/** A page that broke. When its file is gone, the server was updated under an open page. */
export function PageError() {
  const { t } = useTranslation();
  const error = useRouteError();
  const updated =
    error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);
  return (
    <EmptyState
      icon={<WarningOutlined />}
      title={t(updated ? 'app.updated' : 'app.crashed')}
      why={t(updated ? 'app.updatedWhy' : 'app.crashedWhy')}
      next={
        <Button
          type="primary"
          onClick={() => {
            window.location.reload();
          }}
        >
          {t('app.reload')}
        </Button>
      }
    />
  );
}
