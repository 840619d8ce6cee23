import { useQuery } from '@tanstack/react-query';
import { Button, Result, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Problem } from '../shared/problem';
import { ProblemAlert } from '../shared/ProblemAlert';
import { BrandFrame } from './BrandFrame';
import { DemoOffer } from './DemoOffer';
import { readSetup, type SetupDone } from './setup';
import { SetupForm } from './SetupForm';

/** The page of the one-time link that an empty installation prints in its terminal. */
export default function SetupPage() {
  const { t } = useTranslation();
  const { token = '' } = useParams();
  const [done, setDone] = useState<SetupDone | null>(null);
  const offer = useQuery({ queryKey: ['setup', token], queryFn: () => readSetup(token) });
  useEffect(() => {
    document.title = `${t('access.setup.title')} · ${t('app.name')}`;
  }, [t]);

  if (done) return <Done done={done} />;
  const spent = offer.error instanceof Problem && [404, 410].includes(offer.error.status);
  return (
    <BrandFrame wide>
      <h1>{t('access.setup.title')}</h1>
      {offer.isPending ? <Skeleton active /> : null}
      {spent ? (
        <Result
          status="warning"
          title={t('access.setup.badTitle')}
          subTitle={t('access.setup.badWhy')}
          extra={<Link to="/">{t('access.setup.toSignIn')}</Link>}
        />
      ) : (
        <ProblemAlert problem={offer.error} onRetry={() => void offer.refetch()} />
      )}
      {offer.data ? (
        <>
          <p className="zs-muted">{t('access.setup.intro')}</p>
          <SetupForm token={token} presets={offer.data.presets} onDone={setDone} />
          {offer.data.demo_available ? <DemoOffer token={token} onDone={setDone} /> : null}
        </>
      ) : null}
    </BrandFrame>
  );
}

function Done({ done }: { done: SetupDone }) {
  const { t } = useTranslation();
  return (
    <BrandFrame wide>
      <Result
        status="success"
        title={<h1>{t('access.setup.doneTitle')}</h1>}
        subTitle={t(
          done.sign_ins.length > 0 ? 'access.setup.demoAccounts' : 'access.setup.doneWhy',
        )}
        extra={
          <Link to="/">
            <Button type="primary" size="large">
              {t('access.setup.toSignIn')}
            </Button>
          </Link>
        }
      >
        {done.sign_ins.length > 0 ? (
          <table className="zs-plain-table">
            <thead>
              <tr>
                <th scope="col">{t('access.setup.person')}</th>
                <th scope="col">{t('access.setup.login')}</th>
                <th scope="col">{t('access.setup.password')}</th>
              </tr>
            </thead>
            <tbody>
              {done.sign_ins.map((one) => (
                <tr key={one.login}>
                  <td>{one.name}</td>
                  <td>{one.login}</td>
                  <td>{one.password ?? ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </Result>
    </BrandFrame>
  );
}
