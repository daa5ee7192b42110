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
  #changing: Promise<unknown> = Promise.resolve();

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
  readonly start = (port: number): Promise<string> => this.#inTurn(() => this.#moveTo(port));

  readonly stop = (): Promise<void> => this.#inTurn(() => this.#replace(null));

  /** One change after the other: of two at once, the server of the first would be forgotten and listen for ever. */
  #inTurn<Result>(change: () => Promise<Result>): Promise<Result> {
    const changed = this.#changing.then(change);
    this.#changing = changed.catch(() => undefined);
    return changed;
  }

  async #moveTo(port: number): Promise<string> {
    if (this.#server?.port === port) return this.#server.url;
    const server = await this.#listen(port);
    await this.#replace(server);
    return server.url;
  }

  async #listen(port: number): Promise<InboundServer> {
    try {
      return await this.#inbound.listen({ port }, this.#handler, this.#bodyLimit);
    } catch (error) {
      if (!this.#server)
        this.#publish({ type: 'listening-changed', listening: { state: 'failed', fault: faultOf(error, port) } });
      throw error;
    }
  }

  /** The new one counts before the old one closes, so that nothing of ours is sent to a port that is going away. */
  async #replace(server: InboundServer | null): Promise<void> {
    const before = this.#server;
    this.#server = server;
    this.#publish({
      type: 'listening-changed',
      listening: server
        ? { state: 'listening', url: server.url, host: server.host, port: server.port }
        : { state: 'off' },
    });
    await before?.close();
  }
}

const faultOf = (error: unknown, port: number) =>
  error instanceof HarnessError
    ? error.fault
    : fault('port.refused', { host: '127.0.0.1', port, reason: String(error) });
