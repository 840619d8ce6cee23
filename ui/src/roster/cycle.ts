import {
  hasRoleFor,
  type Filling,
  type Roster,
  type RosterRow,
  type Shift,
  type Template,
} from './model';

/** Who walks through a cycle: the place of the pattern where each person begins; absent: not in it. */
export type CyclePlan = ReadonlyMap<string, number>;

/** The shifts of a pattern that a person has no role for. */
export function unfitShifts(roster: Roster, row: RosterRow, template: Template): Shift[] {
  return roster.shifts.filter(
    (shift) => template.pattern.includes(shift.key) && !hasRoleFor(row, shift),
  );
}

/** Everybody with the roles for all of it, one after the other. */
export function suggestedPlan(roster: Roster, template: Template): CyclePlan {
  const fit = roster.people
    .filter((row) => unfitShifts(roster, row, template).length === 0)
    .map((row) => row.person_id);
  return spread(fit, template.pattern.length);
}

/** The first pattern that somebody can walk through, so that the dialog opens on a useful one. */
export function suggestedTemplate(roster: Roster): Template | undefined {
  return (
    roster.templates.find((template) => suggestedPlan(roster, template).size > 0) ??
    roster.templates[0]
  );
}

/** Beginnings as far apart as the pattern allows. */
export function spread(people: readonly string[], length: number): CyclePlan {
  const step = length / Math.max(1, people.length);
  return new Map(people.map((person, at) => [person, Math.floor(at * step) % length]));
}

export function cycleFilling(template: Template, plan: CyclePlan): Filling {
  return {
    method: 'cycle',
    pattern: template.pattern,
    rows: [...plan].map(([person, starts_at_slot]) => ({ person, starts_at_slot })),
  };
}
