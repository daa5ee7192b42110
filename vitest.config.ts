import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const setupFiles = ['test/property-seed.ts'];

/** In milliseconds: these end what hangs, and never what is slow on a busy machine. */
const patient = { testTimeout: 60_000, hookTimeout: 60_000 };

/** The one test of platforms that needs a bench with a store of its own. */
const overRealHttp = 'test/conformance/platforms/conformance.test.ts';

export default defineConfig({
  test: {
    passWithNoTests: false,
    // On a machine of two cores the default is one.
    maxWorkers: '100%',
    reporters: ['default', ['json', { outputFile: `${process.env['TEST_REPORTS'] ?? '.cache/reports'}/unit.json` }]],
    projects: [
      {
        test: {
          name: 'shared',
          ...patient,
          setupFiles,
          include: ['test/shared/**/*.test.ts', 'test/conformance/platforms/**/*.test.ts'],
          exclude: [overRealHttp],
          pool: 'threads',
          isolate: false,
        },
      },
      {
        // The SQLite module wants the main thread of its process.
        test: {
          name: 'main',
          ...patient,
          setupFiles,
          include: [
            'test/main/**/*.test.ts',
            'test/conformance/{harness,stores}/**/*.test.ts',
            'test/architecture/**/*.test.ts',
            overRealHttp,
          ],
          pool: 'forks',
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'renderer',
          ...patient,
          setupFiles: [...setupFiles, 'test/patient-page.ts'],
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          pool: 'threads',
        },
      },
    ],
  },
});
