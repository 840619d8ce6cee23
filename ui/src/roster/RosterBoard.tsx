import { Alert, App, Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverClock } from '../shared/clock';
import { useMay } from '../shared/community';
import { EmptyState } from '../shared/EmptyState';
import { useTime } from '../shared/useTime';
import { BoardBar } from './BoardBar';
import { BoardDialogs, type OpenDialog } from './BoardDialogs';
import { CellMenu } from './CellMenu';
import { issuesOf, placeOf } from './issues';
import { Legend } from './Legend';
import { canStillChange, cellKey, type Cell, type Roster, type RosterRow } from './model';
import { daysOf } from './month';
import { PrintFoot, PrintHead } from './PrintFrame';
import { ProblemList } from './ProblemList';
import { RosterGrid } from './RosterGrid';
import { SaveProblem } from './SaveState';
import { shiftMarks, type ShiftMark } from './shiftMarks';
import { useCellEdits, type CellEdits } from './useCellEdits';
import { useGrid, type Spot } from './useGrid';
import { useRosterWords } from './words';

/** One roster on a PC: grid, legend, problems, and what can be done with it. */
export function RosterBoard({ roster }: { roster: Roster }) {
  const { i18n } = useTranslation();
  const edits = useCellEdits(roster);
  const days = useMemo(() => daysOf(roster.month), [roster.month]);
  const marks = useMemo(
    () => shiftMarks(roster.shifts, i18n.language),
    [roster.shifts, i18n.language],
  );
  const editable = useMay('edit_roster') && roster.state === 'draft';
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const chosen = useChosen(roster, setDialog);
  const { root, ...grid } = useGrid({ edits, days, marks, editable, onChosen: chosen });
  const today = useTime().format(serverClock.now(), 'date');
  if (roster.people.length === 0) return <NobodyEligible roster={roster} />;
  const menu = grid.spot ? (
    <OpenMenu edits={edits} marks={marks} spot={grid.spot} onClose={grid.leaveMenu} />
  ) : null;
  return (
    <div className="zs-roster-sheet" ref={root}>
      <PrintHead roster={roster} />
      <section className="zs-panel zs-roster-panel">
        <BoardBar
          roster={roster}
          edits={edits}
          editable={editable}
          onUndo={grid.undo}
          onDialog={setDialog}
        />
        <SaveProblem roster={roster} edits={edits} />
        {editable && edits.shown.cells.length === 0 ? <StartHint onDialog={setDialog} /> : null}
        <RosterGrid
          {...grid}
          roster={edits.shown}
          days={days}
          marks={marks}
          today={today}
          menu={menu}
        />
        <Legend roster={roster} marks={marks} keys={editable} />
      </section>
      <ProblemList
        problems={roster.problems}
        onJump={(issue) => {
          const place = placeOf(roster, days, issue);
          if (place) grid.focus(place);
        }}
      />
      <PrintFoot />
      <BoardDialogs
        roster={roster}
        open={dialog}
        onClose={() => {
          setDialog(null);
        }}
        onFilled={edits.forget}
      />
    </div>
  );
}

interface OpenMenuProps {
  edits: CellEdits;
  marks: ReadonlyMap<string, ShiftMark>;
  spot: Spot;
  onClose: () => void;
}

/** The menu of the cell that is open, with what the rules find there. */
function OpenMenu({ edits, marks, spot, onClose }: OpenMenuProps) {
  const { person, date, cell } = spot;
  const issues = issuesOf(edits.shown).cells.get(cellKey(person.person_id, date)) ?? [];
  return (
    <CellMenu
      roster={edits.shown}
      row={person}
      date={date}
      cell={cell}
      marks={marks}
      issues={issues}
      onEdit={edits.edit}
      onClose={onClose}
    />
  );
}

/** In a roster that is not a draft a cell leads to the change of one shift, or says why it does not. */
function useChosen(roster: Roster, onDialog: (dialog: OpenDialog) => void) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const mayChange = useMay('publish_roster');
  return (row: RosterRow, date: string, cell: Cell) => {
    if (roster.state === 'draft' || !mayChange) {
      void message.info(t('roster.grid.readOnlyHint'));
      return;
    }
    if (cell.shifts.length === 0) {
      void message.info(t('roster.grid.publishedHint'));
      return;
    }
    const open = cell.shifts.filter((key) => canStillChange(roster, date, key, serverClock.now()));
    if (open.length === 0) void message.info(t('roster.grid.begunHint'));
    else onDialog({ kind: 'change', personId: row.person_id, date, shifts: open });
  };
}

function NobodyEligible({ roster }: { roster: Roster }) {
  const { t } = useTranslation();
  const words = useRosterWords();
  const roles = words.roles([...new Set(roster.shifts.flatMap((shift) => shift.roles))]);
  return (
    <section className="zs-panel">
      <EmptyState title={t('roster.people.none')} why={t('roster.people.why', { roles })} />
    </section>
  );
}

/** An empty draft says how to begin. */
function StartHint({ onDialog }: { onDialog: (dialog: OpenDialog) => void }) {
  const { t } = useTranslation();
  return (
    <Alert
      className="zs-roster-start zs-no-print"
      type="info"
      showIcon
      title={t('roster.fill.start')}
      action={
        <Button
          size="small"
          type="primary"
          onClick={() => {
            onDialog({ kind: 'fill', method: 'rotate' });
          }}
        >
          {t('roster.fill.rotate')}
        </Button>
      }
    />
  );
}
