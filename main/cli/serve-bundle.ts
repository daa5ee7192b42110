import { randomBytes } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { startControlServer } from '#main/control/control-server.ts';
import { bugSentence, systemClock, systemIds } from '#main/io/system.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import type { Harness } from '#shared/contract/harness.ts';
import { bundleHarness } from '#shared/export/bundle-harness.ts';
import { exactText } from '#shared/export/exported.ts';
import { importLimits } from '#shared/export/import-limits.ts';
import { canOpenBrowser, openBrowser } from './open-browser.ts';
import { printJson, printLine, printProblem } from './print.ts';
import { pageFolder, productVersion } from './product-files.ts';
import { readFileUpTo } from './read-file-up-to.ts';
import { stopSignal } from './stop-signal.ts';

export type ServeBundleOptions = {
  readonly bundle: string;
  /** 0 takes any free one. */
  readonly controlPort: number;
  readonly open: boolean;
  readonly json: boolean;
};

/** `hookbench serve --bundle`: a page that shows what a bundle holds, until it is asked to stop. No data folder is opened or made. */
export const serveBundle = async ({ bundle, controlPort, open, json }: ServeBundleOptions): Promise<number> => {
  const stopped = stopSignal();
  const file = resolve(bundle);
  const harness = await openBundle(file);
  const { url, pageUrl, close } = await startControlServer({ harness, port: controlPort, pageFolder, reportBug });
  try {
    if (json) printJson({ page: pageUrl, control: url, bundle: file, pid: process.pid });
    else {
      printLine(
        `Hookbench ${productVersion()} shows a bundle: it can be read and exported, and nothing is sent from it.`,
      );
      printLine(`  Page      ${pageUrl}`);
      printLine(`  Bundle    ${file}`);
      printLine('Ctrl+C stops it.');
    }
    if (open && canOpenBrowser(process)) openBrowser(pageUrl);
    await stopped;
  } finally {
    await close();
  }
  return 0;
};

const openBundle = async (file: string): Promise<Harness> => {
  const text = exactText(await readFileUpTo(file, importLimits.bytes));
  const opened = bundleHarness(text ?? '', {
    product: { version: productVersion(), shell: 'served', secretsKept: 'file', dataFolder: file },
    name: basename(file),
    newId: systemIds.uuid,
    now: systemClock.now,
  });
  if (opened.ok) return opened.harness;
  const reason = text === null ? 'it is no text in UTF-8' : opened.problem.replace(/\.$/, '');
  throw new HarnessError(fault('data.unreadable', { file, reason }));
};

/** There is no log without a data folder. */
const reportBug = (error: unknown): string => {
  const incident = randomBytes(4).toString('hex');
  printProblem(`${bugSentence(error)} (incident ${incident})`);
  return incident;
};
