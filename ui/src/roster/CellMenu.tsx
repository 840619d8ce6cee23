import { Button } from 'antd';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import {
  barOf,
  chooseShift,
  fitsBeside,
  type Bar,
  type Cell,
  type CellEdit,
  type Roster,
  type RosterIssue,
  type RosterRow,
  type Shift,
} from './model';
import { markLetter, type ShiftMark } from './shiftMarks';
import { useRosterWords } from './words';

interface CellMenuProps {
  roster: Roster;
  row: RosterRow;
  date: string;
  cell: Cell;
  marks: ReadonlyMap<string, ShiftMark>;
  issues: readonly RosterIssue[];
  onEdit: (edit: CellEdit) => void;
  onClose: () => void;
}

/** The small menu of a cell: its shifts, rest, leave, clear, and what is wrong there. */
export function CellMenu(props: CellMenuProps) {
  const { roster, row, date, cell } = props;
  const { t } = useTranslation();
  const words = useRosterWords();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('button:not(:disabled)')?.focus();
  }, []);
  const title = t('roster.menuCell.title', {
    name: row.name,
    date: words.date(date),
    weekday: words.weekday(date),
  });
  const put = (next: Cell) => {
    props.onEdit({ personId: row.person_id, date, ...next });
    props.onClose();
  };
  return (
    <div
      ref={list}
      role="toolbar"
      aria-label={title}
      aria-orientation="vertical"
      tabIndex={-1}
      className="zs-roster-menu"
      onKeyDown={(event) => {
        moveFocus(event, props);
      }}
    >
      <strong>{title}</strong>
      {props.issues.map((issue) => (
        <p key={issue.zh} className={`zs-roster-issue-${issue.severity}`}>
          {words.issue(issue)}
        </p>
      ))}
      {roster.shifts.map((shift) => (
        <ShiftChoice key={shift.key} {...props} shift={shift} onPut={put} />
      ))}
      <MarkChoices cell={cell} onPut={put} />
      <Button
        block
        disabled={cell.shifts.length === 0 && cell.mark === null}
        onClick={() => {
          put({ shifts: [], mark: null });
        }}
      >
        {t('roster.menuCell.clear')}
      </Button>
    </div>
  );
}

function MarkChoices({ cell, onPut }: { cell: Cell; onPut: (next: Cell) => void }) {
  const { t, i18n } = useTranslation();
  return (['rest', 'leave'] as const).map((kind) => (
    <Button
      key={kind}
      block
      aria-pressed={cell.mark === kind}
      onClick={() => {
        onPut({ shifts: [], mark: cell.mark === kind ? null : kind });
      }}
    >
      <span className={`zs-roster-mark zs-roster-${kind}`}>{markLetter(kind, i18n.language)}</span>
      {t(`roster.mark.${kind}`)}
    </Button>
  ));
}

interface ShiftChoiceProps extends CellMenuProps {
  shift: Shift;
  onPut: (next: Cell) => void;
}

function ShiftChoice({ roster, row, date, cell, marks, shift, onPut }: ShiftChoiceProps) {
  const { t } = useTranslation();
  const words = useRosterWords();
  const bar = barOf(roster, row, date, shift);
  const mark = marks.get(shift.key);
  // A shift inside another stands beside it anyway.
  const beside = bar === null && shift.within == null && fitsBeside(roster, cell, date, shift.key);
  return (
    <div className="zs-roster-choice">
      <Button
        block
        disabled={bar === 'not_employed' || bar === 'not_planned'}
        aria-pressed={cell.shifts.includes(shift.key)}
        onClick={() => {
          onPut(chooseShift(roster, cell, shift.key));
        }}
      >
        <span className={`zs-roster-mark zs-roster-tone-${String(mark?.tone ?? 0)}`}>
          {mark?.letter}
        </span>
        <span>
          {words.shift(shift)} <small>{shift.hours}</small>
          {bar ? <BarWords bar={bar} shift={shift} /> : null}
        </span>
      </Button>
      {beside ? (
        <Button
          aria-label={t('roster.menuCell.besideLabel', { shift: words.shift(shift) })}
          onClick={() => {
            onPut(chooseShift(roster, cell, shift.key, true));
          }}
        >
          {t('roster.menuCell.beside')}
        </Button>
      ) : null}
    </div>
  );
}

function BarWords({ bar, shift }: { bar: Bar; shift: Shift }) {
  const { t } = useTranslation();
  const words = useRosterWords();
  return (
    <em className="zs-roster-bar">
      {t(`roster.menuCell.bar.${bar}`, { roles: words.roles(shift.roles) })}
    </em>
  );
}

/** Arrows walk through the buttons, Escape leaves. */
function moveFocus(event: KeyboardEvent<HTMLElement>, { onClose }: CellMenuProps): void {
  if (event.key === 'Escape') {
    event.stopPropagation();
    onClose();
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not(:disabled)')];
  const at = buttons.findIndex((one) => one === document.activeElement);
  buttons[(at + step + buttons.length) % buttons.length]?.focus();
}
