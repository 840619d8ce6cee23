// Prints "PASSED FAILED" from the JSON report of vitest or Playwright. A browser test
// that passed only when tried again counts as failed, and so does an error outside any test.
import { readFileSync } from 'node:fs';

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));

function vitest({ numPassedTests, numFailedTests, testResults }) {
  const brokenFiles = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return [numPassedTests, numFailedTests + brokenFiles.length];
}

function playwright({ stats, errors }) {
  return [stats.expected, stats.unexpected + stats.flaky + errors.length];
}

console.log((report.stats ? playwright(report) : vitest(report)).join(' '));
