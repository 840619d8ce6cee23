import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { BrandFrame } from './BrandFrame';
import type { DemoFilled } from './setup';

/** The accounts of the demo; the answer's cookie has already signed its manager in. */
export function DemoReady({ filled }: { filled: DemoFilled }) {
  const { t } = useTranslation();
  return (
    <BrandFrame wide>
      <Result
        status="success"
        title={<h1>{t('access.demo.readyTitle')}</h1>}
        subTitle={t('access.demo.readyWhy', { password: filled.password, pin: filled.pin })}
        extra={
          <Link to={`/c/${filled.community_id}`}>
            <Button type="primary" size="large">
              {t('access.demo.enter')}
            </Button>
          </Link>
        }
      />
      <table className="zs-demo-accounts">
        <caption>{t('access.demo.accounts')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('access.setup.account')}</th>
            <th scope="col">{t('access.setup.name')}</th>
            <th scope="col">{t('access.demo.department')}</th>
          </tr>
        </thead>
        <tbody>
          {filled.accounts.map((account) => (
            <tr key={account.login}>
              <td>
                <code>{account.login}</code>
              </td>
              <td>{account.name}</td>
              <td>{account.department}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </BrandFrame>
  );
}
