import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import en from './en';
import reportEn from '../report/en';
import reportZh from '../report/zh';
import zh from './zh';

const CRATES = resolve(import.meta.dirname, '../../../crates');

/** The part of a verb before the dot: a capability, or the engine of obligations. */
const FAMILIES = new Set([...readdirSync(resolve(CRATES, 'app/src')), 'obligation']);

/** What the application and the engine are written in; their tests record what they like. */
function sources(): string[] {
  return ['app', 'platform'].flatMap((crate) => {
    const folder = resolve(CRATES, crate, 'src');
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.rs') && !path.includes('test'))
      .map((path) => readFileSync(resolve(folder, path), 'utf8'));
  });
}

/** Names of actions that stand in a table beside their verb instead of in a `NAME` of their own. */
const ACTIONS_IN_TABLES = new Set([
  'coverage.accept_line',
  'coverage.approve_relief',
  'coverage.confirm_relief',
  'coverage.end_relief',
  'coverage.return_line',
  'coverage.withdraw_relief',
]);

/** Every word of the sources like `desk.contact_taken` that no action is named: a verb or a rule. */
function dottedWords(): string[] {
  const found = sources().flatMap((text) =>
    text
      .replaceAll(/\/\/.*/g, '')
      .replaceAll(/const NAME: &'static str =\s*"[^"]*"/g, '')
      .split('#[cfg(test)]', 1)
      .flatMap((code) => [...code.matchAll(/"([a-z]+\.[a-z_]+)"/g)].map(([, word]) => word ?? '')),
  );
  return [...new Set(found)]
    .filter((word) => FAMILIES.has(word.split('.')[0] ?? '') && !ACTIONS_IN_TABLES.has(word))
    .sort();
}

function hasWords(words: object, dotted: string): boolean {
  const at = dotted
    .split('.')
    .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], words);
  return typeof at === 'string' && at !== '';
}

test('the sources are there to be read', () => {
  expect(dottedWords()).toContain('privacy.personal_text_erased');
  expect(dottedWords().length).toBeGreaterThan(80);
});

test.each([
  ['Chinese', zh.said, reportZh.rule],
  ['English', en.said, reportEn.rule],
])('every verb and every rule that misses a deadline has words in %s', (_, said, rules) => {
  const silent = dottedWords().filter((word) => !hasWords(said, word) && !hasWords(rules, word));
  expect(silent).toEqual([]);
});
