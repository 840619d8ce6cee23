import { SolutionOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../shared/community';

/** Two or three times a month, so the desk does not wait for it. */
const TakeDialog = lazy(() => import('../externalcase/TakeDialog'));

/** 登记转办, where the letter or the call of the source reaches the desk. */
export function TakeCase() {
  const { t } = useTranslation();
  const may = useMay('take_contact');
  const [open, setOpen] = useState(false);
  if (!may) return null;
  return (
    <>
      <Button
        icon={<SolutionOutlined />}
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('externalcase.take.open')}
      </Button>
      {open ? (
        <Suspense>
          <TakeDialog
            onClose={() => {
              setOpen(false);
            }}
          />
        </Suspense>
      ) : null}
    </>
  );
}
