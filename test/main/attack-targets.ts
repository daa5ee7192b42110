import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = (name: 'strict' | 'weak'): string =>
  fileURLToPath(new URL(`../attack-targets/${name}.mjs`, import.meta.url));

export type SampleServer = { readonly origin: string; readonly stop: () => Promise<void> };

/** Starts a sample server as a process of its own, on a port of its choice. */
export const startTarget = async (
  name: 'strict' | 'weak',
  env: Readonly<Record<string, string>>,
): Promise<SampleServer> => {
  const child = spawn(process.execPath, [program(name)], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    origin: `http://127.0.0.1:${line.toString().trim()}`,
    stop: async () => {
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
};

type Planted = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** What is planted in the weak server, as it says itself: by endpoint, each weakness with the attacks that have to find it. */
export const plantedWeaknesses = async (): Promise<Planted> => {
  const child = spawn(process.execPath, [program('weak'), '--planted'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(child, 'close');
  return JSON.parse(Buffer.concat(chunks).toString()) as Planted;
};
