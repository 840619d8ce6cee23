import { cleanup } from '@testing-library/react';
import { afterEach, beforeAll } from 'vitest';
import { startLanguage } from '../shared/i18n/i18n';

beforeAll(async () => {
  await startLanguage('zh-CN');
});

afterEach(() => {
  cleanup();
  sessionStorage.clear();
  localStorage.clear();
});
