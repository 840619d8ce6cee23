import { useQueryClient } from '@tanstack/react-query';
import { App, Checkbox, Input, Modal, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema';
import { actHeaders, api } from '../shared/api';
import { serverClock } from '../shared/clock';
import { communityKey, useCommunity } from '../shared/community';
import { ProblemAlert } from '../shared/ProblemAlert';
import { instantOf } from '../shared/time';
import { useAct } from '../shared/useAct';
import { useDraft } from '../shared/useDraft';
import { useTime } from '../shared/useTime';

type Section = components['schemas']['LogSection'];

const SECTIONS: readonly Section[] = [
  'general',
  'equipment',
  'supervision',
  'stopped',
  'repair_demanded',
  'helped',
  'emergency_measure',
];

interface Typed {
  section: Section;
  text: string;
  late: boolean;
  date: string;
  time: string;
}

/** 记一笔: an entry by hand, now or as a late entry with the time it happened. */
export function WriteDialog({ post, onClose }: { post: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { id: community } = useCommunity();
  const clock = useTime();
  const now = serverClock.now();
  const draft = useDraft<Typed>(`dutylog.write.${post}`, {
    section: 'general',
    text: '',
    late: false,
    date: clock.format(now, 'date'),
    time: clock.format(now, 'time'),
  });
  const typed = draft.value;
  const write = useAct(async (input: Typed, actId) => {
    const at = input.late ? instantOf(input.date, input.time, clock.utcOffsetMinutes) : null;
    await api.POST('/api/c/{community}/dutylog', {
      params: { path: { community } },
      headers: actHeaders(actId),
      body: { post_id: post, section: input.section, text: input.text, happened_at: at },
    });
    return true;
  });
  const submit = async () => {
    if (!(await write.run(typed))) return;
    draft.clear();
    void message.success(t('dutylog.write.saved'));
    await queries.invalidateQueries({ queryKey: communityKey(community, 'dutylog') });
    onClose();
  };
  return (
    <Modal
      open
      title={t('dutylog.write.title')}
      okText={t('dutylog.write.save')}
      okButtonProps={{ disabled: typed.text.trim() === '' }}
      confirmLoading={write.pending}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <WriteFields
        typed={typed}
        onType={(change) => {
          draft.setValue((before) => ({ ...before, ...change }));
        }}
      />
      <ProblemAlert problem={write.problem} />
    </Modal>
  );
}

interface WriteFieldsProps {
  typed: Typed;
  onType: (change: Partial<Typed>) => void;
}

function WriteFields({ typed, onType }: WriteFieldsProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="zs-log-form">
      <label htmlFor={`${id}-section`}>{t('dutylog.write.section')}</label>
      <Select<Section>
        id={`${id}-section`}
        value={typed.section}
        options={SECTIONS.map((value) => ({ value, label: t(`dutylog.section.${value}`) }))}
        onChange={(section) => {
          onType({ section });
        }}
      />
      <label htmlFor={`${id}-text`}>{t('dutylog.write.text')}</label>
      <Input.TextArea
        id={`${id}-text`}
        rows={4}
        maxLength={2000}
        placeholder={t('dutylog.write.hint')}
        value={typed.text}
        onChange={(event) => {
          onType({ text: event.target.value });
        }}
      />
      <Checkbox
        checked={typed.late}
        onChange={(event) => {
          onType({ late: event.target.checked });
        }}
      >
        {t('dutylog.write.late')}
      </Checkbox>
      {typed.late ? (
        <>
          <div className="zs-log-late">
            <Input
              type="date"
              aria-label={t('dutylog.write.date')}
              value={typed.date}
              onChange={(event) => {
                onType({ date: event.target.value });
              }}
            />
            <Input
              type="time"
              aria-label={t('dutylog.write.time')}
              value={typed.time}
              onChange={(event) => {
                onType({ time: event.target.value });
              }}
            />
          </div>
          <p className="zs-muted">{t('dutylog.write.lateExplain')}</p>
        </>
      ) : null}
    </div>
  );
}
