import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Result, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Problem } from '../shared/problem';
import { ProblemAlert } from '../shared/ProblemAlert';
import { BrandFrame } from './BrandFrame';
import { DemoOffer } from './DemoOffer';
import { DemoReady } from './DemoReady';
import { SESSION_KEY } from './session';
import { readSetup, type DemoFilled, type SetupDone } from './setup';
import { SetupForm } from './SetupForm';

/** The page of the one-time link that an empty installation prints in its terminal. */
export default function SetupPage() {
  const { t } = useTranslation();
  const { token = '' } = useParams();
  const [done, setDone] = useState<SetupDone | null>(null);
  const [demo, setDemo] = useState<DemoFilled | null>(null);
  const queryClient = useQueryClient();
  const offer = useQuery({ queryKey: ['setup', token], queryFn: () => readSetup(token) });
  const finish = (next: SetupDone) => {
    queryClient.removeQueries({ queryKey: SESSION_KEY });
    setDone(next);
  };
  useEffect(() => {
    document.title = `${t('access.setup.title')} · ${t('app.name')}`;
  }, [t]);

  if (demo) return <DemoReady filled={demo} />;
  if (done) return <Done done={done} />;
  const refusal = offer.error instanceof Problem ? offer.error.code : undefined;
  return (
    <BrandFrame wide>
      <h1>{t('access.setup.title')}</h1>
      {offer.isPending ? <Skeleton active /> : null}
      {refusal === 'already_set_up' ? <AlreadySetUp /> : null}
      {refusal === 'setup_link_spent' ? (
        <Result
          status="warning"
          title={t('access.setup.badTitle')}
          subTitle={t('access.setup.badWhy')}
        />
      ) : null}
      {refusal === 'already_set_up' || refusal === 'setup_link_spent' ? null : (
        <ProblemAlert problem={offer.error} onRetry={() => void offer.refetch()} />
      )}
      {offer.data ? (
        <>
          <p className="zs-muted">{t('access.setup.intro')}</p>
          <SetupForm token={token} presets={offer.data.presets} onDone={finish} />
          <DemoOffer
            token={token}
            onFilled={(filled) => {
              queryClient.removeQueries({ queryKey: SESSION_KEY });
              setDemo(filled);
            }}
          />
        </>
      ) : null}
    </BrandFrame>
  );
}

/** A restart would show no other link: somebody can sign in. */
function AlreadySetUp() {
  const { t } = useTranslation();
  return (
    <Result
      status="info"
      title={t('access.setup.alreadyTitle')}
      subTitle={t('access.setup.alreadyWhy')}
      extra={
        <Link to="/">
          <Button type="primary" size="large">
            {t('access.setup.toSignIn')}
          </Button>
        </Link>
      }
    />
  );
}

/** The answer's cookie has already signed the administrator in. */
function Done({ done }: { done: SetupDone }) {
  const { t } = useTranslation();
  return (
    <BrandFrame wide>
      <Result
        status="success"
        title={<h1>{t('access.setup.doneTitle')}</h1>}
        subTitle={t('access.setup.doneWhy')}
        extra={
          <Link to={`/c/${done.community_id}`}>
            <Button type="primary" size="large">
              {t('access.setup.enter')}
            </Button>
          </Link>
        }
      />
    </BrandFrame>
  );
}
