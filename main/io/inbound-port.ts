import { createServer } from 'node:net';
import { fault, HarnessError } from '#shared/contract/fault.ts';

/** The next ports are tried first, as a person can remember them; then any that the system gives. */
const triedPorts = 50;

/** Why the system does not let us listen, as a refusal that names the next free port where the port is taken. */
export const refusedPort = async (error: unknown, host: string, port: number): Promise<HarnessError> => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const values = { host, port };
  return code === 'EADDRINUSE'
    ? new HarnessError(fault('port.taken', { ...values, free: await nextFreePort(host, port) }), { cause: error })
    : new HarnessError(fault('port.refused', { ...values, reason: code }), { cause: error });
};

const nextFreePort = async (host: string, taken: number): Promise<number> => {
  for (let port = taken + 1; port <= Math.min(taken + triedPorts, 65_535); port += 1) {
    const bound = await tryPort(host, port);
    if (bound !== null) return bound;
  }
  return (await tryPort(host, 0)) ?? 0;
};

const tryPort = (host: string, port: number): Promise<number | null> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
