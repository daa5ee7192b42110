import type { OpenedExchange } from './ledger.ts';

/** The inbound exchange that a request of ours was here, and the rule that made its answer. */
type Received = { readonly id: number; readonly rule: string };

/**
 * Knows our own requests when they come back to us: both ends of a loopback connection name the same port.
 * A port belongs to the request that was written to it last, as a connection carries one request at a time.
 */
export class Loopback {
  readonly #exchangeByPort = new Map<number, OpenedExchange>();
  readonly #portByExchange = new Map<number, number>();
  readonly #receivedBy = new Map<number, Received>();

  readonly sent = (localPort: number, exchange: OpenedExchange): void => {
    this.#exchangeByPort.set(localPort, exchange);
    this.#portByExchange.set(exchange.id, localPort);
  };

  /** The outbound exchange that is on its way over this port. */
  readonly exchangeAt = (remotePort: number): OpenedExchange | null => this.#exchangeByPort.get(remotePort) ?? null;

  /** Told twice: when it arrives, and when it is known which rule answers it. */
  readonly received = (outboundId: number, received: Received): void => {
    // What comes after the sender has given up would stay for ever.
    if (this.#portByExchange.has(outboundId)) this.#receivedBy.set(outboundId, received);
  };

  /** Whether it is on its way and has come back to us: then the inbound exchange stands for both. */
  readonly isReceived = (outboundId: number): boolean => this.#receivedBy.has(outboundId);

  /** Forgets the request; returns the inbound exchange that it was here, if it came back to us. */
  readonly over = (exchangeId: number): Received | null => {
    const port = this.#portByExchange.get(exchangeId);
    if (port !== undefined && this.#exchangeByPort.get(port)?.id === exchangeId) this.#exchangeByPort.delete(port);
    this.#portByExchange.delete(exchangeId);
    const received = this.#receivedBy.get(exchangeId) ?? null;
    this.#receivedBy.delete(exchangeId);
    return received;
  };
}
