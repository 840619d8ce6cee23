import type { SetupFields } from './SetupSteps';

/** What an account name is made of; sign-in ignores the case. A hint: the server decides. */
export const LOGIN = /^[A-Za-z0-9._-]+$/;

/**
 * A row of the keyboard or the digits in order, one sign repeated, or the account itself.
 * A hint while one types: the server decides, by the same rule.
 */
export function isEasyPassword(password: string, login = '', phone = ''): boolean {
  if (password === '') return false;
  const said = password.trim().toLowerCase();
  const name = (typed: string) => typed.toLowerCase().replace(/[\s-]/g, '').replace(/^\+86/, '');
  const own = [login, phone].map(name).filter(Boolean);
  const rows = ['0123456789012345', '9876543210987654', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop'];
  return (
    own.includes(name(said)) ||
    /^(.)\1*$/.test(said) ||
    rows.some((row) => row.includes(said)) ||
    ['password', 'passw0rd', '11223344', '88886666', '66668888', 'a1234567', 'a12345678'].includes(
      said,
    )
  );
}

type Kept = Partial<Omit<SetupFields, 'administrator'>> & {
  administrator?: Partial<SetupFields['administrator']>;
};

const KEPT_AT = 'zhishou.draft.setup';

/** What stays over a refresh: everything that was typed but passwords and PIN. */
export function withoutSecrets(fields: Kept): Kept {
  const { name = '', login = '', phone = '' } = fields.administrator ?? {};
  const { community_name = '', preset } = fields;
  return { community_name, ...(preset ? { preset } : {}), administrator: { name, login, phone } };
}

export function keepSetup(fields: Kept): void {
  try {
    sessionStorage.setItem(KEPT_AT, JSON.stringify(withoutSecrets(fields)));
  } catch {
    // Only a convenience is lost when the browser stores nothing.
  }
}

export function keptSetup(): Kept {
  try {
    return withoutSecrets(JSON.parse(sessionStorage.getItem(KEPT_AT) ?? '{}') as Kept);
  } catch {
    return {};
  }
}

/** Once set up, the next to open this tab finds nothing. */
export function forgetSetup(): void {
  try {
    sessionStorage.removeItem(KEPT_AT);
  } catch {
    // What cannot be stored has not been stored.
  }
}
