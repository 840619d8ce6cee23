import type { components } from '../api/schema';

type Schemas = components['schemas'];
export type Contact = Schemas['ContactView'];
export type CallerCard = Schemas['CallerCard'];
export type ContactKind = Schemas['ContactKind'];
export type Channel = Schemas['ContactChannel'];
export type ContactInput = Schemas['ContactInput'];

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
  resident: { id: string; roomId: string } | null;
  withOrder: boolean;
  urgent: boolean;
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
  resident: null,
  withOrder: true,
  urgent: false,
  place: '',
};

/** A repair or a complaint becomes an order unless the desk says otherwise (R01.3); the rest does not. */
export function ordersByItself(kind: ContactKind): boolean {
  return kind === 'repair' || kind === 'complaint' || kind === 'entrusted';
}

export function contactOf(intake: Intake): ContactInput {
  return {
    kind: intake.kind,
    channel: intake.channel,
    room: intake.room,
    caller_name: intake.callerName,
    caller_phone: intake.callerPhone,
    content: intake.content,
    handling: intake.handling,
    told: intake.told,
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
