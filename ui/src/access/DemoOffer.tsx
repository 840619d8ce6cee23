import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useAct } from '../shared/useAct';
import { fillDemo, type DemoFilled } from './setup';

interface DemoOfferProps {
  token: string;
  onFilled: (filled: DemoFilled) => void;
}

/** A look at an invented service centre before one's own is set up. */
export function DemoOffer({ token, onFilled }: DemoOfferProps) {
  const { t } = useTranslation();
  const fill = useAct((_: null, actId) => fillDemo(token, actId));
  const begin = async () => {
    const filled = await fill.run(null);
    if (filled) onFilled(filled);
  };
  return (
    <section className="zs-demo">
      <div>
        <h2>{t('access.demo.title')}</h2>
        <p>{t('access.demo.why')}</p>
      </div>
      <Button
        loading={fill.pending}
        onClick={() => {
          void begin();
        }}
      >
        {t(fill.pending ? 'access.demo.filling' : 'access.demo.begin')}
      </Button>
      <ProblemAlert problem={fill.problem} />
    </section>
  );
}
