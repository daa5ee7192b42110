import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { InboundHandler } from '#main/harness/world.ts';
import { remoteOf, type ArrivingRequest } from './inbound-arrival.ts';
import type { InboundLimits } from './inbound-limits.ts';
import { systemClock } from './system.ts';

/** What Node tells of bytes that its parser refused. */
type ParserError = { readonly code?: string | undefined; readonly rawPacket?: unknown };

/** The sender closed its side in the middle of a request. */
const endOfInput = 'HPE_INVALID_EOF_STATE';
const timeUp = 'ERR_HTTP_REQUEST_TIMEOUT';

const statusOf = (code: string): number =>
  code === timeUp ? 408 : code === 'HPE_HEADER_OVERFLOW' ? 431 : code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW' ? 413 : 400;

/**
 * Answers and records what the HTTP parser refused. What is in the middle of a body is told by that request as aborted, and
 * recorded here only where we answered it ourselves.
 */
export class MalformedConnections {
  readonly #handler: InboundHandler;
  readonly #limits: InboundLimits;
  readonly #refused = new WeakSet<Socket>();

  constructor(handler: InboundHandler, limits: InboundLimits) {
    this.#handler = handler;
    this.#limits = limits;
  }

  /** True where this connection has been answered and is about to close: nothing more may be written to it. */
  readonly isRefused = (socket: Socket): boolean => this.#refused.has(socket);

  /** `last`: the last request that came over this connection. */
  readonly refuse = (error: ParserError, socket: Socket, last: ArrivingRequest | undefined): void => {
    // The parser tells again for each packet that follows.
    if (this.#refused.has(socket)) return;
    const code = error.code ?? '';
    const isOurs = code === timeUp || code.startsWith('HPE_');
    const isInBody = last?.isReading === true;
    if (!isOurs || socket.bytesRead === 0 || (isInBody && code === endOfInput)) {
      if (isInBody) last.abort();
      socket.destroy();
      return;
    }
    this.#refused.add(socket);
    if (isInBody) last.abort();
    // The reply to what came before goes first; the connection closes behind it.
    const isWaiting = last !== undefined && !isInBody && !last.isAnswered;
    const status = socket.writable && !isWaiting ? statusOf(code) : null;
    this.#handler.refuse({
      at: systemClock.now(),
      remote: remoteOf(socket),
      bytes: error.rawPacket instanceof Uint8Array ? Uint8Array.from(error.rawPacket) : new Uint8Array(),
      reason: code,
      status,
    });
    if (status !== null) this.#close(socket, status);
    else if (!isWaiting) socket.destroy();
  };

  #close(socket: Socket, status: number): void {
    const timer = setTimeout(() => socket.destroy(), this.#limits.lingerTime);
    socket.once('close', () => clearTimeout(timer));
    socket.once('end', () => socket.destroy());
    socket.end(
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
      'latin1',
    );
  }
}
