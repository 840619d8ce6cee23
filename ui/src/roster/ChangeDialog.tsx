import { App, Button, Input, Modal, Radio, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListed } from '../shared/listed';
import { ProblemAlert } from '../shared/ProblemAlert';
import type { Roster } from './model';
import { substitutesFor, type Substitute } from './substitutes';
import { useChangePublished } from './useRoster';
import { useRosterWords } from './words';

const REASON_AT_LEAST = 4;

interface ChangeDialogProps {
  roster: Roster;
  personId: string;
  date: string;
  shifts: readonly string[];
  onClose: () => void;
}

interface Typed {
  shift: string;
  to: string | null;
  reason: string;
}

/** 发布后调整: one shift of a published roster goes to somebody else, with a reason. */
export function ChangeDialog({ roster, personId, date, shifts, onClose }: ChangeDialogProps) {
  const listed = useListed();
  const { t } = useTranslation();
  const { message } = App.useApp();
  const words = useRosterWords();
  const change = useChangePublished(roster.id);
  const [typed, setTyped] = useState<Typed>({ shift: shifts[0] ?? '', to: null, reason: '' });
  const ready = typed.to !== null && typed.reason.trim().length >= REASON_AT_LEAST;
  const holder = roster.people.find((one) => one.person_id === personId)?.name ?? '';
  const submit = async () => {
    const { shift, to, reason } = typed;
    if (to === null) return;
    const input = {
      version: roster.version,
      date,
      shift,
      from_person_id: personId,
      to_person_id: to,
      reason: reason.trim(),
    };
    if (!(await change.run(input))) return;
    void message.success(t('roster.change.done'));
    onClose();
  };
  return (
    <Modal
      open
      title={t('roster.change.title')}
      okText={t('roster.change.run')}
      okButtonProps={{ disabled: !ready }}
      confirmLoading={change.pending}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <ChangeFields
        roster={roster}
        personId={personId}
        date={date}
        shifts={shifts}
        heading={t('roster.menuCell.title', {
          name: holder,
          date: words.date(date),
          weekday: words.weekday(date),
        })}
        typed={typed}
        onType={(part) => {
          setTyped((before) => ({ ...before, ...part }));
        }}
      />
      <ProblemAlert problem={change.problem} />
      {change.problem?.isConflict ? (
        <p>
          {t('roster.conflict.reloaded')}{' '}
          {t('shared.problem.field', {
            field: t('roster.change.holder'),
            detail: listed(holdersNow(roster, date, typed.shift)),
          })}
        </p>
      ) : null}
    </Modal>
  );
}

function holdersNow(roster: Roster, date: string, shift: string): string[] {
  return roster.cells
    .filter((cell) => cell.date === date && cell.shift === shift)
    .map((cell) => roster.people.find((one) => one.person_id === cell.person_id)?.name ?? '');
}

interface ChangeFieldsProps extends Omit<ChangeDialogProps, 'onClose'> {
  heading: string;
  typed: Typed;
  onType: (part: Partial<Typed>) => void;
}

function ChangeFields({
  roster,
  personId,
  date,
  shifts,
  heading,
  typed,
  onType,
}: ChangeFieldsProps) {
  const { t } = useTranslation();
  const words = useRosterWords();
  const id = useId();
  const bar = useBarWords(roster);
  const shift = roster.shifts.find((one) => one.key === typed.shift);
  return (
    <div className="zs-roster-form">
      <strong>{heading}</strong>
      <fieldset>
        <legend>{t('roster.change.shift')}</legend>
        <Radio.Group
          value={typed.shift}
          options={shifts.map((key) => ({ value: key, label: words.shiftByKey(roster, key) }))}
          onChange={(event) => {
            onType({ shift: String(event.target.value), to: null });
          }}
        />
      </fieldset>
      <label htmlFor={`${id}-to`}>{t('roster.change.to')}</label>
      <Select
        id={`${id}-to`}
        value={typed.to}
        placeholder={t('roster.change.toNeeded')}
        options={(shift ? substitutesFor(roster, date, shift, personId) : []).map((one) => ({
          value: one.row.person_id,
          label: one.bar ? `${one.row.name}（${bar(one)}）` : one.row.name,
          disabled: one.bar !== null,
        }))}
        onChange={(to: string) => {
          onType({ to });
        }}
      />
      <label htmlFor={`${id}-reason`}>{t('roster.change.reason')}</label>
      <div className="zs-roster-usual">
        {(['leave', 'ill', 'swap', 'work'] as const).map((kind) => (
          <Button
            key={kind}
            size="small"
            onClick={() => {
              onType({ reason: t(`roster.change.usual.${kind}`) });
            }}
          >
            {t(`roster.change.usual.${kind}`)}
          </Button>
        ))}
      </div>
      <Input.TextArea
        id={`${id}-reason`}
        rows={2}
        maxLength={200}
        placeholder={t('roster.change.reasonHint')}
        value={typed.reason}
        onChange={(event) => {
          onType({ reason: event.target.value });
        }}
      />
    </div>
  );
}

function useBarWords(roster: Roster): (one: Substitute) => string {
  const { t } = useTranslation();
  const words = useRosterWords();
  return ({ bar, busyWith }) =>
    bar === null
      ? ''
      : t(`roster.change.bar.${bar}`, { shift: words.shiftByKey(roster, busyWith ?? '') });
}
