import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommunity } from '../shared/community';
import { ProblemAlert } from '../shared/ProblemAlert';
import { ActDialog } from './ActDialog';
import { actsFor, mainAct, verbsFor, type ActName, type Order } from './model';
import { needsWords, useOrderAct } from './useOrderAct';

/** The next step as one big button; the rest behind 更多. Three taps carry a night repair. */
export function OrderActs({ order }: { order: Order }) {
  const { t } = useTranslation();
  const community = useCommunity();
  const [asking, setAsking] = useState<ActName | null>(null);
  const { act, doIt } = useOrderAct(order);
  const offered = actsFor(
    order,
    verbsFor(order, community.verbs, community.personId),
    community.personId,
  );
  const main = mainAct(order, offered);
  const others = offered.filter((name) => name !== main);
  const press = (name: ActName) => {
    if (needsWords(name)) setAsking(name);
    else void doIt(name, {});
  };
  return (
    <>
      {main ? (
        <Button
          type="primary"
          size="large"
          loading={act.pending}
          onClick={() => {
            press(main);
          }}
        >
          {t(`workorder.act.${main}`)}
        </Button>
      ) : null}
      {others.length > 0 ? (
        <Dropdown
          trigger={['click']}
          menu={{
            items: others.map((name) => ({ key: name, label: t(`workorder.act.${name}`) })),
            onClick: ({ key }) => {
              press(key as ActName);
            },
          }}
        >
          <Button size="large">{t('shared.action.more')}</Button>
        </Dropdown>
      ) : null}
      {asking ? null : <ProblemAlert problem={act.problem} onClose={act.dismiss} />}
      {asking ? (
        <ActDialog
          name={asking}
          order={order}
          problem={act.problem}
          pending={act.pending}
          onSubmit={async (words) => {
            if (await doIt(asking, words)) setAsking(null);
          }}
          onClose={() => {
            act.dismiss();
            setAsking(null);
          }}
        />
      ) : null}
    </>
  );
}
