import { defineConfig } from '@playwright/test';
import type { ShellOptions } from '#test/e2e/shell.ts';

const reports = process.env['TEST_REPORTS'] ?? '.cache/reports';

/** The same journeys in both shells. One at a time: each starts a whole bench, and a machine has one display. */
export default defineConfig<object, ShellOptions>({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  forbidOnly: true,
  retries: 0,
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: `${reports}/journeys.json` }]],
  use: { screenshot: 'only-on-failure', locale: 'en-GB', timezoneId: 'UTC', actionTimeout: 15_000 },
  projects: [
    { name: 'browser', testIgnore: '**/e2e/electron/**', use: { shell: 'browser' } },
    { name: 'electron', use: { shell: 'electron' } },
    // No test: it takes a picture of every screen, and only runs when it is named itself.
    { name: 'screenshots', testMatch: '**/*.shots.ts', use: { shell: 'still' } },
  ],
});
