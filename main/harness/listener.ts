import { fault, HarnessError } from '#shared/contract/fault.ts';
import type { SessionLog } from './session-log.ts';
import type { InboundHandler, InboundServer, World } from './world.ts';

/** The inbound server of this bench, on or off; whatever becomes of it is published. */
export class Listener {
  readonly #inbound: World['inbound'];
  readonly #publish: SessionLog['publish'];
  readonly #handler: InboundHandler;
  readonly #bodyLimit: () => number;
  #server: InboundServer | null = null;

  constructor(
    world: Pick<World, 'inbound'>,
    publish: SessionLog['publish'],
    handler: InboundHandler,
    bodyLimit: () => number,
  ) {
    this.#inbound = world.inbound;
    this.#publish = publish;
    this.#handler = handler;
    this.#bodyLimit = bodyLimit;
  }

  get url(): string | null {
    return this.#server?.url ?? null;
  }

  /** Moves to the port; the old one goes on until the new one is there. */
  readonly start = async (port: number): Promise<string> => {
    if (this.#server?.port === port) return this.#server.url;
    try {
      const server = await this.#inbound.listen({ port }, this.#handler, this.#bodyLimit);
      await this.#server?.close();
      this.#server = server;
      this.#publish({
        type: 'listening-changed',
        listening: { state: 'listening', url: server.url, host: server.host, port: server.port },
      });
      return server.url;
    } catch (error) {
      if (!this.#server)
        this.#publish({ type: 'listening-changed', listening: { state: 'failed', fault: faultOf(error) } });
      throw error;
    }
  };

  readonly stop = async (): Promise<void> => {
    const server = this.#server;
    this.#server = null;
    await server?.close();
    this.#publish({ type: 'listening-changed', listening: { state: 'off' } });
  };
}

const faultOf = (error: unknown) =>
  error instanceof HarnessError
    ? error.fault
    : fault('port.refused', { host: '127.0.0.1', port: 0, reason: String(error) });
