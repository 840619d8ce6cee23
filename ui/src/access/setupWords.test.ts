import { expect, test } from 'vitest';
import { isEasyPassword, LOGIN, withoutSecrets } from './setupWords';

test('passwords that anybody would try first are refused', () => {
  for (const easy of ['12345678', '87654321', '00000000', '        ', 'abcdefgh', 'password']) {
    expect(isEasyPassword(easy), easy).toBe(true);
  }
  expect(isEasyPassword('Manager.Zhou', 'manager.zhou')).toBe(true);
  expect(isEasyPassword('13800138000', 'manager', '13800138000')).toBe(true);
  expect(isEasyPassword('138 0013 8000', 'manager', '13800138000')).toBe(true);
  expect(isEasyPassword('duty-day-2026!', 'manager', '13800138000')).toBe(false);
  expect(isEasyPassword('')).toBe(false);
});

test('an account is letters, digits, dot, dash and underscore', () => {
  expect(LOGIN.test('zhou.jianhua_2')).toBe(true);
  expect(LOGIN.test('周建华')).toBe(false);
  expect(LOGIN.test('zhou jianhua')).toBe(false);
});

test('what is kept over a refresh holds no password and no PIN', () => {
  const administrator = { name: '周建华', login: 'zhou', password: 'secret-1', pin: '2468' };
  const kept = JSON.stringify(withoutSecrets({ community_name: '和安花园', administrator }));
  expect(kept).toContain('周建华');
  expect(kept).not.toMatch(/secret-1|2468/);
});
