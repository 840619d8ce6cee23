import { Button, Input, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommunity, useMay } from '../shared/community';
import { ProblemAlert } from '../shared/ProblemAlert';
import { actsAt, type People, type PostAct, type PostCoverage } from './model';
import { usePostActs, type PostWords } from './usePostActs';

interface PostActsProps {
  post: PostCoverage;
  posts: readonly PostCoverage[];
  people: People;
}

const ASKS_FIRST: readonly PostAct[] = ['ask_relief', 'transfer_line'];

/** The acts of the one who stands at the post. An emergency is one tap and asks nothing. */
export function PostActs({ post, posts, people }: PostActsProps) {
  const { t } = useTranslation();
  const community = useCommunity();
  const mayHold = useMay('hold_post');
  const acts = usePostActs(post.post_id);
  const [asking, setAsking] = useState<PostAct | null>(null);
  if (!mayHold) return null;
  const press = (act: PostAct) => {
    if (ASKS_FIRST.includes(act)) setAsking(act);
    else void acts.run({ act, words: {} });
  };
  return (
    <div className="zs-post-acts">
      {actsAt(post, community.personId).map((act, index) => (
        <Button
          key={act}
          size="large"
          danger={act === 'emergency'}
          type={index === 0 ? 'primary' : 'default'}
          loading={acts.pending}
          onClick={() => {
            press(act);
          }}
        >
          {t(`coverage.act.${act}`)}
        </Button>
      ))}
      {asking === null ? <ProblemAlert problem={acts.problem} onClose={acts.dismiss} /> : null}
      {asking === null ? null : (
        <AskDialog
          act={asking}
          post={post}
          posts={posts}
          people={people}
          problem={acts.problem}
          pending={acts.pending}
          onClose={() => {
            acts.dismiss();
            setAsking(null);
          }}
          onSubmit={async (words) => {
            if (await acts.run({ act: asking, words })) setAsking(null);
          }}
        />
      )}
    </div>
  );
}

interface AskDialogProps extends PostActsProps {
  act: PostAct;
  problem: unknown;
  pending: boolean;
  onClose: () => void;
  onSubmit: (words: PostWords) => Promise<void>;
}

function AskDialog({ act, post, posts, people, problem, pending, ...on }: AskDialogProps) {
  const { t } = useTranslation();
  const id = useId();
  const [words, setWords] = useState<PostWords>({ askedId: null });
  const targets = posts.filter((one) => post.line_targets.includes(one.post_id));
  return (
    <Modal
      open
      title={t(`coverage.act.${act}`)}
      okText={t(`coverage.act.${act}`)}
      confirmLoading={pending}
      onOk={() => void on.onSubmit(words)}
      onCancel={on.onClose}
    >
      {act === 'ask_relief' ? (
        <>
          <label htmlFor={`${id}-who`}>{t('coverage.person')}</label>
          <Select
            id={`${id}-who`}
            style={{ width: '100%' }}
            value={words.askedId ?? ''}
            options={[
              { value: '', label: t('coverage.anybody') },
              ...people.map((one) => ({ value: one.person_id, label: one.name })),
            ]}
            onChange={(askedId) => {
              setWords({ ...words, askedId: askedId === '' ? null : askedId });
            }}
          />
          <label htmlFor={`${id}-why`}>{t('coverage.reason')}</label>
          <Input.TextArea
            id={`${id}-why`}
            value={words.reason ?? ''}
            onChange={(event) => {
              setWords({ ...words, reason: event.target.value });
            }}
          />
        </>
      ) : (
        <Select
          aria-label={t('coverage.act.transfer_line')}
          style={{ width: '100%' }}
          value={words.toPostId ?? null}
          options={targets.map((one) => ({ value: one.post_id, label: one.name }))}
          onChange={(toPostId) => {
            if (toPostId) setWords({ ...words, toPostId });
          }}
        />
      )}
      <ProblemAlert problem={problem} />
    </Modal>
  );
}
