/**
 * Knows our own requests when they come back to us: both ends of a loopback connection name the same port.
 * A port belongs to the request that was written to it last, as a connection carries one request at a time.
 */
export class Loopback {
  readonly #exchangeByPort = new Map<number, number>();
  readonly #portByExchange = new Map<number, number>();
  readonly #receivedBy = new Map<number, number>();

  readonly sent = (localPort: number, exchangeId: number): void => {
    this.#exchangeByPort.set(localPort, exchangeId);
    this.#portByExchange.set(exchangeId, localPort);
  };

  /** The outbound exchange that is on its way over this port. */
  readonly exchangeAt = (remotePort: number): number | null => this.#exchangeByPort.get(remotePort) ?? null;

  readonly received = (outboundId: number, inboundId: number): void => {
    this.#receivedBy.set(outboundId, inboundId);
  };

  /** Forgets the request; returns the inbound exchange that it was here, if it came back to us. */
  readonly over = (exchangeId: number): number | null => {
    const port = this.#portByExchange.get(exchangeId);
    if (port !== undefined && this.#exchangeByPort.get(port) === exchangeId) this.#exchangeByPort.delete(port);
    this.#portByExchange.delete(exchangeId);
    const inboundId = this.#receivedBy.get(exchangeId) ?? null;
    this.#receivedBy.delete(exchangeId);
    return inboundId;
  };
}
