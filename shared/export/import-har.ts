import { Type, type Static } from 'typebox';
import { issuesOf } from '#shared/contract/input-issues.ts';
import { bytesOf } from '#shared/exchange/body.ts';
import type { Phase } from '#shared/exchange/exchange.ts';
import { readHarEntry } from '#shared/exchange/har.ts';
import type { HarRest } from '#shared/exchange/har-rest.ts';
import type { HeaderLines } from '#shared/exchange/raw-http.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { parseJson } from '#shared/text/parse-json.ts';
import { importLimits } from '#shared/export/import-limits.ts';
import { tooLarge, type ImportedExchange, type ImportReading } from '#shared/export/imported.ts';
import { looseBase64 } from '#shared/export/loose-bytes.ts';
import { pagesOf, restOf } from '#shared/export/rest-of-har.ts';
import { timeOf } from '#shared/export/time-of.ts';

const Text = Type.String({ maxLength: importLimits.bytes });
const Lines = Type.Array(Type.Object({ name: Text, value: Type.Unknown() }));

/** As much of HAR 1.2 as an exchange is made of: the rest may be as it likes, and is kept beside it. */
const Entry = Type.Object({
  _direction: Type.Optional(Type.Union([Type.Literal('inbound'), Type.Literal('outbound')])),
  _target: Type.Optional(Type.String({ maxLength: 200_000 })),
  _trace: Type.Optional(Type.Unknown()),
  _rule: Type.Optional(Type.Unknown()),
  _defect: Type.Optional(Type.Unknown()),
  request: Type.Object({
    /** Empty where what came was no HTTP. */
    method: Type.String({ pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{0,100}$" }),
    url: Type.String({ maxLength: importLimits.bytes }),
    headers: Type.Optional(Lines),
  }),
  response: Type.Optional(
    Type.Union([
      Type.Object({ status: Type.Integer({ minimum: 0, maximum: 999 }), headers: Type.Optional(Lines) }),
      Type.Null(),
    ]),
  ),
});
type Entry = Static<typeof Entry> & JsonObject;

const Archive = Type.Object({
  log: Type.Object({ entries: Type.Array(Entry, { minItems: 1, maxItems: importLimits.exchanges }) }),
});

/**
 * The exchanges of a HAR file. Refuses what is none, by line and column or by field, and what is too large. What is no HTTP is passed
 * over: browsers write `data:` and `blob:` addresses among the others.
 */
export const importHar = (text: string): ImportReading => {
  const parsed = parseJson(text.replace(/^\u{feff}/u, ''));
  if (!parsed.ok) return refuse(`This is no JSON, so it is no HAR either. ${parsed.problem}`);
  const [issue] = issuesOf(Archive, parsed.value);
  if (issue) return refuse(`This is no HAR that can be read: ${issue.path || '/'} ${issue.message}.`);
  const { log } = parsed.value as { readonly log: JsonObject & { readonly entries: readonly Entry[] } };
  const pages = pagesOf(log);
  const exchanges: ImportedExchange[] = [];
  let skipped = 0;
  let repeated = 0;
  for (const [index, entry] of log.entries.entries()) {
    if (/^(?!https?:|wss?:)[a-z][a-z\d+.-]*:/i.test(entry.request.url)) skipped += 1;
    else {
      const around = pages(entry);
      repeated += JSON.stringify(around).length;
      if (repeated > importLimits.bytes)
        return refuse('What the HAR says around its requests is too much to be kept with each of them.');
      const read = exchangeOf(entry, around);
      const problem = typeof read === 'string' ? read : tooLarge(read);
      if (typeof read === 'string' || problem !== null)
        return refuse(`Request ${String(index + 1)} of the HAR: ${problem ?? ''}`);
      exchanges.push(read);
    }
  }
  return exchanges.length === 0
    ? refuse(`None of the ${String(skipped)} requests of the HAR has a url of HTTP.`)
    : { ok: true, exchanges, skipped };
};

const refuse = (problem: string): ImportReading => ({ ok: false, problem });

const exchangeOf = (entry: Entry, around: Pick<HarRest, 'pages' | 'log'>): ImportedExchange | string => {
  // A WebSocket begins as HTTP (RFC 6455 §4), and no address holds white space.
  const url = entry.request.url.replace(/^ws/i, 'http').replaceAll(/\s/g, encodeURIComponent);
  const given: JsonObject = entry;
  const request = entry.request as JsonObject;
  const asked = readHarEntry({ ...given, request: { ...request, url } });
  if (typeof asked === 'string') return asked;
  const response = responseOf(entry);
  if (typeof response === 'string') return response;
  const { time } = given;
  const exchange: ImportedExchange = {
    openedAt: timeOf(asked.startedAt),
    direction: entry['_direction'] ?? 'outbound',
    origin: asked.origin,
    httpVersion: versionOf(request['httpVersion']),
    request: {
      ...asked.request,
      headers: asked.request.headers.flatMap(lineByLine),
      target: entry['_target'] ?? asked.request.target,
    },
    response,
    duration: typeof time === 'number' && time >= 0 ? time : null,
    phases: phasesOf(entry['timings']),
    findings: [],
    verdict: null,
    told: {
      id: null,
      trace: textIn(entry['_trace']) || null,
      replayOf: null,
      twin: null,
      rule: textIn(entry['_rule']),
      defect: textIn(entry['_defect']),
    },
  };
  const har = restOf(entry, exchange, around);
  // Also where it says nothing more: what is written of it later is what stood here.
  return typeof har === 'string' ? har : { ...exchange, har: har ?? {} };
};

/** As much as a name of ours is long. */
const textIn = (written: unknown): string => (typeof written === 'string' ? written.slice(0, 1000) : '');

/** `HTTP/1.1`, `http/2.0`, and `h2` as browsers write it. */
const versionOf = (written: Json | undefined): string =>
  (typeof written === 'string' ? /^(?:HTTP\/|h)(\d(?:\.\d)?)$/i.exec(written)?.[1] : undefined) ?? '1.1';

/** Null where there was no answer, which browsers write as the status 0; a sentence where its body cannot be read. */
const responseOf = ({ response }: Entry): ImportedExchange['response'] | string => {
  if (!isJsonObject(response) || response.status === 0) return null;
  const { status, statusText, httpVersion, content } = response as JsonObject;
  const { text, encoding } = isJsonObject(content) ? content : {};
  const written = typeof text === 'string' ? text : '';
  const body = encoding === 'base64' ? looseBase64(written.replaceAll(/\s/g, '')) : bytesOf(written);
  if (!body) return 'the body of its answer is not base64.';
  return {
    status: Number(status),
    reason: typeof statusText === 'string' ? statusText.slice(0, 10_000) : '',
    httpVersion: versionOf(httpVersion),
    headers: (response.headers ?? [])
      .filter(({ name }) => name !== '' && !name.startsWith(':'))
      .map(({ name, value }) => [name, typeof value === 'string' ? value : ''] as const)
      .flatMap(lineByLine),
    body,
  };
};

/** Browsers join lines of the same name with a line feed, which no line can hold. */
const lineByLine = ([name, value]: HeaderLines[number]): HeaderLines =>
  value.split(/\r?\n/).map((each) => [name, each] as const);

/** One after the other, in the order in which they happen; `ssl` is the last part of `connect` (HAR 1.2, timings). */
const phasesOf = (timings: Json | undefined): readonly Phase[] => {
  const spent = (name: string): number => {
    const ms = isJsonObject(timings) ? timings[name] : undefined;
    return typeof ms === 'number' && ms >= 0 && ms <= 1e12 ? ms : -1;
  };
  const ssl = Math.min(spent('ssl'), spent('connect'));
  const inTurn: readonly (readonly [name: string, ms: number])[] = [
    ['queue', spent('blocked')],
    ['resolve', spent('dns')],
    ['connect', ssl > 0 ? spent('connect') - ssl : spent('connect')],
    ['secure', ssl > 0 ? ssl : -1],
    ['send', spent('send')],
    ['wait', spent('wait')],
    ['receive', spent('receive')],
  ];
  let at = 0;
  return inTurn.flatMap(([name, ms]) => {
    if (ms < 0) return [];
    const from = at;
    at += ms;
    return [{ name, from, to: at }];
  });
};
