import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// The page is served under `script-src 'self'`, so nothing may become an inline script: the
// preload polyfill (which old browsers only need) is left out and small files are never inlined.
export default defineConfig({
  plugins: [react()],
  server: {
    port: 5173,
    proxy: {
      '/api': {
        target: process.env.ZHISHOU_SERVER ?? 'http://127.0.0.1:8080',
        changeOrigin: false,
      },
    },
  },
  build: {
    outDir: 'dist',
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1600,
    rolldownOptions: {
      output: {
        // The component library changes only with its version, so it is cached on its own.
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler|react-router|@tanstack|i18next|react-i18next|openapi-fetch)[\\/]/,
              priority: 20,
            },
            {
              name: 'antd',
              test: /node_modules[\\/](antd|@ant-design|@rc-component|rc-[a-z-]+|dayjs)[\\/](?!.*(locale[\\/](en_US|zh_CN)))/,
              priority: 10,
            },
          ],
        },
      },
    },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testing/setup.ts'],
    testTimeout: 15_000,
    // The files of a worker share what they import, which is most of the time of a run; what a test
    // changes beside its page, the set-up and the settings below put back.
    isolate: false,
    maxWorkers: 2,
    unstubGlobals: true,
    restoreMocks: true,
  },
});
