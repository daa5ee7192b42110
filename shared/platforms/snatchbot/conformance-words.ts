import { textOf } from '#shared/exchange/body.ts';
import type { HeaderLines, RawRequest, RawResponse } from '#shared/exchange/raw-http.ts';
import type { ConformanceRow, Probe } from '#shared/platforms/conformance.ts';
import type { Fact } from '#shared/platforms/fact.ts';
import { isJsonObject, type JsonObject } from '#shared/text/json.ts';
import { parseJson } from '#shared/text/parse-json.ts';

type RowMaker = (
  id: string,
  fact: Fact,
  test: ConformanceRow['test'],
  over?: Partial<Pick<ConformanceRow, 'settings' | 'defects' | 'isRemote'>>,
) => ConformanceRow;

/** Rows of one feature at one end. */
export const rowsOf =
  (feature: 'webhook' | 'json-api' | 'api-channel', end: ConformanceRow['end']): RowMaker =>
  (id, fact, test, over = {}) => ({
    id: `${feature}.${id}`,
    fact,
    end,
    test,
    ...over,
    settings: { feature, ...over.settings },
  });

export const plainResponse = (status: number, body = '', headers: HeaderLines = []): RawResponse => ({
  status,
  reason: '',
  headers,
  body: new TextEncoder().encode(body),
});

/** The body as an object; an empty one where it is none, so that a comparison fails with what came. */
export const objectOf = ({ body }: { readonly body: Uint8Array }): JsonObject => {
  const parsed = parseJson(textOf(body).text);
  return parsed.ok && isJsonObject(parsed.value) ? parsed.value : {};
};

/** Null when both are the same as JSON, else a sentence. */
export const same = (what: string, actual: unknown, wanted: unknown): string | null => {
  const [came, expected] = [JSON.stringify(actual), JSON.stringify(wanted)];
  return came === expected ? null : `${what} is ${came ?? 'nothing'} instead of ${expected ?? 'nothing'}.`;
};

/** The first complaint, or null. */
export const firstOf = (...complaints: readonly (string | null)[]): string | null =>
  complaints.find((each) => each !== null) ?? null;

/** Null when the text fits. */
export const fits = (what: string, text: unknown, pattern: RegExp): string | null =>
  typeof text === 'string' && pattern.test(text) ? null : `${what} is ${JSON.stringify(text) ?? 'nothing'}.`;

/** Lets the user say a text, and gives the first request that this causes. */
export const requestFor = async (
  probe: Probe,
  text: string,
  ...replies: readonly RawResponse[]
): Promise<RawRequest | null> => {
  probe.answerNext(...replies);
  await probe.say('user', { kind: 'text', text }, 'u-42');
  return probe.nextReceived();
};

export const nothingCame = 'No request came.';
