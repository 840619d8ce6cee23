import { Alert, Button, Form, Input, type InputRef } from 'antd';
import { useEffect, type ClipboardEventHandler, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { MattersNear } from '../publicmatter/MattersNear';
import { looksLikePhone, cleanPhone } from '../shared/phone';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useHotkeys } from '../shared/useHotkeys';
import { CallerCards } from './CallerCards';
import { FilledBar } from './FilledBar';
import { HelpButton, HelpCalls } from './HelpButton';
import { useIntakeForm } from './intakeContext';
import { IntakePhotos } from './IntakePhotos';
import { KindAndChannel, OrderChoice, Particulars, type PartProps } from './IntakeParts';
import { chosenFrom, EMPTY_INTAKE, type Intake } from './model';
import { ScriptLine } from './ScriptLine';
import { usePasting } from './usePasting';

interface IntakeFormProps {
  /** Changes whenever somebody asks for intake: the lookup takes the focus. */
  focusAsked: number;
}

/** 来电来访登记: the lookup first, then as little as the caller leaves time for. */
export function IntakeForm({ focusAsked }: IntakeFormProps) {
  const { t } = useTranslation();
  const { draft, save, lookup, pictures, clear } = useIntakeForm();
  const { value: intake, setValue } = draft;
  const pasting = usePasting(intake, setValue);
  const set = (change: Partial<Intake>) => {
    setValue((before) => ({ ...before, ...change }));
  };
  const submit = () => {
    void save.run().then((saved) => {
      if (!saved) return;
      pasting.dismiss();
      lookup.current?.focus();
    });
  };
  useEffect(() => {
    if (focusAsked > 0) lookup.current?.focus();
  }, [focusAsked, lookup]);
  useHotkeys({ 'ctrl+enter': submit, n: () => lookup.current?.focus() });

  const fields = useFieldNames();
  const discard = () => {
    pasting.dismiss();
    clear();
  };
  return (
    <section
      className="zs-panel zs-desk-intake"
      aria-labelledby="zs-intake"
      onPaste={pictures.onPaste}
    >
      <IntakeHead />
      {draft.restored && intake !== EMPTY_INTAKE ? <Restored onClear={discard} /> : null}
      <Form layout="vertical" requiredMark={false}>
        <LookupField ref={lookup} intake={intake} set={set} onPaste={pasting.onPaste('lookup')} />
        <FilledBar filled={pasting.filled} onClose={pasting.dismiss} />
        <CallerCards
          typed={intake.lookup}
          chosenId={intake.resident?.id ?? null}
          onChoose={(card) => {
            set(chosenFrom(intake, card));
          }}
        />
        <MattersNear />
        <KindAndChannel intake={intake} set={set} />
        <Particulars intake={intake} set={set} onPaste={pasting.onPaste('content')} />
        <IntakePhotos pictures={pictures} channel={intake.channel} />
        <OrderChoice intake={intake} set={set} />
        <ProblemAlert problem={save.problem} onClose={save.dismiss} fields={fields} />
        <div className="zs-desk-save">
          <Button type="primary" size="large" loading={save.pending} onClick={submit}>
            {t('desk.intake.save')}
          </Button>
          <Button onClick={discard}>{t('desk.intake.clear')}</Button>
        </div>
      </Form>
    </section>
  );
}

/** What is needed on every call: a way to get help, and the words to say. */
function IntakeHead() {
  const { t } = useTranslation();
  return (
    <>
      <div className="zs-desk-head">
        <h2 id="zs-intake" className="zs-desk-h2">
          {t('desk.intake.title')}
        </h2>
        <HelpButton />
      </div>
      <HelpCalls />
      <ScriptLine />
    </>
  );
}

/** The names of the fields as the server points at them. */
function useFieldNames(): Record<string, string> {
  const { t } = useTranslation();
  const names = {
    content: t('desk.intake.content'),
    handling: t('desk.intake.handling'),
    room: t('desk.intake.room'),
    caller_name: t('desk.intake.caller'),
    caller_phone: t('desk.intake.phone'),
    told: t('desk.intake.told'),
    place: t('desk.intake.place'),
  };
  return Object.fromEntries(
    Object.entries(names).flatMap(([field, name]) =>
      ['', '/contact', '/order'].map((part) => [`${part}/${field}`, name]),
    ),
  );
}

function Restored({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert
      type="info"
      showIcon
      title={t('desk.intake.restored')}
      action={
        <Button size="small" onClick={onClear}>
          {t('desk.intake.clear')}
        </Button>
      }
    />
  );
}

interface LookupProps extends PartProps {
  ref: Ref<InputRef>;
  onPaste: ClipboardEventHandler;
}

function LookupField({ intake, set, ref, onPaste }: LookupProps) {
  const { t } = useTranslation();
  return (
    <Form.Item label={t('desk.intake.lookup')} htmlFor="zs-lookup">
      <Input
        id="zs-lookup"
        ref={ref}
        size="large"
        allowClear
        autoComplete="off"
        placeholder={t('desk.intake.lookupHint')}
        value={intake.lookup}
        onPaste={onPaste}
        onPressEnter={() => {
          document.querySelector<HTMLButtonElement>('.zs-desk-card button')?.focus();
        }}
        onChange={(event) => {
          const typed = event.target.value;
          set({ lookup: looksLikePhone(typed) ? cleanPhone(typed) : typed });
        }}
      />
    </Form.Item>
  );
}
