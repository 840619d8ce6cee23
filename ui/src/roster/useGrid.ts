import { App } from 'antd';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { gridKey, type GridKey, type Place } from './keyboard';
import {
  barOf,
  cellKey,
  cellsOf,
  chooseShift,
  EMPTY_CELL,
  fitsBeside,
  isEmployedOn,
  type Cell,
  type RosterRow,
} from './model';
import type { ShiftMark } from './shiftMarks';
import type { CellEdits } from './useCellEdits';
import { useRosterWords } from './words';

interface GridInput {
  edits: CellEdits;
  days: readonly string[];
  marks: ReadonlyMap<string, ShiftMark>;
  /** Whether cells may be edited directly. */
  editable: boolean;
  /** A cell was chosen in a roster that cannot be edited directly. */
  onChosen: (row: RosterRow, date: string, cell: Cell) => void;
}

/** Mouse and keyboard on the grid: where it stands, which menu is open, and what a key does. */
export function useGrid(input: GridInput) {
  const { edits, days } = input;
  const roster = edits.shown;
  const root = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<Place>({ row: 0, column: 0 });
  const [open, setOpen] = useState(false);
  const press = useKeys(input);
  const focus = ({ row, column }: Place) => {
    const cell = root.current?.querySelector<HTMLElement>(
      `[data-place="${String(row)}-${String(column)}"]`,
    );
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    cell?.focus();
  };
  const spot = ({ row, column }: Place) => {
    const person = roster.people[row];
    const date = days[column];
    if (!person || !date) return null;
    const cell = cellsOf(roster).get(cellKey(person.person_id, date)) ?? EMPTY_CELL;
    return { person, date, cell };
  };
  const choose = (place: Place) => {
    const chosen = spot(place);
    if (!chosen) return;
    setAt(place);
    if (input.editable) setOpen(true);
    else input.onChosen(chosen.person, chosen.date, chosen.cell);
  };
  const undo = () => {
    const back = edits.undo();
    if (!back) return false;
    const row = roster.people.findIndex((one) => one.person_id === back.personId);
    focus({ row, column: days.indexOf(back.date) });
    return true;
  };
  const onKeyDown = (event: KeyboardEvent, place: Place) => {
    const size = { rows: roster.people.length, columns: days.length };
    const letters = [...input.marks.values()].map((mark) => mark.key);
    const key = gridKey(event.nativeEvent, place, size, letters);
    if (!key) return;
    event.preventDefault();
    if (key.kind === 'move') focus(key.to);
    else if (key.kind === 'open' || !input.editable) choose(place);
    else if (key.kind === 'undo') undo();
    else {
      const chosen = spot(place);
      if (chosen) press(key, chosen);
    }
  };
  const close = () => {
    setOpen(false);
  };
  const stable = useStable({ onOpen: choose, onClose: close, onFocus: setAt, onKeyDown });
  const leaveMenu = () => {
    close();
    focus(at);
  };
  return { root, at, spot: open ? spot(at) : null, focus, undo, leaveMenu, ...stable };
}

export interface Spot {
  person: RosterRow;
  date: string;
  cell: Cell;
}

/** What a letter, a digit or Delete does in a cell. */
function useKeys({ edits }: GridInput) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const words = useRosterWords();
  return (key: GridKey, { person, date, cell }: Spot) => {
    const roster = edits.shown;
    const personId = person.person_id;
    if (key.kind === 'clear') {
      edits.edit({ personId, date, ...EMPTY_CELL });
    } else if (key.kind === 'mark') {
      const mark = cell.mark === key.mark ? null : key.mark;
      if (isEmployedOn(person, date)) edits.edit({ personId, date, shifts: [], mark });
    } else if (key.kind === 'shift') {
      const shift = roster.shifts[key.at];
      if (!shift) return;
      const bar = barOf(roster, person, date, shift);
      if (bar) {
        const roles = words.roles(shift.roles);
        void message.warning(t(`roster.menuCell.bar.${bar}`, { roles }));
        if (bar !== 'wrong_role') return;
      }
      const beside = key.beside && fitsBeside(roster, cell, date, shift.key);
      edits.edit({ personId, date, ...chooseShift(roster, cell, shift.key, beside) });
    }
  };
}

interface Handlers {
  onOpen: (place: Place) => void;
  onClose: () => void;
  onFocus: (place: Place) => void;
  onKeyDown: (event: KeyboardEvent, place: Place) => void;
}

/** The same functions for every drawing, so that cells that did not change are left alone. */
function useStable(handlers: Handlers): Handlers {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  return useMemo(
    () => ({
      onOpen: (place) => {
        latest.current.onOpen(place);
      },
      onClose: () => {
        latest.current.onClose();
      },
      onFocus: (place) => {
        latest.current.onFocus(place);
      },
      onKeyDown: (event, place) => {
        latest.current.onKeyDown(event, place);
      },
    }),
    [],
  );
}
