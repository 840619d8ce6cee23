import { useTranslation } from 'react-i18next';
import { GridCell, type CellMark } from './GridCell';
import {
  cellKey,
  EMPTY_CELL,
  isEmployedOn,
  type Cell,
  type RosterIssue,
  type RosterRow,
} from './model';
import { columnClass } from './month';
import type { GridProps } from './RosterGrid';
import { markLetter } from './shiftMarks';
import type { RowSum } from './sums';
import { useRosterWords } from './words';

interface GridRowProps {
  grid: GridProps;
  person: RosterRow;
  row: number;
  cells: ReadonlyMap<string, Cell>;
  issues: ReadonlyMap<string, readonly RosterIssue[]>;
  sum: RowSum | undefined;
}

/** One person through the month. */
export function GridRow({ grid, person, row, cells, issues, sum }: GridRowProps) {
  const { t } = useTranslation();
  const words = useRosterWords();
  return (
    <tr>
      <th scope="row" className="zs-roster-name" title={words.roles(person.roles)}>
        {person.name}
      </th>
      {grid.days.map((date, column) => {
        const key = cellKey(person.person_id, date);
        const cell = cells.get(key) ?? EMPTY_CELL;
        const wrong = issues.get(key) ?? [];
        const severity = wrong[0]?.severity ?? null;
        const away = !isEmployedOn(person, date);
        const active = grid.at.row === row && grid.at.column === column;
        const content = away ? t('roster.grid.away') : words.content(grid.roster, cell);
        const label = t('roster.grid.cell', {
          name: person.name,
          date: words.date(date),
          weekday: words.weekday(date),
          content: severity ? `${content}，${t(`roster.grid.issue.${severity}`)}` : content,
        });
        return (
          <GridCell
            key={date}
            place={{ row, column }}
            marks={marksOf(grid, cell, words.english)}
            label={label}
            hint={wrong.map((one) => words.issue(one)).join('\n')}
            severity={severity}
            className={`${columnClass(date, grid.today)}${away ? ' zs-roster-away' : ''}`}
            active={active}
            selected={active && Boolean(grid.menu)}
            menu={active ? grid.menu : null}
            onOpen={grid.onOpen}
            onClose={grid.onClose}
            onFocus={grid.onFocus}
            onKeyDown={grid.onKeyDown}
          />
        );
      })}
      <td className="zs-roster-sum">{sum?.shifts ?? 0}</td>
      <td className="zs-roster-sum">{sum?.nights ?? 0}</td>
      <td className="zs-roster-sum">{Math.round((sum?.minutes ?? 0) / 6) / 10}</td>
    </tr>
  );
}

function marksOf(grid: GridProps, cell: Cell, english: boolean): CellMark[] {
  if (cell.mark) {
    const letter = markLetter(cell.mark, english ? 'en' : 'zh');
    return [{ letter, className: `zs-roster-${cell.mark}` }];
  }
  return cell.shifts.map((key) => {
    const mark = grid.marks.get(key);
    return { letter: mark?.letter ?? '?', className: `zs-roster-tone-${String(mark?.tone ?? 0)}` };
  });
}
