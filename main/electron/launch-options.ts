import { resolve } from 'node:path';

/** What the desktop app can be told when it is started; Chromium's own switches stand among these and are left alone. */
export type LaunchOptions = {
  readonly dataFolder: string | null;
  readonly port: number | null;
  /** What a person opens with it: bundles, and files to import. */
  readonly files: readonly string[];
};

const placeOf = (name: string, args: readonly string[]): number =>
  args.findIndex((each) => each === `--${name}` || each.startsWith(`--${name}=`));

const valueOf = (name: string, args: readonly string[]): string | null => {
  const at = placeOf(name, args);
  const found = args[at];
  if (found === undefined) return null;
  const value = found.includes('=') ? found.slice(found.indexOf('=') + 1) : args[at + 1];
  return value === undefined || value === '' || value.startsWith('--') ? null : value;
};

/**
 * Reads `--data DIR`, `--port N` (0 to 65535) and the files that end in `.hookbench` or `.har`; what is not valid is as if it had not been
 * given. `folder`: what relative paths start from.
 */
export const launchOptions = (args: readonly string[], folder: string = process.cwd()): LaunchOptions => {
  const data = valueOf('data', args);
  const port = valueOf('port', args);
  const dataPlace = args.indexOf('--data');
  return {
    dataFolder: data === null ? null : resolve(folder, data),
    port: port !== null && /^\d{1,5}$/.test(port) && Number(port) <= 65_535 ? Number(port) : null,
    files: args
      .filter(
        (each, place) =>
          /\.(?:hookbench|har)$/i.test(each) && !each.startsWith('-') && (dataPlace < 0 || place !== dataPlace + 1),
      )
      .map((each) => resolve(folder, each)),
  };
};
