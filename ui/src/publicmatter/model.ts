import type { components } from '../api/schema';
import { fromLookup, type Intake } from '../desk/model';

type Schemas = components['schemas'];
export type Matter = Schemas['PublicMatterView'];
export type Building = Schemas['BuildingView'];
export type Notice = Schemas['PublicMatterNotice'];
export type MatterInput = Schemas['PublicMatterInput'];

/** The longest title that the server takes; a longer content is no title. */
const LONGEST_TITLE = 40;

/** The home that stands in the form, written as its code as far as one can tell without asking. */
export function roomTyped(intake: Intake): string {
  const typed = intake.room.trim() === '' ? intake.lookup : intake.room;
  return typed
    .trim()
    .replace(/号楼|单元|[栋幢座楼室号#＃\s]/g, '-')
    .replace(/-+/g, '-')
    .toLowerCase();
}

/** Whether a home stands in one of the buildings. */
export function standsIn(buildings: readonly { code: string }[], room: string): boolean {
  return buildings.some(({ code }) => code !== '' && `${room}-`.startsWith(`${code}-`));
}

/** Who would be taken down by a tap now; empty for an unknown caller. */
export function callerOf(typed: Intake): string {
  const intake = fromLookup(typed);
  const { resident } = intake;
  return [intake.room, intake.callerName || resident?.name, resident ? '' : intake.callerPhone]
    .filter(Boolean)
    .join(' ');
}

/** The call that is taken down by one tap: whatever stands in the form, and nothing is needed. */
export function joiningOf(typed: Intake): Schemas['AddPublicMatterCallRequest'] {
  const intake = fromLookup(typed);
  return {
    resident_id: intake.resident?.id ?? null,
    call: {
      channel: intake.channel,
      room: intake.room,
      caller_name: intake.callerName,
      caller_phone: intake.callerPhone,
      content: intake.content,
      handling: intake.handling,
      told: intake.told,
    },
  };
}

/** What the dialog of a new matter begins with: what the first caller said. */
export function beginningOf(said: { kind: MatterInput['kind']; content: string }): MatterInput {
  const content = said.content.trim();
  const fits = content.length <= LONGEST_TITLE && !content.includes('\n');
  return {
    kind: said.kind,
    title: fits ? content : '',
    answer: '',
    building_ids: [],
    work_order_id: null,
  };
}

/** A stored matter as the form has it. */
export function inputOf(matter: Matter): MatterInput {
  return {
    kind: matter.kind,
    title: matter.title,
    answer: matter.answer,
    building_ids: matter.buildings.map((building) => building.id),
    work_order_id: matter.work_order?.id ?? null,
  };
}
