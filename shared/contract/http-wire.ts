import { createStreamReader } from '#shared/contract/event-stream.ts';
import { fault, HarnessError, type Fault } from '#shared/contract/fault.ts';
import type { ReplyFrame, Wire } from '#shared/contract/transport.ts';
import type { Position, WatchFrame } from '#shared/session/events.ts';
import { isJsonObject } from '#shared/text/json.ts';

/** As much of `fetch` as the wire needs; the page's, Node's and a test's all fit. */
export type FetchLike = (
  url: string,
  init: { readonly method: string; readonly headers: Record<string, string>; readonly body?: string },
) => Promise<FetchedResponse>;

type FetchedResponse = {
  readonly status: number;
  readonly json: () => Promise<unknown>;
  readonly body: { readonly getReader: () => ByteReader } | null;
};

type ByteReader = {
  readonly read: () => Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  readonly cancel: () => Promise<void>;
};

export type HttpWireOptions = {
  /** Scheme and authority of the control server, without a slash at the end. */
  readonly baseUrl: string;
  readonly token: string;
  readonly fetch: FetchLike;
  /** Told when the event stream opens and when it breaks, once for each change. */
  readonly onLink?: (link: 'connected' | 'lost') => void;
  /** Told once when the server refuses the event stream for good: it is not asked again. */
  readonly onRefused?: (refused: Fault) => void;
  /** Milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
};

const firstWait = 250;
const longestWait = 5000;

/**
 * The contract over HTTP: a call is a POST, the event stream is `text/event-stream` read through fetch, because EventSource cannot
 * carry the token. A broken stream is opened again from the last position, waiting 250 ms and then twice as long each time up to 5 s.
 * Calls reject with `wire.lost` when nothing answers.
 */
export const httpWire = (options: HttpWireOptions): Wire => ({
  call: async (frame) => {
    const response = await orLost(() =>
      options.fetch(`${options.baseUrl}/api/call`, {
        method: 'POST',
        headers: { ...credentials(options), 'content-type': 'application/json' },
        body: JSON.stringify(frame),
      }),
    );
    return orLost(() => replyOf(response));
  },
  watch: (from, onFrame) => {
    const stream = new FrameStream(options, from, onFrame);
    void stream.run();
    return () => stream.end();
  },
});

const credentials = ({ token }: HttpWireOptions): Record<string, string> => ({ authorization: `Bearer ${token}` });

const orLost = async <Result>(ask: () => Promise<Result>): Promise<Result> => {
  try {
    return await ask();
  } catch (cause) {
    throw new HarnessError(fault('wire.lost'), { cause });
  }
};

/** What asking again cannot change: the token or the page is not the right one. */
const isRefusal = (status: number): boolean => status === 401 || status === 403;

const refusal = (status: number): Fault => fault('wire.refused', { reason: `it answered ${String(status)}` });

/** A refusal carries a reply frame as well; whatever else answers is not Hookbench. */
const replyOf = async (response: FetchedResponse): Promise<ReplyFrame> => {
  const reply = await response.json().catch(() => null);
  if (isJsonObject(reply) && typeof reply['ok'] === 'boolean') return reply as ReplyFrame;
  return { ok: false, fault: isRefusal(response.status) ? refusal(response.status) : fault('wire.lost') };
};

/** One subscription, over as many connections as it takes: guards the position, and that nothing is delivered after its end. */
class FrameStream {
  readonly #options: HttpWireOptions;
  readonly #onFrame: (frame: WatchFrame) => void;
  #at: Position | null;
  #reader: ByteReader | null = null;
  #isOver = false;
  #link: 'connected' | 'lost' | 'new' = 'new';
  #failures = 0;

  constructor(options: HttpWireOptions, from: Position | null, onFrame: (frame: WatchFrame) => void) {
    this.#options = options;
    this.#at = from;
    this.#onFrame = onFrame;
  }

  async run(): Promise<void> {
    while (!this.#isOver) {
      await this.#follow().catch(() => undefined);
      if (this.#isOver) return;
      this.#tell('lost');
      await this.#options.wait(Math.min(firstWait * 2 ** this.#failures, longestWait));
      this.#failures += 1;
    }
  }

  end(): void {
    this.#isOver = true;
    void this.#reader?.cancel().catch(() => undefined);
  }

  /** One connection, from its opening to its end. */
  async #follow(): Promise<void> {
    const position = this.#at ? `?run=${encodeURIComponent(this.#at.run)}&seq=${String(this.#at.seq)}` : '';
    const response = await this.#options.fetch(`${this.#options.baseUrl}/api/events${position}`, {
      method: 'GET',
      headers: { ...credentials(this.#options), accept: 'text/event-stream' },
    });
    if (isRefusal(response.status)) return this.#refuse(response);
    if (response.status !== 200 || !response.body) return undefined;
    this.#reader = response.body.getReader();
    if (this.#isOver) return this.#reader.cancel();
    this.#tell('connected');
    const push = createStreamReader(({ data }) => this.#deliver(JSON.parse(data) as WatchFrame));
    for (;;) {
      const { done, value } = await this.#reader.read();
      if (done || this.#isOver) return undefined;
      if (value) push(value);
    }
  }

  async #refuse(response: FetchedResponse): Promise<void> {
    const reply = await replyOf(response);
    if (this.#isOver) return;
    this.#isOver = true;
    this.#tell('lost');
    this.#options.onRefused?.(reply.ok ? refusal(response.status) : reply.fault);
  }

  #deliver(frame: WatchFrame): void {
    if (this.#isOver) return;
    this.#failures = 0;
    this.#at = frame.at;
    this.#onFrame(frame);
  }

  #tell(link: 'connected' | 'lost'): void {
    if (link === this.#link) return;
    this.#link = link;
    this.#options.onLink?.(link);
  }
}
