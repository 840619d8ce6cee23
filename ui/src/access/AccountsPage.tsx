import { UserAddOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../shared/community';
import { EmptyState } from '../shared/EmptyState';
import { Loaded } from '../shared/Loaded';
import { Page } from '../shared/Page';
import './access.css';
import { useAccounts } from './accounts';
import { AccountList } from './AccountList';
import { OpenAccountDialog } from './OpenAccountDialog';
import { ShownOnce, type NewSecret } from './ShownOnce';

/** 账号管理: who can sign in, and what to do when somebody cannot. */
export default function AccountsPage() {
  const { t } = useTranslation();
  const accounts = useAccounts();
  const manages = useMay('manage_accounts');
  const [opening, setOpening] = useState(false);
  const [secret, setSecret] = useState<NewSecret | null>(null);
  return (
    <Page
      title={t('access.accounts.title')}
      actions={
        manages ? (
          <Button
            type="primary"
            icon={<UserAddOutlined />}
            onClick={() => {
              setOpening(true);
            }}
          >
            {t('access.accounts.open')}
          </Button>
        ) : undefined
      }
    >
      <p className="zs-muted">
        {t(manages ? 'access.accounts.explain' : 'access.accounts.explainUnlock')}
      </p>
      <Loaded query={accounts}>
        {(lines) => (
          <>
            {lines.length === 0 ? (
              <EmptyState why={t('access.accounts.none')} next={t('access.accounts.noneNext')} />
            ) : (
              <AccountList accounts={lines} onSecret={setSecret} />
            )}
            {opening ? (
              <OpenAccountDialog
                accounts={lines}
                onOpened={(opened) => {
                  setOpening(false);
                  setSecret(opened);
                }}
                onClose={() => {
                  setOpening(false);
                }}
              />
            ) : null}
          </>
        )}
      </Loaded>
      {secret === null ? null : (
        <ShownOnce
          secret={secret}
          onClose={() => {
            setSecret(null);
          }}
        />
      )}
    </Page>
  );
}
