import { Popover } from 'antd';
import { memo, type KeyboardEvent, type ReactNode } from 'react';
import type { Severity } from './model';
import type { Place } from './keyboard';

/** One letter in a cell. */
export interface CellMark {
  letter: string;
  className: string;
}

interface GridCellProps {
  place: Place;
  marks: readonly CellMark[];
  label: string;
  /** What is wrong here, for the pointer. */
  hint: string;
  severity: Severity | null;
  className: string;
  /** Whether Tab comes here. */
  active: boolean;
  selected: boolean;
  menu: ReactNode;
  onOpen: (place: Place) => void;
  onClose: () => void;
  onFocus: (place: Place) => void;
  onKeyDown: (event: KeyboardEvent, place: Place) => void;
}

/** A cell of the grid: the letters of its shifts, and a corner when something is wrong. */
function Cell(props: GridCellProps) {
  const { place, marks, severity } = props;
  return (
    <td role="gridcell" className={props.className} aria-selected={props.selected}>
      <button
        type="button"
        className="zs-roster-cell"
        data-place={`${String(place.row)}-${String(place.column)}`}
        tabIndex={props.active ? 0 : -1}
        aria-label={props.label}
        title={props.hint}
        onClick={() => {
          props.onOpen(place);
        }}
        onFocus={() => {
          props.onFocus(place);
        }}
        onKeyDown={(event) => {
          props.onKeyDown(event, place);
        }}
      >
        {marks.map((mark) => (
          <span key={mark.letter} className={`zs-roster-mark ${mark.className}`}>
            {mark.letter}
          </span>
        ))}
        {severity ? <i className={`zs-roster-corner zs-roster-corner-${severity}`} /> : null}
      </button>
      {props.menu ? (
        <Popover
          open
          trigger="click"
          placement="bottom"
          content={props.menu}
          destroyOnHidden
          onOpenChange={(open) => {
            if (!open) props.onClose();
          }}
        >
          <span className="zs-roster-anchor" />
        </Popover>
      ) : null}
    </td>
  );
}

/** A month has hundreds of cells; only those that changed are drawn again. */
export const GridCell = memo(Cell, (before, after) => {
  const keys = Object.keys(after) as (keyof GridCellProps)[];
  return keys.every((key) => {
    if (key === 'place') {
      return before.place.row === after.place.row && before.place.column === after.place.column;
    }
    if (key === 'marks') return sameMarks(before.marks, after.marks);
    return before[key] === after[key];
  });
});

function sameMarks(a: readonly CellMark[], b: readonly CellMark[]): boolean {
  return (
    a.length === b.length &&
    a.every((mark, at) => mark.letter === b[at]?.letter && mark.className === b[at].className)
  );
}
