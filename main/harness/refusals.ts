import { redact } from '#shared/channel/redact.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import { jsonResponse, pathOf, type RawResponse } from '#shared/exchange/raw-http.ts';
import type { Bench } from './bench.ts';
import type { Destination } from './routing.ts';
import type { Arrival, ArrivedBody, Malformed } from './world.ts';

/** Why nothing read a request, what it is answered, and what is noted about it. */
type Refusal = { readonly reply: RawResponse | null; readonly finding: Finding; readonly because: string };

const unread = (arrival: Arrival, body: ArrivedBody, destination: Destination, bench: Bench): Refusal => {
  if (body.state === 'aborted') return aborted(body);
  if (body.state === 'too-large') return tooLarge(body);
  if (destination.kind === 'other-method') return otherMethod(arrival.method, destination.methods);
  if (destination.kind !== 'unknown-channel') return nowhere(arrival, bench);
  const { reply, finding } = destination.platform.refuseUnknown({ ...arrival, body: body.bytes }, bench.stamp());
  return {
    reply,
    finding,
    because: 'No channel of this bench has this address, so there was nothing to check the credential against.',
  };
};

const aborted = (body: ArrivedBody): Refusal => ({
  reply: null,
  finding: {
    severity: 'error',
    rule: 'request.aborted',
    summary: `The sender went away after ${body.bytes.byteLength} bytes of the body; what came is kept.`,
    at: 'body',
  },
  because: 'The request is not complete, so its credential was not checked.',
});

const tooLarge = (body: ArrivedBody): Refusal => ({
  reply: jsonResponse(413, { error: `The body is larger than the limit of ${body.bytes.byteLength} bytes.` }),
  finding: {
    severity: 'error',
    rule: 'request.too-large',
    summary: `The body is larger than the limit, so only its first ${body.bytes.byteLength} bytes are kept. Raise the body limit in the settings to take it whole.`,
    at: 'body',
  },
  because: 'The request is not complete, so its credential was not checked.',
});

const otherMethod = (method: string, methods: readonly string[]): Refusal => {
  const reply = jsonResponse(405, { error: `This path answers ${methods.join(', ')}, not ${method}.` });
  return {
    reply: { ...reply, headers: [['Allow', methods.join(', ')], ...reply.headers] },
    finding: {
      severity: 'error',
      rule: 'request.method',
      summary: `This path answers ${methods.join(', ')}, not ${method}. Change the method of the request.`,
      at: 'method',
    },
    because: 'The method is not one that this channel answers, so the credential was not checked.',
  };
};

const nowhereReply = jsonResponse(404, { error: 'No channel of this Hookbench has this path.' });

const nowhere = (arrival: Arrival, { channels }: Bench): Refusal => ({
  reply: nowhereReply,
  finding: {
    severity: 'error',
    rule: 'path.unknown',
    summary: `No channel has the path ${redact(pathOf(arrival.target), channels.secrets).slice(0, 200)}. A channel shows its address in a new conversation: compare the two.`,
    at: 'path',
  },
  because: 'No channel of this bench has this address, so there was nothing to check.',
});

const malformed = ({ reason, bytes }: Malformed): Finding => ({
  severity: 'error',
  rule: 'http.malformed',
  summary: `These ${bytes.byteLength} bytes are not an HTTP request (${reason}): look at the raw bytes for what the sender wrote.`,
  at: 'raw',
});

export const refusalOf = { unread, malformed } as const;
