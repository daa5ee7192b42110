import type { Inbound } from '#main/harness/world.ts';
import type { RawRequest, RawResponse } from '#shared/exchange/raw-http.ts';

/** The end that the probe plays: it takes every request, keeps it, and answers as it was told. */
export type ProbeEnd = {
  /** Scheme and authority. */
  readonly origin: string;
  /** The oldest request that nobody has taken yet; waits for one until `over` settles, then null. */
  readonly next: (over: Promise<unknown>) => Promise<RawRequest | null>;
  readonly answerNext: (...replies: readonly RawResponse[]) => void;
  /** Forgets what has come and what it was told. */
  readonly clear: () => void;
  readonly close: () => Promise<void>;
};

/** Larger than any message of a row. */
const bodyLimit = 64 * 1024 * 1024;
const emptyReply: RawResponse = { status: 200, reason: '', headers: [['Content-Length', '0']], body: new Uint8Array() };

const nobody = (): void => undefined;

/** Listens on any free port of this machine. */
export const openProbeEnd = async (inbound: Inbound): Promise<ProbeEnd> => {
  const requests: RawRequest[] = [];
  const replies: RawResponse[] = [];
  let notice = nobody;
  const server = await inbound.listen(
    { port: 0 },
    {
      receive: async ({ method, target, headers, body }) => {
        const { state, bytes } = await body;
        if (state === 'aborted') return null;
        requests.push({ method, target, headers, body: bytes });
        notice();
        return replies.shift() ?? emptyReply;
      },
      refuse: () => undefined,
    },
    () => bodyLimit,
  );
  return {
    origin: server.url,
    next: async (over) => {
      const arrival = new Promise<void>((resolve) => {
        notice = resolve;
      });
      if (requests.length === 0) await Promise.race([arrival, over]);
      return requests.shift() ?? null;
    },
    answerNext: (...next) => void replies.push(...next),
    clear: () => {
      requests.length = 0;
      replies.length = 0;
    },
    close: server.close,
  };
};
