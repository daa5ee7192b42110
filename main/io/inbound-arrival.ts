import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Arrival, ArrivedBody } from '#main/harness/world.ts';
import type { HeaderLines } from '#shared/exchange/raw-http.ts';
import { systemClock } from './system.ts';

const nothing = Buffer.alloc(0);
const emptyBody: Promise<ArrivedBody> = Promise.resolve({ state: 'complete', bytes: nothing });

/** A request on its way in: its head is here, its body is being read. One object per request, and as little else as possible. */
export class ArrivingRequest implements Arrival {
  readonly openedAt = systemClock.now();
  readonly method: string;
  readonly target: string;
  readonly httpVersion: string;
  readonly headers: HeaderLines;
  readonly remote: Arrival['remote'];
  readonly body: Promise<ArrivedBody>;
  readonly #request: IncomingMessage;
  readonly #response: ServerResponse;
  readonly #limit: number;
  #state: ArrivedBody['state'] | 'reading' = 'reading';
  #settle: ((body: ArrivedBody) => void) | null = null;
  #chunks: Buffer[] = [];
  #onWritten: (() => void) | null = null;
  #size = 0;

  constructor(request: IncomingMessage, response: ServerResponse, target: string, limit: number, tunnelled?: Buffer) {
    this.method = request.method ?? '';
    this.target = target;
    this.httpVersion = request.httpVersion;
    this.headers = headerLines(request.rawHeaders);
    this.remote = remoteOf(request.socket);
    this.#request = request;
    this.#response = response;
    this.#limit = limit;
    if (tunnelled || !hasBody(request)) {
      this.#state = 'complete';
      this.body = tunnelled?.length ? Promise.resolve({ state: 'complete', bytes: tunnelled }) : emptyBody;
      return;
    }
    this.body = new Promise((resolve) => {
      this.#settle = resolve;
    });
    request.on('data', this.#take);
    request.on('end', this.#complete);
    request.on('close', this.abort);
  }

  get state(): ArrivedBody['state'] | 'reading' {
    return this.#state;
  }

  /** True while bytes of the body may still come: the parser knows that it was the last before the stream tells. */
  get isReading(): boolean {
    return this.#state === 'reading' && !this.#request.complete;
  }

  get isAnswered(): boolean {
    return this.#response.writableEnded;
  }

  readonly onGone = (act: () => void): void => {
    const response = this.#response;
    if (response.destroyed || response.closed) {
      queueMicrotask(act);
      return;
    }
    response.once('close', () => {
      if (!response.headersSent) act();
    });
  };

  onWritten(act: () => void): void {
    this.#onWritten = act;
  }

  /** The reply has been handed to the system. */
  written(): void {
    this.#onWritten?.();
  }

  /** The rest of the body will not come; nothing happens when it has come already. */
  readonly abort = (): void => this.#end('aborted');

  readonly #complete = (): void => this.#end('complete');

  readonly #take = (chunk: Buffer): void => {
    // What comes after the limit is read and forgotten: the client has to see the refusal.
    if (this.#state !== 'reading') return;
    const room = this.#limit - this.#size;
    this.#chunks.push(chunk.length > room ? chunk.subarray(0, room) : chunk);
    this.#size += Math.min(chunk.length, room);
    if (chunk.length > room) this.#end('too-large');
  };

  #end(state: ArrivedBody['state']): void {
    if (this.#state !== 'reading') return;
    this.#state = state;
    const [first = nothing] = this.#chunks;
    this.#settle?.({ state, bytes: this.#chunks.length > 1 ? Buffer.concat(this.#chunks, this.#size) : first });
    this.#chunks = [];
  }
}

const headerLines = (raw: readonly string[]): HeaderLines => {
  const lines: [string, string][] = [];
  for (let index = 0; index < raw.length; index += 2) lines.push([raw[index] ?? '', raw[index + 1] ?? '']);
  return lines;
};

/** RFC 9112 §6.3: a request has a body when it says how long it is, whatever its method. */
const hasBody = ({ headers }: IncomingMessage): boolean =>
  (headers['content-length'] ?? '0') !== '0' || headers['transfer-encoding'] !== undefined;

export const remoteOf = (socket: Socket): Arrival['remote'] => ({
  address: socket.remoteAddress ?? '',
  port: socket.remotePort ?? 0,
});
