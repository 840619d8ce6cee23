import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useAct } from '../shared/useAct';
import { completeSetup, type SetupDone } from './setup';

interface DemoOfferProps {
  token: string;
  onDone: (done: SetupDone) => void;
}

export function DemoOffer({ token, onDone }: DemoOfferProps) {
  const { t } = useTranslation();
  const load = useAct((_: 'demo', actId) => completeSetup(token, { demo: true }, actId));
  const start = async () => {
    const done = await load.run('demo');
    if (done) onDone(done);
  };
  return (
    <section className="zs-demo" aria-labelledby="zs-demo-title">
      <div>
        <h2 id="zs-demo-title">{t('access.setup.demoTitle')}</h2>
        <p>{t('access.setup.demoWhy')}</p>
      </div>
      <Popconfirm
        title={t('access.setup.demoConfirm')}
        okText={t('access.setup.demoLoad')}
        cancelText={t('shared.action.cancel')}
        onConfirm={() => void start()}
      >
        <Button loading={load.pending}>{t('access.setup.demoLoad')}</Button>
      </Popconfirm>
      <ProblemAlert problem={load.problem} />
    </section>
  );
}
