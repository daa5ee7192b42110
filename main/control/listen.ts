import type { FastifyInstance } from 'fastify';
import { refusedPort } from '#main/io/inbound-port.ts';

const host = '127.0.0.1';

/** Listens on loopback and returns the port; refuses with `port.taken` and the next free one, or with `port.refused`. */
export const listenOrFault = async (app: FastifyInstance, port: number): Promise<number> => {
  try {
    await app.listen({ host, port });
  } catch (error) {
    throw await refusedPort(error, host, port);
  }
  const address = app.server.address();
  return typeof address === 'object' && address ? address.port : port;
};
