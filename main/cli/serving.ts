import { startControlServer } from '#main/control/control-server.ts';
import { HarnessError } from '#shared/contract/fault.ts';
import type { Harness } from '#shared/contract/harness.ts';
import { openHeadless } from './headless.ts';
import { canOpenBrowser, openBrowser } from './open-browser.ts';
import { printJson, printLine } from './print.ts';
import { pageFolder, productVersion } from './product-files.ts';
import { stopSignal } from './stop-signal.ts';
import { switchDefects, type NamedDefect } from './switch-defects.ts';
import { sessionOf } from './watch-session.ts';

export type ServeOptions = {
  readonly data: string;
  /** Overrides the saved one for this run. */
  readonly port?: number;
  /** 0 takes any free one. */
  readonly controlPort: number;
  readonly open: boolean;
  /** Switched on for this run. */
  readonly defect: readonly NamedDefect[];
  readonly json: boolean;
};

/** `hookbench serve`: the product without a window, until it is asked to stop. */
export const serve = async (options: ServeOptions): Promise<number> => {
  const stopped = stopSignal();
  const headless = await openHeadless(options.data, options.port);
  const { harness, reportBug } = headless;
  let switchBack = nothing;
  try {
    switchBack = await switchDefects(harness, options.defect);
    const webhooks = await webhooksUrl(harness);
    const control = await startControlServer({ harness, port: options.controlPort, pageFolder, reportBug });
    try {
      await headless.announce({ pid: process.pid, controlUrl: control.url, token: control.token });
      tell(options, webhooks, control);
      if (options.open && canOpenBrowser(process)) openBrowser(control.pageUrl);
      await stopped;
    } finally {
      await control.close();
    }
  } finally {
    await switchBack().finally(headless.close);
  }
  if (!options.json) printLine('Stopped; everything is kept.');
  return 0;
};

const nothing = async (): Promise<void> => undefined;

/** With a window the page would show a port that is taken; here nobody would see it. */
const webhooksUrl = async (harness: Harness): Promise<string> => {
  const { listening } = await sessionOf(harness);
  if (listening.state === 'failed') throw new HarnessError(listening.fault);
  return listening.state === 'listening' ? listening.url : '';
};

const tell = (
  { data, json, defect }: ServeOptions,
  webhooks: string,
  { url, pageUrl }: { readonly url: string; readonly pageUrl: string },
): void => {
  if (json) return printJson({ webhooks, page: pageUrl, control: url, data, pid: process.pid });
  printLine(`Hookbench ${productVersion()} is running.`);
  printLine(`  Webhooks  ${webhooks}`);
  printLine(`  Page      ${pageUrl}`);
  printLine(`  Data      ${data}`);
  for (const { channel, id } of defect) printLine(`  Defect    ${id} of ${channel}, until it stops`);
  printLine(`  Secrets   kept there in a file that only you can read (mode 0600), not sealed by the system`);
  return printLine('Ctrl+C stops it.');
};
