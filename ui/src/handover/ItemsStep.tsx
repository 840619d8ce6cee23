import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Select, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../shared/EmptyState';
import { useDraft } from '../shared/useDraft';
import {
  countsToSend,
  EXPLANATIONS,
  spotItems,
  typedLine,
  type CountLine,
  type ExplanationKind,
  type TypedCount,
  type TypedCounts,
} from './model';
import { StepFoot, type StepProps } from './StepFoot';
import { useWizard } from './wizardContext';

/** ① 物品清点: a dozen lines, expected against counted. */
export function ItemsStep({ onNext }: StepProps) {
  const { t, i18n } = useTranslation();
  const { handover, mayFill, act } = useWizard();
  const { draft, spots, type, asAtStart, save } = useCounting();
  if (handover.items.length === 0) {
    return (
      <>
        <h2 id="zs-ho-items" className="zs-ho-h2">
          {t('handover.step.items')}
        </h2>
        <EmptyState why={t('handover.items.none')} next={t('handover.items.noneNext')} />
        <StepFoot step="items" onNext={onNext} />
      </>
    );
  }
  return (
    <>
      <div className="zs-ho-title">
        <h2 id="zs-ho-items" className="zs-ho-h2">
          {t('handover.step.items')}
        </h2>
        <Button disabled={!mayFill} onClick={asAtStart}>
          {t('handover.items.same')}
        </Button>
      </div>
      <p className="zs-muted">
        {spots.size > 0
          ? t('handover.items.sameExplain', { n: spots.size })
          : t('handover.items.explain')}
      </p>
      <ul className="zs-ho-items">
        {handover.items.map((line) => (
          <ItemRow
            key={line.item}
            line={line}
            name={i18n.language === 'en' && line.name_en ? line.name_en : line.name}
            spot={spots.has(line.item)}
            typed={draft.value[line.item]}
            disabled={!mayFill}
            onType={(change) => {
              type(line.item, change);
            }}
          />
        ))}
      </ul>
      <StepFoot step="items" onNext={onNext} {...(mayFill ? { save } : {})} pending={act.pending} />
    </>
  );
}

/** What is typed while counting; it is sent when the step is left. */
function useCounting() {
  const { handover, edit } = useWizard();
  const draft = useDraft<TypedCounts>(`handover.items.${handover.handover_id}`, {});
  const [spots, setSpots] = useState<Set<string>>(new Set());
  const type = (item: string, change: TypedCount) => {
    draft.setValue((before) => ({ ...before, [item]: { ...before[item], ...change } }));
  };
  const asAtStart = () => {
    const byHand = spotItems(handover);
    setSpots(byHand);
    for (const line of handover.items) {
      const untouched = typedLine(line, draft.value[line.item]).counted === null;
      if (untouched && !byHand.has(line.item)) type(line.item, { counted: line.expected });
    }
  };
  const save = async () => {
    const counts = countsToSend(handover, draft.value);
    if (counts.length > 0 && !(await edit({ edit: 'count', counts }))) return false;
    draft.clear();
    return true;
  };
  return { draft, spots, type, asAtStart, save };
}

interface ItemRowProps {
  line: CountLine;
  name: string;
  spot: boolean;
  typed: TypedCount | undefined;
  disabled: boolean;
  onType: (change: TypedCount) => void;
}

function ItemRow({ line, name, spot, typed, disabled, onType }: ItemRowProps) {
  const { t } = useTranslation();
  const now = typedLine(line, typed);
  const step = (by: number) => {
    onType({ counted: Math.max(0, (now.counted ?? line.expected) + by) });
  };
  return (
    <li className={now.differs ? 'zs-ho-item zs-ho-item-differs' : 'zs-ho-item'}>
      <span className="zs-ho-item-name">
        {name} {spot ? <Tag color="blue">{t('handover.items.spot')}</Tag> : null}
      </span>
      <span className="zs-ho-item-expected">
        {t('handover.items.expected')} {line.expected}
      </span>
      <span className="zs-ho-stepper">
        <Button
          icon={<MinusOutlined />}
          aria-label={t('handover.items.minus', { name })}
          disabled={disabled}
          onClick={() => {
            step(-1);
          }}
        />
        <InputNumber
          min={0}
          max={9999}
          precision={0}
          controls={false}
          aria-label={t('handover.items.countOf', { name })}
          placeholder={t('handover.items.counted')}
          value={now.counted}
          disabled={disabled}
          onChange={(counted) => {
            onType({ counted });
          }}
        />
        <Button
          icon={<PlusOutlined />}
          aria-label={t('handover.items.plus', { name })}
          disabled={disabled}
          onClick={() => {
            step(1);
          }}
        />
        <Button
          type={now.counted === line.expected ? 'primary' : 'default'}
          ghost={now.counted === line.expected}
          disabled={disabled}
          aria-label={`${name} ${t('handover.items.fits')}`}
          onClick={() => {
            onType({ counted: line.expected });
          }}
        >
          {t('handover.items.fits')}
        </Button>
      </span>
      <ItemState line={line} counted={now.counted} />
      {now.differs ? <Explain name={name} now={now} disabled={disabled} onType={onType} /> : null}
    </li>
  );
}

function ItemState({ line, counted }: { line: CountLine; counted: number | null }) {
  const { t } = useTranslation();
  const by = counted === null ? 0 : counted - line.expected;
  const words =
    counted === null
      ? t('handover.items.notYet')
      : by < 0
        ? t('handover.items.differs', { n: -by })
        : by > 0
          ? t('handover.items.surplus', { n: by })
          : '✓';
  return (
    <span className={by === 0 ? 'zs-ho-item-state' : 'zs-ho-item-state zs-ho-bad'}>{words}</span>
  );
}

interface ExplainProps {
  name: string;
  now: ReturnType<typeof typedLine>;
  disabled: boolean;
  onType: (change: TypedCount) => void;
}

function Explain({ name, now, disabled, onType }: ExplainProps) {
  const { t } = useTranslation();
  const kinds: readonly ExplanationKind[] =
    now.kind === 'surplus' ? ['surplus', ...EXPLANATIONS] : EXPLANATIONS;
  return (
    <span className="zs-ho-explain">
      <Select<ExplanationKind>
        aria-label={`${name} ${t('handover.items.kind')}`}
        value={now.kind}
        disabled={disabled}
        options={kinds.map((kind) => ({ value: kind, label: t(`handover.explanation.${kind}`) }))}
        onChange={(kind) => {
          onType({ kind });
        }}
      />
      <Input
        aria-label={`${name} ${t('handover.items.text')}`}
        placeholder={t('handover.items.textHint')}
        value={now.text}
        disabled={disabled}
        status={now.text.trim() === '' ? 'warning' : ''}
        onChange={(event) => {
          onType({ text: event.target.value });
        }}
      />
    </span>
  );
}
