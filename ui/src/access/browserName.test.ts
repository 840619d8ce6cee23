import { expect, test } from 'vitest';
import { browserName } from './browserName';

test('a browser is named by itself and its system', () => {
  const chrome = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36';
  expect(browserName(chrome)).toBe('Chrome · Windows');
  expect(browserName('Mozilla/5.0 (Linux; Android 15) Chrome/140.0 MicroMessenger/8.0')).toBe(
    'WeChat · Android',
  );
  expect(browserName('curl')).toBe('');
});
