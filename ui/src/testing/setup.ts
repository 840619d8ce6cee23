import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeAll, vi } from 'vitest';
import { startLanguage } from '../shared/i18n/i18n';

// A busy machine renders late; what never comes still fails.
configure({ asyncUtilTimeout: 5000 });

beforeAll(async () => {
  await startLanguage('zh-CN');
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  sessionStorage.clear();
  localStorage.clear();
});
