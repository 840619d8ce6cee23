import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommunity } from '../shared/community';
import { useIsPhone } from '../shared/useIsPhone';
import { CaseActDialog } from './CaseActDialog';
import { JoinOrderDialog } from './JoinOrderDialog';
import { actsFor, mainAct, type Case, type CaseAct } from './model';
import { ReplyDialog } from './ReplyDialog';

/** The next step as one big button; the others beside it, on a phone behind 更多. */
export function CaseActs({ one }: { one: Case }) {
  const { t } = useTranslation();
  const { verbs } = useCommunity();
  const folds = useIsPhone();
  const [asking, setAsking] = useState<CaseAct | null>(null);
  const offered = actsFor(one, verbs);
  const main = mainAct(one.stage, offered);
  const others = offered.filter((act) => act !== main);
  const button = (act: CaseAct) => (
    <Button
      key={act}
      type={act === main ? 'primary' : 'default'}
      onClick={() => {
        setAsking(act);
      }}
    >
      {t(`externalcase.act.${act}`)}
    </Button>
  );
  return (
    <>
      {main ? button(main) : null}
      {folds && others.length > 1 ? (
        <Folded acts={others} onPress={setAsking} />
      ) : (
        others.map(button)
      )}
      {asking === null ? null : (
        <Dialog
          act={asking}
          one={one}
          onClose={() => {
            setAsking(null);
          }}
        />
      )}
    </>
  );
}

function Folded({ acts, onPress }: { acts: CaseAct[]; onPress: (act: CaseAct) => void }) {
  const { t } = useTranslation();
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: acts.map((act) => ({ key: act, label: t(`externalcase.act.${act}`) })),
        onClick: ({ key }) => {
          onPress(key as CaseAct);
        },
      }}
    >
      <Button>{t('shared.action.more')}</Button>
    </Dropdown>
  );
}

interface DialogProps {
  act: CaseAct;
  one: Case;
  onClose: () => void;
}

function Dialog({ act, one, onClose }: DialogProps) {
  switch (act) {
    case 'reply':
      return <ReplyDialog one={one} onClose={onClose} />;
    case 'join':
      return <JoinOrderDialog one={one} onClose={onClose} />;
    default:
      return <CaseActDialog act={act} one={one} onClose={onClose} />;
  }
}
