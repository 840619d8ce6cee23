import { cleanPhone } from '../shared/phone';

/**
 * What goes into the body. A list gives only the masked number, so a field that was left alone is left
 * out and the server keeps what it has; an emptied field erases the number.
 */
export function phoneToSend(typed: string, before: string): string | undefined {
  if (typed === before || typed.includes('*')) return undefined;
  return cleanPhone(typed);
}

/** Whether a number can be stored: a mobile, a landline with or without area code, 400 or 800. */
export function isStorablePhone(phone: string): boolean {
  const digits = cleanPhone(phone).replaceAll('-', '');
  return /^(1[3-9]\d{9}|[1-9]\d{6,7}|0\d{9,11}|[48]00\d{7})$/.test(digits);
}

/** What is wrong with a phone field, as a key of the words; null when nothing is. */
export function phoneFault(typed: string, before: string): 'half' | 'wrong' | null {
  if (typed === '' || typed === before) return null;
  if (typed.includes('*')) return 'half';
  return isStorablePhone(typed) ? null : 'wrong';
}
