/** Without 0 o 1 l i, so that it can be read out over the telephone. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 3;
const GROUP_SIGNS = 4;

/** Random bytes; `crypto.getRandomValues` outside of tests. */
export type RandomBytes = (count: number) => Uint8Array;

const browserBytes: RandomBytes = (count) => crypto.getRandomValues(new Uint8Array(count));

/** A first password such as `k7mq-4tvn-9wpx`: 59 bits, easy to copy by hand. */
export function firstPassword(randomBytes: RandomBytes = browserBytes): string {
  const signs: string[] = [];
  while (signs.length < GROUPS * GROUP_SIGNS) {
    for (const byte of randomBytes(16)) {
      // Bytes above the last whole multiple would favour the first signs.
      if (byte < 256 - (256 % SIGNS.length)) signs.push(SIGNS.charAt(byte % SIGNS.length));
    }
  }
  return Array.from({ length: GROUPS }, (_, group) =>
    signs.slice(group * GROUP_SIGNS, (group + 1) * GROUP_SIGNS).join(''),
  ).join('-');
}
