import { describe, expect, it } from 'vitest';
import { cleanPhone, formatPhone, isDialablePhone, looksLikePhone } from './phone';

describe('cleanPhone', () => {
  it.each([
    ['138 1234 5678', '13812345678'],
    ['138-1234-5678', '13812345678'],
    ['１３８１２３４５６７８', '13812345678'],
    ['+86 138 1234 5678', '13812345678'],
    ['＋86 13812345678', '13812345678'],
    ['0086-138-1234-5678', '13812345678'],
    ['86 13812345678', '13812345678'],
    ['\u00a0138\u20111234\u20105678\u200b', '13812345678'],
    ['(027) 8888-8888', '02788888888'],
    ['（027）8888 8888', '02788888888'],
    ['+86 27 8888 8888', '02788888888'],
    ['8688 8888', '86888888'],
    ['027-88888888转123', '02788888888-123'],
    ['027-88888888 ext. 9', '02788888888-9'],
    ['110', '110'],
    ['', ''],
    ['无', ''],
  ])('%s becomes %s', (pasted, clean) => {
    expect(cleanPhone(pasted)).toBe(clean);
  });
});

describe('looksLikePhone', () => {
  it.each(['138 1234 5678', '＋86 13812345678', '(027) 8888-8888'.slice(1), '12345'])(
    '%s is a phone number',
    (text) => {
      expect(looksLikePhone(text)).toBe(true);
    },
  );
  it.each(['张先生', '3-1201', '1201', '', '6栋2单元1201', '鄂A12345'])('%s is none', (text) => {
    expect(looksLikePhone(text)).toBe(false);
  });
});

it('knows what can be dialled', () => {
  for (const good of ['13812345678', '02788888888', '88888888', '4008001234', '12345', '119']) {
    expect(isDialablePhone(good), good).toBe(true);
  }
  for (const odd of ['1381234567', '138123456789', '0278888']) {
    expect(isDialablePhone(odd), odd).toBe(false);
  }
});

it('groups a mobile number for reading, masked or not', () => {
  expect(formatPhone('13812345678')).toBe('138 1234 5678');
  expect(formatPhone('138****5678')).toBe('138 **** 5678');
  expect(formatPhone('02788888888')).toBe('02788888888');
});
