import { join, resolve } from 'node:path';

type Surroundings = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly home: string;
};

/** Where this user's data is unless another folder is named: HOOKBENCH_DATA, or the folder that the desktop app uses on this system. */
export const defaultDataFolder = ({ env, platform, home }: Surroundings): string => {
  if (env['HOOKBENCH_DATA']) return resolve(env['HOOKBENCH_DATA']);
  return join(applicationData({ env, platform, home }), 'Hookbench');
};

/** As Electron's `appData` path; the XDG specification says that a relative XDG_CONFIG_HOME is to be ignored. */
const applicationData = ({ env, platform, home }: Surroundings): string => {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  if (platform === 'win32') return env['APPDATA'] || join(home, 'AppData', 'Roaming');
  const configHome = env['XDG_CONFIG_HOME'];
  return configHome?.startsWith('/') ? configHome : join(home, '.config');
};
