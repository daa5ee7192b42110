import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const probe = new URL('./probe.mjs', import.meta.url).href;
const project = fileURLToPath(new URL('../..', import.meta.url));

/** Starts a contender in a process of its own; `firstAnswer` is the time in ms from the start to the first answered request. */
export const startServer = async (contender) => {
  const { args, url: knownUrl, clean } = await contender.prepare();
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['--expose-gc', '--import', probe, ...args], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const url = knownUrl ?? (await printedUrl(child));
  child.stdout.resume();
  await firstAnswer(`${url}/first`);
  const measure = async () => {
    child.send('measure');
    for (;;) {
      // A peer may talk on the same line.
      const [figures] = await once(child, 'message');
      if (figures.cpuMicroseconds !== undefined) return figures;
    }
  };
  const stop = async () => {
    child.kill('SIGTERM');
    const killer = setTimeout(() => child.kill('SIGKILL'), 10_000);
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    clearTimeout(killer);
    clean();
  };
  return { url, firstAnswer: performance.now() - startedAt, measure, stop };
};

const printedUrl = async (child) => {
  let printed = '';
  for await (const chunk of child.stdout) {
    printed += chunk;
    const line = printed.split('\n').find((each) => each.startsWith('{'));
    if (line && printed.includes('\n')) return JSON.parse(line).webhooks;
  }
  throw new Error(`The server ended before it listened: ${printed}`);
};

const firstAnswer = async (url) => {
  for (;;) {
    try {
      await (
        await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' })
      ).arrayBuffer();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
};
