import { Alert, Button, Modal, Typography } from 'antd';
import { useTranslation } from 'react-i18next';

/** A password that was just made for somebody. */
export interface NewSecret {
  name: string;
  login: string;
  password: string;
}

/** Shows a new password once; the server keeps only its hash. */
export function ShownOnce({ secret, onClose }: { secret: NewSecret; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      open
      title={t('access.accounts.secretTitle', { name: secret.name })}
      width={440}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('access.accounts.secretNoted')}
        </Button>
      }
    >
      <dl className="zs-secret">
        <dt>{t('access.accounts.login')}</dt>
        <dd>{secret.login}</dd>
        <dt>{t('access.accounts.password')}</dt>
        <dd>
          <Typography.Text className="zs-secret-word" copyable>
            {secret.password}
          </Typography.Text>
        </dd>
      </dl>
      <Alert type="warning" showIcon title={t('access.accounts.secretOnce')} />
    </Modal>
  );
}
