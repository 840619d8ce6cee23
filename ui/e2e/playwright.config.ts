import { defineConfig } from '@playwright/test';

/** A server that already runs; without it the built pages are served alone, for tests that answer themselves. */
const served = process.env.BASE_URL;
const alone = 'http://127.0.0.1:4173';

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  // The two stories run side by side: each waits for its own server more than it computes.
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    baseURL: served ?? alone,
    actionTimeout: 15_000,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    // A trace doubles the time of the long story: asked for when a failure is studied.
    trace: process.env.ZHISHOU_TRACE ? 'retain-on-failure' : 'off',
    // Nothing is measured or clicked in the middle of a movement.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: process.env.ZHISHOU_CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'pc', use: { viewport: { width: 1280, height: 800 } } },
    {
      name: 'phone',
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
  ],
  webServer: served
    ? undefined
    : {
        command: 'npx vite preview --host 127.0.0.1 --port 4173 --strictPort',
        cwd: '..',
        url: alone,
        reuseExistingServer: false,
      },
});
