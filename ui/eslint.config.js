import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist', 'src/api/schema.d.ts', 'test-results', 'playwright-report'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  reactHooks.configs.flat['recommended-latest'],
  jsxA11y.flatConfigs.recommended,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, argsIgnorePattern: '^_' },
      ],
      'max-lines': ['error', { max: 400 }],
      'no-console': 'error',
      // The strict policy of the server forbids these in the browser as well.
      'no-eval': 'error',
      'no-implied-eval': 'error',
      // The wall clock of the PC is never right enough for a deadline: shared/clock.ts is.
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Use serverClock.now() of shared/clock.ts.' },
      ],
    },
  },
  {
    files: ['e2e/**', '**/*.test.{ts,tsx}', 'vite.config.ts', 'src/testing/**'],
    rules: { 'no-restricted-properties': 'off' },
  },
);
