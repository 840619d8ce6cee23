/**
 * A phone number as pasted from a chat or a list, reduced to what is stored: digits, with `-ext`
 * for an extension. Full-width digits, spaces, dashes, brackets and the country code 86 go.
 */
export function cleanPhone(pasted: string): string {
  const half = pasted.normalize('NFKC').trim();
  const [main = '', ...rest] = half.split(/转|分机|ext\.?|#/i);
  const extension = digitsOf(rest.join(''));
  const number = withoutCountryCode(digitsOf(main), /^\s*(\+|00)/.test(main));
  return extension === '' || number === '' ? number : `${number}-${extension}`;
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

function withoutCountryCode(digits: string, markedInternational: boolean): string {
  const bare = markedInternational ? digits.replace(/^00/, '') : digits;
  if (!bare.startsWith('86')) return bare;
  const national = bare.slice(2);
  if (/^1[3-9]\d{9}$/.test(national)) return national;
  // A landline written internationally has lost its trunk zero: +86 27 8888 8888.
  if (markedInternational) return national.startsWith('0') ? national : `0${national}`;
  return bare;
}

/** Whether a text is meant as a phone number, so that a paste of a name or room stays as it is. */
export function looksLikePhone(text: string): boolean {
  const half = text.normalize('NFKC').trim();
  if (!/^[+\d][\d\s\-‐-―()（）.转分机ext#]*$/i.test(half)) return false;
  // "3-1201" and "6-2-1201" are rooms: a short first group with a dash is no area code.
  if (/^\d{1,2}[-‐-―]\d/.test(half)) return false;
  const count = digitsOf(half).length;
  return count >= 5 && count <= 20;
}

/** Whether the number is one that can be dialled: a mobile, a landline or a short service number. */
export function isDialablePhone(clean: string): boolean {
  return /^(1[3-9]\d{9}|0\d{9,11}|[2-8]\d{6,7}|400\d{7}|1\d{2,4}|9\d{4})(-\d{1,6})?$/.test(clean);
}

/** For reading aloud and comparing: 138 1234 5678. Other numbers and masked ones stay as stored. */
export function formatPhone(clean: string): string {
  const mobile = /^(1[\d*]{2})([\d*]{4})([\d*]{4})$/.exec(clean);
  return mobile ? `${mobile[1]} ${mobile[2]} ${mobile[3]}` : clean;
}
