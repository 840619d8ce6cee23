import { Form, Modal } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConflictDialog } from '../shared/ConflictDialog';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useAct } from '../shared/useAct';
import { useHotkeys } from '../shared/useHotkeys';

/** What the form began with, and the version that goes back with a change. */
export interface Base<Fields> {
  fields: Fields;
  version: number;
}

export interface EntryDialogProps<Fields extends object, Stored extends { version: number }> {
  title: string;
  initial: Fields;
  /** Left out when something is added. */
  version?: number;
  /** The words of the fields, for messages and for the comparison at a conflict. */
  labels: Record<keyof Fields & string, string>;
  /** How a value reads at a conflict; text by default. */
  show?: Partial<Record<keyof Fields & string, (value: unknown) => ReactNode>>;
  /** What is stored now, as the fields have it. */
  asFields: (stored: Stored) => Fields;
  send: (typed: Fields, base: Base<Fields>, actId: string) => Promise<unknown>;
  onSaved: () => void;
  onClose: () => void;
  children: (base: Fields) => ReactNode;
}

/** One thing of the lists, added or changed. Two people at once: both versions side by side. */
export function EntryDialog<Fields extends object, Stored extends { version: number }>(
  props: EntryDialogProps<Fields, Stored>,
) {
  const { t } = useTranslation();
  const { form, base, mine, save, submit, takeTheirs } = useEntry(props);
  const stored = save.problem?.isConflict ? (save.problem.current as Stored) : null;
  const names = Object.entries(props.labels) as [keyof Fields & string, string][];
  useHotkeys({ 'ctrl+enter': form.submit });
  return (
    <Modal
      open
      title={props.title}
      okText={t('shared.action.save')}
      cancelText={t('shared.action.cancel')}
      mask={{ closable: false }}
      confirmLoading={save.pending}
      onOk={form.submit}
      onCancel={props.onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark="optional"
        className="zs-entry-form"
        initialValues={base.fields}
        onFinish={(typed) => void submit(typed as Fields, base)}
      >
        {props.children(base.fields)}
      </Form>
      {stored ? null : (
        <ProblemAlert
          problem={save.problem}
          fields={Object.fromEntries(names.map(([name, label]) => [`/${name}`, label]))}
        />
      )}
      {stored && mine ? (
        <ConflictDialog
          open
          fields={names.map(([name, label]) => ({ name, label, show: props.show?.[name] }))}
          mine={mine as Record<string, unknown>}
          theirs={props.asFields(stored) as Record<string, unknown>}
          onKeepMine={() => void submit(mine, { ...base, version: stored.version })}
          onTakeTheirs={() => {
            takeTheirs(stored);
          }}
          onClose={save.dismiss}
        />
      ) : null}
    </Modal>
  );
}

function useEntry<Fields extends object, Stored extends { version: number }>(
  props: EntryDialogProps<Fields, Stored>,
) {
  const [form] = Form.useForm();
  const [base, setBase] = useState({ fields: props.initial, version: props.version ?? 0 });
  const [mine, setMine] = useState<Fields | null>(null);
  const save = useAct(async (input: { typed: Fields; base: Base<Fields> }, actId) => {
    await props.send(input.typed, input.base, actId);
    return true;
  });
  const { problem } = save;
  useEffect(() => {
    if (problem) form.setFields(problem.formFields());
  }, [problem, form]);
  const submit = async (typed: Fields, from: Base<Fields>) => {
    setMine(typed);
    setBase(from);
    if (await save.run({ typed, base: from })) props.onSaved();
  };
  const takeTheirs = (stored: Stored) => {
    const fields = props.asFields(stored);
    setBase({ fields, version: stored.version });
    form.setFieldsValue(fields);
    save.dismiss();
  };
  return { form, base, mine, save, submit, takeTheirs };
}
