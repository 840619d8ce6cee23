import { Button, Checkbox, Input, InputNumber, Modal, Radio, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePostName } from '../shared/postNames';
import { useMay } from '../shared/community';
import { ProblemAlert } from '../shared/ProblemAlert';
import { nameOf, type People, type PostCoverage } from './model';
import { useResolvePost, type Resolution } from './usePostActs';

interface ResolveProps {
  post: PostCoverage;
  people: People;
}

/** 指定责任人: whoever leads names who takes the post, when a party is missing. */
export function ResolvePost({ post, people }: ResolveProps) {
  const { t } = useTranslation();
  const may = useMay('resolve_coverage');
  const [open, setOpen] = useState(false);
  if (!may) return null;
  return (
    <>
      <Button
        danger={post.gap != null}
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('coverage.act.resolve')}
      </Button>
      {open ? (
        <ResolveDialog
          post={post}
          people={people}
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
}

/** A usual time to come from home. */
const RESPONSE_MINUTES = 30;

function ResolveDialog({ post, people, onClose }: ResolveProps & { onClose: () => void }) {
  const { t } = useTranslation();
  const postName = usePostName();
  const acts = useResolvePost(post.post_id);
  // Who must not leave another post cannot be sent here.
  const candidates = (post.gap?.candidates ?? []).filter((one) => one.why !== 'from_own_post');
  const [typed, setTyped] = useState<Resolution>({
    person_id: candidates[0]?.person_id ?? '',
    there: false,
    replaced_stays: false,
    response_minutes: null,
    reason: '',
  });
  const submit = async () => {
    if (await acts.run(typed)) onClose();
  };
  return (
    <Modal
      open
      title={t('coverage.resolve.title', { post: postName(post.post_id, post.name) })}
      okText={t('coverage.act.resolve')}
      okButtonProps={{ disabled: typed.person_id === '' || typed.reason.trim() === '' }}
      confirmLoading={acts.pending}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <p>{t('coverage.resolve.explain')}</p>
      <ResolveFields
        typed={typed}
        people={people}
        candidates={candidates}
        replaced={replacedAt(post, people)}
        onChange={(change) => {
          setTyped({ ...typed, ...change });
        }}
      />
      <ProblemAlert problem={acts.problem} />
    </Modal>
  );
}

interface ResolveFieldsProps {
  typed: Resolution;
  people: People;
  candidates: NonNullable<PostCoverage['gap']>['candidates'];
  /** The name of who holds the post and stands there now. */
  replaced: string | null;
  onChange: (change: Partial<Resolution>) => void;
}

/** Who would be replaced, if they stand at the post: otherwise there is nothing to ask. */
function replacedAt(post: PostCoverage, people: People): string | null {
  const holder = post.hold?.person_id;
  const there = post.present.some((one) => one.person_id === holder);
  return there ? nameOf(people, holder) : null;
}

function ResolveFields({ typed, people, candidates, replaced, onChange }: ResolveFieldsProps) {
  const { t } = useTranslation();
  const id = useId();
  const why = (person: string) => candidates.find((one) => one.person_id === person)?.why;
  const rank = (person: string) => (why(person) ? 0 : 1);
  const options = [...people]
    .sort((a, b) => rank(a.person_id) - rank(b.person_id))
    .map((one) => {
      const reason = why(one.person_id);
      const label = reason ? `${one.name}（${t(`coverage.why.${reason}`)}）` : one.name;
      return { value: one.person_id, label };
    });
  return (
    <div className="zs-stack">
      <label htmlFor={`${id}-who`}>{t('coverage.resolve.who')}</label>
      <Select
        id={`${id}-who`}
        showSearch={{ optionFilterProp: 'label' }}
        value={typed.person_id || null}
        options={options}
        onChange={(person) => {
          onChange({ person_id: person ?? '' });
        }}
      />
      <HowFields typed={typed} onChange={onChange} />
      {replaced === null ? null : (
        <Checkbox
          checked={typed.replaced_stays}
          onChange={(event) => {
            onChange({ replaced_stays: event.target.checked });
          }}
        >
          {t('coverage.resolve.replacedStays', { name: replaced })}
        </Checkbox>
      )}
      <label htmlFor={`${id}-why`}>{t('coverage.reason')}</label>
      <Input
        id={`${id}-why`}
        placeholder={t('coverage.resolve.reasonHint')}
        value={typed.reason}
        onChange={(event) => {
          onChange({ reason: event.target.value });
        }}
      />
    </div>
  );
}

type HowProps = Pick<ResolveFieldsProps, 'typed' | 'onChange'>;

/** At the post, or in charge from afar with a time to come. */
function HowFields({ typed, onChange }: HowProps) {
  const { t } = useTranslation();
  return (
    <>
      <Radio.Group
        aria-label={t('coverage.resolve.how')}
        value={typed.response_minutes === null ? 'post' : 'remote'}
        options={[
          { value: 'post', label: t('coverage.resolve.atPost') },
          { value: 'remote', label: t('coverage.resolve.remote') },
        ]}
        onChange={(event) => {
          const remote = event.target.value === 'remote';
          onChange({ response_minutes: remote ? RESPONSE_MINUTES : null, there: false });
        }}
      />
      {typed.response_minutes === null ? (
        <Checkbox
          checked={typed.there}
          onChange={(event) => {
            onChange({ there: event.target.checked });
          }}
        >
          {t('coverage.resolve.there')}
        </Checkbox>
      ) : (
        <InputNumber
          min={5}
          max={180}
          value={typed.response_minutes}
          prefix={t('coverage.resolve.within')}
          suffix={t('coverage.resolve.minutes')}
          onChange={(minutes) => {
            onChange({ response_minutes: minutes ?? RESPONSE_MINUTES });
          }}
        />
      )}
    </>
  );
}
