import { describe, expect, it } from 'vitest';
import { flatWords, wordsByCapability, type Words } from './words';

const files = {
  zh: import.meta.glob<Words>('/src/*/zh.ts', { eager: true, import: 'default' }),
  en: import.meta.glob<Words>('/src/*/en.ts', { eager: true, import: 'default' }),
};
const sources = import.meta.glob<string>('/src/**/*.{ts,tsx}', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const zh = flatWords(wordsByCapability(files.zh));
const en = flatWords(wordsByCapability(files.en));
const places = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

describe('the words of the pages', () => {
  it('exist in both languages with the same keys', () => {
    expect(zh.size).toBeGreaterThan(100);
    const chinese = (key: string) => key.replace(/_one$/, '_other');
    expect([...en.keys()].filter((key) => !zh.has(key) && !zh.has(chinese(key)))).toEqual([]);
    expect([...zh.keys()].filter((key) => !en.has(key))).toEqual([]);
  });

  it('are never empty and insert the same values', () => {
    for (const [key, text] of zh) {
      expect(text.trim(), `zh ${key}`).not.toBe('');
      expect(en.get(key)?.trim(), `en ${key}`).not.toBe('');
      expect(places(en.get(key) ?? ''), key).toEqual(places(text));
    }
  });

  it('are Chinese in Chinese and carry Chinese punctuation', () => {
    for (const [key, text] of zh) {
      expect(text, key).not.toMatch(/[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]/);
    }
  });

  it('hold no Chinese in English, except the name of the language', () => {
    const chinese = [...en].filter(([, text]) => /[\u4e00-\u9fff]/.test(text)).map(([key]) => key);
    expect(chinese).toEqual(['app.chinese']);
  });

  it('cover every key that a page asks for', () => {
    const missing: string[] = [];
    for (const [path, text] of Object.entries(sources)) {
      if (path.includes('.test.')) continue;
      const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
      for (const [, key] of code.matchAll(/\bt\(\s*'([a-z]+(?:\.\w+)+)'/g)) {
        const known =
          key !== undefined && (zh.has(key) || zh.has(`${key}_one`) || zh.has(`${key}_other`));
        if (!known) missing.push(`${path}: ${key ?? ''}`);
      }
    }
    expect(missing).toEqual([]);
  });
});

it('files words under the folder of their capability', () => {
  expect(wordsByCapability({ '/src/desk/zh.ts': { intake: '登记' } })).toEqual({
    desk: { intake: '登记' },
  });
});
