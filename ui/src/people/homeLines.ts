import { cleanPhone } from '../shared/phone';
import type { HomeInput, Relation } from './model';
import { isStorablePhone } from './phoneEdit';

/** Columns in the order that a list without headings has them. */
export const COLUMNS = ['building', 'unit', 'number', 'name', 'phone', 'relation', 'note'] as const;
type Column = (typeof COLUMNS)[number];

export type LineFault = 'building' | 'number' | 'name' | 'phone' | 'relation';

/** One line of a pasted table, read. */
export interface HomeLine {
  /** As the person counts: the first line of the text is 1. */
  line: number;
  cells: Record<Column, string>;
  relation: Relation;
  faults: LineFault[];
}

const HEADINGS: [Column, RegExp][] = [
  ['building', /楼栋|楼号|楼幢|栋号|幢号|^栋$|^幢$|^building$/i],
  ['unit', /单元|^unit$/i],
  ['number', /房号|室号|房间|门牌|^room$|^home$|^number$/i],
  ['phone', /电话|手机|联系方式|^phone$|^mobile$/i],
  ['relation', /身份|类型|类别|关系|^relation$/i],
  ['note', /备注|说明|^note$|^remark$/i],
  ['name', /姓名|住户|业主|名字|^name$|^resident$/i],
];

const RELATION_WORDS: [Relation, RegExp][] = [
  ['owner', /^(业主|产权人|房主|owner)$/i],
  ['tenant', /^(租户|租客|承租人|tenant)$/i],
  ['occupant', /^(使用人|住户|家属|同住人|occupant)$/i],
];

/**
 * Reads lines pasted from a table: tabs as a spreadsheet copies them, otherwise commas. Headings in the
 * first line name the columns; without them the usual order counts. An empty relation is the owner.
 */
export function readHomeLines(text: string): HomeLine[] {
  const rows = text.split(/\r?\n/).map((row, index) => ({ line: index + 1, cells: cellsOf(row) }));
  const filled = rows.filter((row) => row.cells.some((cell) => cell !== ''));
  const headings = filled[0] ? headingsOf(filled[0].cells) : null;
  const order = headings ?? COLUMNS;
  return filled.slice(headings ? 1 : 0).map((row) => readLine(row.line, row.cells, order));
}

function cellsOf(row: string): string[] {
  const cells = row.includes('\t') ? row.split('\t') : row.split(/[,，]/);
  return cells.map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}

/** The columns by their headings; null when the first line is a home already. */
function headingsOf(cells: string[]): (Column | null)[] | null {
  const named = cells.map(
    (cell) => HEADINGS.find(([, heading]) => !/\d/.test(cell) && heading.test(cell))?.[0] ?? null,
  );
  return named.includes('number') ? named : null;
}

function readLine(line: number, row: string[], order: readonly (Column | null)[]): HomeLine {
  const cells = Object.fromEntries(
    COLUMNS.map((column) => [column, row[order.indexOf(column)] ?? '']),
  ) as Record<Column, string>;
  const relation =
    cells.relation === ''
      ? 'owner'
      : RELATION_WORDS.find(([, word]) => word.test(cells.relation))?.[0];
  const faults: LineFault[] = [];
  if (cells.building === '') faults.push('building');
  if (cells.number === '') faults.push('number');
  if (cells.name === '' && cells.phone !== '') faults.push('name');
  if (cells.phone !== '' && !isStorablePhone(cells.phone)) faults.push('phone');
  if (relation === undefined) faults.push('relation');
  return { line, cells, relation: relation ?? 'owner', faults };
}

/** Where a value of the request stands in the pasted text. */
export interface Place {
  line: number;
  column: (typeof COLUMNS)[number];
}

/** The place in the text for each JSON pointer into `homesOfLines`, so that a refusal can name it. */
export function placesOfLines(lines: readonly HomeLine[]): Record<string, Place> {
  const places: Record<string, Place> = {};
  const homes = new Map<string, { at: number; residents: number }>();
  for (const { line, cells } of lines) {
    const key = keyOf(cells);
    const home = homes.get(key) ?? { at: homes.size, residents: 0 };
    homes.set(key, home);
    for (const column of ['building', 'unit', 'number'] as const) {
      places[`/${home.at}/${column}`] ??= { line, column };
    }
    if (cells.name === '') continue;
    for (const column of ['name', 'phone', 'relation', 'note'] as const) {
      places[`/${home.at}/residents/${home.residents}/${column}`] = { line, column };
    }
    home.residents += 1;
  }
  return places;
}

function keyOf(cells: HomeLine['cells']): string {
  return [cells.building, cells.unit, cells.number].join('\t');
}

/** The homes of the lines; several residents of one home stand in several lines. */
export function homesOfLines(lines: readonly HomeLine[]): HomeInput[] {
  const homes = new Map<string, HomeInput & { residents: NonNullable<HomeInput['residents']> }>();
  for (const { cells, relation } of lines) {
    const key = keyOf(cells);
    const home = homes.get(key) ?? {
      building: cells.building,
      unit: cells.unit,
      number: cells.number,
      residents: [],
    };
    homes.set(key, home);
    if (cells.name === '') continue;
    home.residents.push({
      name: cells.name,
      phone: cleanPhone(cells.phone),
      relation,
      note: cells.note,
    });
  }
  return [...homes.values()];
}
