import { mkdir, mkdtemp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const project = resolve(import.meta.dirname, '../..');

/**
 * Product files as plain JavaScript, for child processes: Node 20 runs no TypeScript. Returns a new folder with one `<name>.js` each,
 * inside the project, where a child finds the packages.
 */
export const bundled = async (sources: Readonly<Record<string, string>>): Promise<string> => {
  const cache = join(project, '.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'bundled-'));
  await build({
    root: project,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(sources).map(([name, path]) => [name, join(project, path)])),
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  return folder;
};
