import { resolve } from 'node:path';

/** What the desktop app can be told when it is started; Chromium's own switches stand among these and are left alone. */
export type LaunchOptions = { readonly dataFolder: string | null; readonly port: number | null };

const valueOf = (name: string, args: readonly string[]): string | null => {
  const at = args.findIndex((each) => each === `--${name}` || each.startsWith(`--${name}=`));
  const found = args[at];
  if (found === undefined) return null;
  const value = found.includes('=') ? found.slice(found.indexOf('=') + 1) : args[at + 1];
  return value === undefined || value === '' || value.startsWith('--') ? null : value;
};

/** Reads `--data DIR` and `--port N` (0 to 65535); what is not valid is as if it had not been given. */
export const launchOptions = (args: readonly string[]): LaunchOptions => {
  const folder = valueOf('data', args);
  const port = valueOf('port', args);
  return {
    dataFolder: folder === null ? null : resolve(folder),
    port: port !== null && /^\d{1,5}$/.test(port) && Number(port) <= 65_535 ? Number(port) : null,
  };
};
