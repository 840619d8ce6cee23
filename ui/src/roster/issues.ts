import { cellKey, type Roster, type RosterIssue, type Severity } from './model';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'advice'];

/** The problems at each place of the grid, the gravest first. */
export interface Issues {
  /** By person and date. */
  cells: ReadonlyMap<string, readonly RosterIssue[]>;
  /** By shift and date: what concerns nobody in particular, e.g. a shift without people. */
  shifts: ReadonlyMap<string, readonly RosterIssue[]>;
}

export function issuesOf(roster: Roster): Issues {
  const cells = new Map<string, RosterIssue[]>();
  const shifts = new Map<string, RosterIssue[]>();
  for (const issue of byGravity(roster.problems)) {
    for (const ref of issue.cells) {
      if (ref.person) note(cells, cellKey(ref.person, ref.date), issue);
      else if (ref.shift) note(shifts, cellKey(ref.shift, ref.date), issue);
    }
  }
  return { cells, shifts };
}

function note(map: Map<string, RosterIssue[]>, key: string, issue: RosterIssue): void {
  const found = map.get(key);
  if (!found) map.set(key, [issue]);
  else if (!found.includes(issue)) found.push(issue);
}

export function byGravity(problems: readonly RosterIssue[]): RosterIssue[] {
  const first = (issue: RosterIssue) => issue.cells[0]?.date ?? '';
  return [...problems].sort(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      first(a).localeCompare(first(b)),
  );
}

export function countOf(problems: readonly RosterIssue[], severity: Severity): number {
  return problems.filter((one) => one.severity === severity).length;
}

/** The row and column where a problem stands; row 0 of the day when it concerns nobody yet. */
export function placeOf(
  roster: Roster,
  days: readonly string[],
  issue: RosterIssue,
): { row: number; column: number } | null {
  const ref = issue.cells.find((one) => days.includes(one.date));
  if (!ref) return null;
  const row = roster.people.findIndex((one) => one.person_id === ref.person);
  return { row: Math.max(0, row), column: days.indexOf(ref.date) };
}

const DIGITS = '零一二三四五六七八九';

/** 劳动法第三十六条 → Labour Law, Article 36, which is how the server names the law it applies. */
export function articleOf(article: string, language: string): string {
  const [, law, number] = /^(.+)第([一二三四五六七八九十]+)条$/.exec(article) ?? [];
  if (language !== 'en' || law !== '劳动法' || number === undefined) return article;
  const [tens = '', ones = ''] = number.includes('十') ? number.split('十') : ['零', number];
  const value =
    (tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + Math.max(0, DIGITS.indexOf(ones || '零'));
  return `Labour Law, Article ${String(value)}`;
}
