import { Type, type Static } from 'typebox';
import { issuesOf } from '#shared/contract/input-issues.ts';
import { bytesOf } from '#shared/exchange/body.ts';
import type { Phase } from '#shared/exchange/exchange.ts';
import { readHar } from '#shared/exchange/har.ts';
import { decodeBase64 } from '#shared/text/base64.ts';
import { parseJson } from '#shared/text/parse-json.ts';
import { importLimits, tooLarge, type ImportedExchange, type ImportReading } from '#shared/export/imported.ts';
import { timeOf } from '#shared/export/time-of.ts';

const Text = Type.String({ maxLength: importLimits.bytes });

/** As much of HAR 1.2 as is read; what programs write besides is passed over. */
const Archive = Type.Object({
  log: Type.Object({
    entries: Type.Array(
      Type.Object({
        startedDateTime: Type.Optional(Type.String({ maxLength: 100 })),
        time: Type.Optional(Type.Number()),
        timings: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
        _direction: Type.Optional(Type.Union([Type.Literal('inbound'), Type.Literal('outbound')])),
        _target: Type.Optional(Type.String({ minLength: 1, maxLength: 200_000 })),
        request: Type.Object({
          method: Type.String({ pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$" }),
          url: Type.String({ maxLength: 200_000 }),
          httpVersion: Type.Optional(Type.String({ maxLength: 100 })),
          headers: Type.Array(Type.Object({ name: Text, value: Text })),
        }),
        response: Type.Optional(
          Type.Object({
            status: Type.Integer({ minimum: 0, maximum: 999 }),
            statusText: Type.Optional(Type.String({ maxLength: 10_000 })),
            httpVersion: Type.Optional(Type.String({ maxLength: 100 })),
            headers: Type.Optional(Type.Array(Type.Object({ name: Text, value: Text }))),
            content: Type.Optional(
              Type.Object({ text: Type.Optional(Text), encoding: Type.Optional(Type.String({ maxLength: 100 })) }),
            ),
          }),
        ),
      }),
      { minItems: 1, maxItems: importLimits.exchanges },
    ),
  }),
});
type Entry = Static<typeof Archive>['log']['entries'][number];

/** The exchanges of a HAR file. Refuses what is none, by line and column or by field, and what is too large. */
export const importHar = (text: string): ImportReading => {
  const parsed = parseJson(text.replace(/^\u{feff}/u, ''));
  if (!parsed.ok) return { ok: false, problem: `This is no JSON, so it is no HAR either. ${parsed.problem}` };
  const [issue] = issuesOf(Archive, parsed.value);
  if (issue) return { ok: false, problem: `This is no HAR that can be read: ${issue.path || '/'} ${issue.message}.` };
  const read = readHar(text);
  if (!read.ok) return read;
  const { entries } = (parsed.value as Static<typeof Archive>).log;
  const exchanges: ImportedExchange[] = [];
  for (const [index, entry] of entries.entries()) {
    const asked = read.entries[index];
    if (!asked) break;
    const response = responseOf(entry);
    const exchange: ImportedExchange = {
      openedAt: timeOf(asked.startedAt),
      direction: entry['_direction'] ?? 'outbound',
      origin: asked.origin,
      httpVersion: versionOf(entry.request.httpVersion),
      request: { ...asked.request, target: entry['_target'] ?? asked.request.target },
      response: typeof response === 'string' ? null : response,
      duration: entry.time ?? null,
      phases: phasesOf(entry.timings ?? {}),
      findings: [],
      verdict: null,
    };
    const problem = typeof response === 'string' ? response : tooLarge(exchange);
    if (problem !== null) return { ok: false, problem: `Request ${String(index + 1)} of the HAR: ${problem}` };
    exchanges.push(exchange);
  }
  return { ok: true, exchanges, skipped: 0 };
};

const versionOf = (written = ''): string => /^HTTP\/(\S{1,20})$/i.exec(written)?.[1] ?? '1.1';

/** Null where there was no answer, which browsers write as the status 0; a sentence where its body cannot be read. */
const responseOf = ({ response }: Entry): ImportedExchange['response'] | string => {
  if (!response || response.status === 0) return null;
  const { text = '', encoding } = response.content ?? {};
  const decoded = encoding === 'base64' ? decodeBase64(text) : { ok: true as const, bytes: bytesOf(text) };
  if (!decoded.ok) return `the body of its answer is not base64. ${decoded.problem}`;
  return {
    status: response.status,
    reason: response.statusText ?? '',
    httpVersion: versionOf(response.httpVersion),
    headers: (response.headers ?? [])
      .filter(({ name }) => name !== '' && !name.startsWith(':'))
      .map(({ name, value }) => [name, value] as const),
    body: decoded.bytes,
  };
};

/** One after the other, in the order in which they happen. */
const phasesOf = (timings: Readonly<Record<string, unknown>>): readonly Phase[] => {
  let at = 0;
  return ['blocked', 'dns', 'connect', 'ssl', 'send', 'wait', 'receive'].flatMap((name) => {
    const spent = timings[name];
    // `ssl` is part of `connect` (HAR 1.2, timings).
    if (typeof spent !== 'number' || !(spent >= 0) || spent > 1e12 || name === 'ssl') return [];
    const from = at;
    at += spent;
    return [{ name, from, to: at }];
  });
};
