import { IdcardOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListed } from '../shared/listed';
import { usePostName } from '../shared/postNames';
import { useServerNow } from '../shared/clock';
import { useCommunity, useMay } from '../shared/community';
import { usePin, type PinPerson } from '../shared/pin';
import { AskDialog, ASKS_FIRST } from './AskDialog';
import { actsAt, mayAcceptLine, type Coverage, type PostAct, type PostCoverage } from './model';
import { actWord } from './PostActs';
import { useStaff } from './useBoard';
import { usePostActs, type PostWords } from './usePostActs';

interface ByPinProps {
  post: PostCoverage;
  board: Coverage;
}

/**
 * The screen of a desk belongs to the post: whoever stands there acts by tile and PIN, and the person
 * signed in stays signed in with all that is typed.
 */
export function ByPin({ post, board }: ByPinProps) {
  const { t } = useTranslation();
  const mayHold = useMay('hold_post');
  const askPin = usePin();
  const postName = usePostName();
  const acts = usePostActs(post.post_id);
  const offered = useOffered(post, board);
  const [asking, setAsking] = useState<PostAct | null>(null);
  if (!mayHold || offered.size === 0) return null;
  const sign = (act: PostAct, words?: PostWords) =>
    askPin({
      persons: offered.get(act) ?? [],
      title: t(actWord(act, post)),
      explain: t('coverage.byPinExplain', { post: postName(post.post_id, post.name) }),
      confirm: t('coverage.byPinConfirm'),
      submit: (by) => acts.attempt({ act, by, ...(words ? { words } : {}) }),
    });
  const choose = (act: PostAct) => {
    if (ASKS_FIRST.includes(act)) setAsking(act);
    else void sign(act);
  };
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [...offered.keys()].map((act) => ({ key: act, label: t(actWord(act, post)) })),
          onClick: ({ key }) => {
            choose(key as PostAct);
          },
        }}
      >
        <Button icon={<IdcardOutlined />}>{t('coverage.byPin')}</Button>
      </Dropdown>
      {asking === null ? null : (
        <AskDialog
          act={asking}
          post={post}
          board={board}
          personId={offered.get(asking)?.[0]?.id ?? null}
          problem={null}
          pending={false}
          onClose={() => {
            setAsking(null);
          }}
          onSubmit={async (words) => {
            setAsking(null);
            await sign(asking, words);
          }}
        />
      )}
    </>
  );
}

/** Each act with the colleagues who may do it now. */
function useOffered(post: PostCoverage, board: Coverage): Map<PostAct, PinPerson[]> {
  const { t } = useTranslation();
  const community = useCommunity();
  const staff = useStaff();
  const listed = useListed();
  const now = useServerNow(15_000);
  const offered = new Map<PostAct, PinPerson[]>();
  for (const person of staff) {
    if (person.id === community.personId) continue;
    const acts = actsAt(post, person, now);
    if (mayAcceptLine(post, board.posts, person.id)) acts.push('accept_line');
    const note = listed(person.roles.map((role) => t(`coverage.role.${role}`)));
    for (const act of acts) {
      offered.set(act, [...(offered.get(act) ?? []), { id: person.id, name: person.name, note }]);
    }
  }
  return offered;
}
