import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildMain, runCli } from './built-cli.ts';
import { temporaryFolder } from './open-bench.ts';

let built: string;
let data: string;

beforeAll(async () => {
  [built, data] = await Promise.all([buildMain(), temporaryFolder()]);
});
afterAll(async () => {
  await rm(built, { recursive: true, force: true });
  await rm(data, { recursive: true, force: true });
});

// Only Linux can be without a display.
test.runIf(process.platform === 'linux')(
  'npm start without a display says why in one line and serves the page at the address that it prints',
  async () => {
    const env = { HOOKBENCH_DATA: data, HOME: data, DISPLAY: '', WAYLAND_DISPLAY: '' };
    const started = runCli(join(built, 'start.js'), ['--port', '0', '--json'], env);
    try {
      const { page, control } = JSON.parse(await started.firstLine) as { page: string; control: string };
      expect(page).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=/);
      expect((await fetch(control, { signal: AbortSignal.timeout(10_000) })).status).toBeLessThan(500);
    } finally {
      started.child.kill('SIGTERM');
    }
    const { code, err } = await started.ended;
    expect([code, err]).toEqual([
      0,
      'There is no display (DISPLAY and WAYLAND_DISPLAY are not set): serving the page to a browser instead.\n',
    ]);
  },
);
