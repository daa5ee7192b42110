import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    passWithNoTests: false,
    reporters: ['default', ['json', { outputFile: `${process.env['TEST_REPORTS'] ?? '.cache/reports'}/unit.json` }]],
    projects: [
      { test: { name: 'shared', include: ['test/shared/**/*.test.ts', 'test/conformance/platforms/**/*.test.ts'], pool: 'threads', isolate: false } },
      {
        // The SQLite module wants the main thread of its process.
        test: {
          name: 'main',
          include: ['test/main/**/*.test.ts', 'test/conformance/{harness,stores}/**/*.test.ts', 'test/architecture/**/*.test.ts'],
          pool: 'forks',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      { plugins: [react()], test: { name: 'renderer', include: ['test/renderer/**/*.test.{ts,tsx}'], environment: 'happy-dom', pool: 'threads' } },
    ],
  },
});
