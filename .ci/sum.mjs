// node sum.mjs FAILED_STEPS REPORT...: names what failed in the reports of vitest and Playwright, and closes with the sum.
import { existsSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** The first lines of what a test says went wrong, enough to know where to look. */
const opening = (error) => stripVTControlCharacters(error).split('\n').slice(0, 12).join('\n      ');

const ofVitest = (report) => ({
  passed: report.numPassedTests,
  failures: report.testResults.flatMap((file) => {
    const failed = file.assertionResults.filter((test) => test.status === 'failed');
    // A file that could not even be loaded has no tests to blame.
    if (file.status === 'failed' && failed.length === 0) return [{ name: file.name, error: file.message }];
    return failed.map((test) => ({ name: `${file.name}: ${test.fullName}`, error: test.failureMessages.join('\n') }));
  }),
});

const specsIn = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsIn)];

const ofPlaywright = (report) => ({
  passed: report.stats.expected,
  failures: [
    ...report.suites.flatMap(specsIn).flatMap((spec) =>
      spec.tests
        .filter((test) => test.status === 'unexpected' || test.status === 'flaky')
        .map((test) => ({
          name: `[${test.projectName}] ${spec.file}:${spec.line}: ${spec.title}`,
          error: test.results.flatMap((result) => result.errors ?? []).map((error) => error.message).join('\n'),
        })),
    ),
    ...(report.errors ?? []).map((error) => ({ name: 'Playwright itself', error: error.message })),
  ],
});

const [failedSteps, ...files] = process.argv.slice(2);
const results = files
  .filter((file) => existsSync(file))
  .map((file) => JSON.parse(readFileSync(file, 'utf8')))
  .map((report) => ('testResults' in report ? ofVitest(report) : ofPlaywright(report)));
const passed = results.reduce((sum, each) => sum + each.passed, 0);
const failures = results.flatMap((each) => each.failures);

for (const { name, error } of failures) console.log(`FAILED ${name}\n      ${opening(error ?? '')}`);
// A step that failed without a failed test (types, lint, a runner that did not start) counts as one.
const failed = failures.length === 0 ? Number(failedSteps) : failures.length;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
