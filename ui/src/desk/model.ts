import type { components } from '../api/schema';
import type { PastedMessage } from './pasted';

type Schemas = components['schemas'];
export type Contact = Schemas['ContactView'];
export type CallerCard = Schemas['CallerCard'];
export type ContactKind = Schemas['ContactKind'];
export type Channel = Schemas['ContactChannel'];

export type Urgency = Schemas['ServiceUrgency'];

/** The levels that a regulation sets deadlines for. */
export const URGENCIES: readonly Urgency[] = ['normal', 'urgent', 'emergency'];

export const KINDS: readonly ContactKind[] = [
  'repair',
  'inquiry',
  'complaint',
  'help',
  'entrusted',
  'suggestion',
  'business',
];

export const CHANNELS: readonly Channel[] = ['call', 'visit', 'owners_group', 'message', 'other'];

/** What stands in the form; it survives a reload and an ended session. */
export interface Intake {
  lookup: string;
  kind: ContactKind;
  channel: Channel;
  room: string;
  callerName: string;
  callerPhone: string;
  content: string;
  handling: string;
  told: string;
  /** A car is in the way 挪车: the kind is help, and its plate is asked for. */
  movesCar: boolean;
  plate: string;
  /** The card that was chosen; name and phone as they are shown, masked. */
  resident: { id: string; name: string; phone: string } | null;
  withOrder: boolean;
  /** Answered on the spot; nothing is left open. */
  settled: boolean;
  urgency: Urgency;
  place: string;
}

export const EMPTY_INTAKE: Intake = {
  lookup: '',
  kind: 'repair',
  channel: 'call',
  room: '',
  callerName: '',
  callerPhone: '',
  content: '',
  handling: '',
  told: '',
  movesCar: false,
  plate: '',
  resident: null,
  withOrder: true,
  settled: false,
  urgency: 'normal',
  place: '',
};

/** A repair or a complaint becomes an order unless the desk says otherwise (R01.3); the rest does not. */
export function ordersByItself(kind: ContactKind): boolean {
  return kind === 'repair' || kind === 'complaint' || kind === 'entrusted';
}

/** An order has to say something; a call of which nothing is known yet is saved alone. */
export function opensOrder(intake: Intake): boolean {
  const says = [intake.content, intake.place, intake.room].some((text) => text.trim() !== '');
  return intake.withOrder && (says || intake.resident !== null);
}

/** The order beside its contact: what the contact says already the server takes from there. */
export function orderOf(intake: Intake): Schemas['RegisterWorkOrder'] {
  return {
    kind: intake.kind,
    urgency: intake.urgency,
    place: intake.place,
  };
}

export function contactOf(intake: Intake): Schemas['TakeContactRequest'] {
  return {
    resident_id: intake.resident?.id ?? null,
    settled: intake.settled && !intake.withOrder,
    kind: intake.kind,
    channel: intake.channel,
    room: intake.room,
    caller_name: intake.callerName,
    caller_phone: intake.callerPhone,
    content: intake.content,
    handling: intake.handling,
    told: intake.told,
    plate: intake.movesCar ? intake.plate.trim() : '',
  };
}

/** What the one lookup field gives to the form before any resident is chosen. */
export function fromLookup(intake: Intake): Intake {
  const typed = intake.lookup.trim();
  const digits = typed.replace(/\D/g, '');
  if (intake.resident || typed === '') return intake;
  if (/^[\d\s+()-]+$/.test(typed) && digits.length >= 7) {
    return intake.callerPhone === '' ? { ...intake, callerPhone: typed } : intake;
  }
  if (/\d/.test(typed)) return intake.room === '' ? { ...intake, room: typed } : intake;
  return intake.callerName === '' ? { ...intake, callerName: typed } : intake;
}

/** What the form knows of a caller who complains about a colleague. A chosen card gives its home. */
export function staffComplaintOf(intake: Intake): Schemas['StaffComplaintInput'] {
  const known = fromLookup(intake);
  return {
    about_id: null,
    resident_id: known.resident?.id ?? null,
    channel: known.channel,
    room: known.room,
    caller_name: known.callerName,
    caller_phone: known.callerPhone,
    content: known.content,
  };
}

/** The card that was chosen, and its home; pressed again, none. */
export function chosenFrom(intake: Intake, card: CallerCard): Partial<Intake> {
  const { resident } = card;
  if (intake.resident?.id === resident.id) return { resident: null };
  return {
    resident: {
      id: resident.id,
      name: resident.name_masked,
      phone: resident.phone_masked ?? '',
    },
    room: resident.room_code,
  };
}

/**
 * The form filled from a message of the owners' group. What was typed before goes first; the number
 * or the home goes into an empty lookup, which shows whose it is.
 */
export function filledFrom(intake: Intake, message: PastedMessage): Intake {
  const or = (typed: string, read: string) => (typed.trim() === '' ? read : typed);
  return {
    ...intake,
    lookup: or(intake.lookup, message.phone || message.room),
    room: or(intake.room, message.room),
    callerName: or(intake.callerName, message.name),
    callerPhone: or(intake.callerPhone, message.phone),
    content: [intake.content.trim(), message.content].filter((part) => part !== '').join('\n'),
    channel: 'owners_group',
  };
}
