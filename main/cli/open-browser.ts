import { spawn } from 'node:child_process';

type Surroundings = {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: { readonly isTTY?: boolean };
};

/** Only where a person sits in front of it: a terminal on a desktop, not a pipe, a remote shell or a build machine. */
export const canOpenBrowser = ({ platform, env, stdout }: Surroundings): boolean => {
  if (!stdout.isTTY || env['CI'] || env['SSH_CONNECTION']) return false;
  if (platform === 'win32' || platform === 'darwin') return true;
  return Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
};

const openers: Readonly<Record<string, readonly [command: string, ...args: readonly string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** No shell in between. A machine without an opener is no failure: the URL is printed anyway. */
export const openBrowser = (url: string): void => {
  const [command, ...args] = openers[process.platform] ?? ['xdg-open'];
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
};
