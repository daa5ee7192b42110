import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openInBrowser } from './browser-shell.ts';
import type { OpenShell } from './shell.ts';

const clock = fileURLToPath(new URL('./still-clock.mjs', import.meta.url));

/** The morning on which every picture is taken; still-clock.mjs has it too. */
const morning = new Date('2026-01-30T09:30:00Z');

/** In a tab, with the same time, ids, port and folder at every start: for pictures that only change with what they show. */
export const openStill = (): Promise<OpenShell> => {
  const folder = join(tmpdir(), 'Hookbench');
  rmSync(folder, { recursive: true, force: true });
  return openInBrowser(folder, {
    port: 4700,
    nodeArgs: ['--import', clock],
    prepare: (page) => page.clock.setFixedTime(morning),
  });
};
