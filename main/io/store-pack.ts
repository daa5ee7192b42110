import type { Exchange, ExchangeSummary, Head, Outcome, Phase } from '#shared/exchange/exchange.ts';
import type { HeaderLines } from '#shared/exchange/raw-http.ts';

/*
 * Exchanges as short JSON: values in a fixed order, and no names. Every byte is written three times (to the log, from the log, as part
 * of a page that is not full yet) before the reply goes out. A new field goes to the end, so that older rows can still be read.
 */

type PackedOutcome = number | Outcome;
type PackedHead = readonly [httpVersion: string, headers: readonly string[], bodyBytes: number, isTruncated: 0 | 1];
type PackedResponse = readonly [status: number, reason: string, head: PackedHead];

const packOutcome = (outcome: Outcome): PackedOutcome => (outcome.state === 'answered' ? outcome.status : outcome);

const unpackOutcome = (packed: PackedOutcome): Outcome =>
  typeof packed === 'number' ? { state: 'answered', status: packed } : packed;

/** Names and values in turn. */
const packHeaders = (headers: HeaderLines): readonly string[] => {
  const packed: string[] = [];
  for (const [name, value] of headers) packed.push(name, value);
  return packed;
};

const unpackHeaders = (packed: readonly string[]): HeaderLines => {
  const headers: (readonly [string, string])[] = [];
  for (let place = 0; place < packed.length; place += 2) headers.push([packed[place] ?? '', packed[place + 1] ?? '']);
  return headers;
};

const packHead = (head: Head): PackedHead => [
  head.httpVersion,
  packHeaders(head.headers),
  head.bodyBytes,
  head.isTruncated ? 1 : 0,
];

const unpackHead = ([httpVersion, headers, bodyBytes, isTruncated]: PackedHead): Head => ({
  httpVersion,
  headers: unpackHeaders(headers),
  bodyBytes,
  isTruncated: isTruncated === 1,
});

const packSummary = (summary: ExchangeSummary) =>
  [
    summary.openedAt,
    summary.direction,
    summary.channelId,
    summary.end,
    summary.conversationId,
    summary.method,
    summary.origin,
    summary.target,
    summary.remote,
    summary.twinId,
    packOutcome(summary.outcome),
    summary.duration,
    summary.requestBytes,
    summary.responseBytes,
    summary.verdict,
    summary.note,
    summary.findingCounts.error,
    summary.findingCounts.warning,
    summary.findingCounts.info,
    ...packEnding(summary),
  ] as const;

type PackedSummary = ReturnType<typeof packSummary>;

type PackedEnding = readonly [defect?: string, traceId?: number, rule?: string, replayOf?: number];

/** What is as always in nearly every row is left out at the end: then it costs nothing. */
const packEnding = (summary: ExchangeSummary): PackedEnding => {
  const { defect, rule, replayOf } = summary;
  // 0 for the trace that rows had before there were traces.
  const traceId = summary.traceId === traceWithoutOne(summary) ? 0 : summary.traceId;
  if (replayOf !== null) return [defect, traceId, rule, replayOf];
  if (rule !== '') return [defect, traceId, rule];
  if (traceId !== 0) return [defect, traceId];
  return defect === '' ? [] : [defect];
};

/** Its own; what came back to us belongs to what we sent. */
const traceWithoutOne = ({ id, direction, twinId }: Pick<ExchangeSummary, 'id' | 'direction' | 'twinId'>): number =>
  direction === 'inbound' && twinId !== null ? twinId : id;

/** By place: taking the array apart costs twice the time, and a search unpacks a hundred thousand. */
const unpackSummary = (id: number, packed: PackedSummary): ExchangeSummary => {
  const [direction, twinId, trace] = [packed[1], packed[9], packed[20] ?? 0];
  return {
    id,
    openedAt: packed[0],
    direction,
    channelId: packed[2],
    end: packed[3],
    conversationId: packed[4],
    method: packed[5],
    origin: packed[6],
    target: packed[7],
    remote: packed[8],
    twinId,
    traceId: trace === 0 ? traceWithoutOne({ id, direction, twinId }) : trace,
    replayOf: packed[22] ?? null,
    outcome: unpackOutcome(packed[10]),
    duration: packed[11],
    requestBytes: packed[12],
    responseBytes: packed[13],
    verdict: packed[14],
    note: packed[15],
    defect: packed[19] ?? '',
    rule: packed[21] ?? '',
    findingCounts: { error: packed[16], warning: packed[17], info: packed[18] },
  };
};

/** Name, beginning and end in turn: a loop, because `flatMap` costs a third of the whole text. */
const packPhases = (phases: readonly Phase[]): readonly (string | number)[] => {
  const packed: (string | number)[] = [];
  for (const { name, from, to } of phases) packed.push(name, from, to);
  return packed;
};

const unpackPhases = (packed: readonly (string | number)[]): readonly Phase[] =>
  Array.from({ length: packed.length / 3 }, (_, phase) => {
    const [name, from, to] = packed.slice(phase * 3) as [string, number, number];
    return { name, from, to };
  });

const packDetail = (exchange: Exchange) => {
  const { summary, target, request, response, phases, findings, verdict, har } = exchange;
  const packedResponse: PackedResponse | null = response && [response.status, response.reason, packHead(response)];
  return [
    // Most targets hold no secret and are short: then it is that of the summary.
    target === summary.target ? 0 : target,
    packHead(request),
    packedResponse,
    packPhases(phases),
    findings,
    verdict,
    ...(har ? [har] : []),
  ] as const;
};

type PackedDetail = ReturnType<typeof packDetail>;

export const summaryText = (summary: ExchangeSummary): string => JSON.stringify(packSummary(summary));

export const detailText = (exchange: Exchange): string => JSON.stringify(packDetail(exchange));

export const readSummary = (id: number, text: string): ExchangeSummary =>
  unpackSummary(id, JSON.parse(text) as PackedSummary);

export const readExchange = (id: number, summaryPart: string, detailPart: string): Exchange => {
  const summary = readSummary(id, summaryPart);
  const [target, request, response, phases, findings, verdict, har] = JSON.parse(detailPart) as PackedDetail;
  return {
    summary,
    target: target === 0 ? summary.target : target,
    request: unpackHead(request),
    response: response && { status: response[0], reason: response[1], ...unpackHead(response[2]) },
    phases: unpackPhases(phases),
    findings,
    verdict,
    ...(har ? { har } : {}),
  };
};
