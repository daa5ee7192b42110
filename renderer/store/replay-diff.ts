import type { Words } from '#renderer/words/words.ts';
import { headerValue, type HeaderLines } from '#shared/exchange/raw-http.ts';
import type { Exchange, ExchangeSummary } from '#shared/exchange/exchange.ts';
import type { Replay } from '#shared/exchange/replay.ts';
import { mask } from '#shared/channel/redact.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { writeJson } from '#shared/text/parse-json.ts';
import { bearerToken, decodeJwt, type DecodedJwt } from '#shared/trust/jwt.ts';
import { statusStanding, statusWord, verdictWord } from './traffic-rows.ts';

/** Something that is not the same in both; null where it is absent. */
export type Change = { readonly name: string; readonly before: string | null; readonly after: string | null };

/** The lines that differ, by name and number of appearance: the order of other names is no difference. */
export const changesOf = (before: HeaderLines, after: HeaderLines): readonly Change[] => {
  const old = numbered(before);
  const fresh = numbered(after);
  const keys = [...new Set([...old.keys(), ...fresh.keys()])];
  return keys.flatMap((key) => {
    const [was, is] = [old.get(key), fresh.get(key)];
    if (was && is && was[1] === is[1]) return [];
    return [{ name: (is ?? was)?.[0] ?? key, before: was?.[1] ?? null, after: is?.[1] ?? null }];
  });
};

const numbered = (lines: HeaderLines): ReadonlyMap<string, HeaderLines[number]> => {
  const seen = new Map<string, HeaderLines[number]>();
  for (const line of lines) {
    const name = line[0].toLowerCase();
    let count = 0;
    while (seen.has(`${name} ${String(count)}`)) count += 1;
    seen.set(`${name} ${String(count)}`, line);
  }
  return seen;
};

/** Headers that say how a request travels, and never who may send it. */
const harmless =
  /^(?:accept(?:-.+)?|cache-control|connection|content-(?:length|type|encoding)|date|expect|host|keep-alive|origin|referer|te|transfer-encoding|user-agent|via)$/i;

/**
 * The value of a header line, fit to be shown beside another one: a token by its end only, because what it says is compared claim by
 * claim, and of anything else that may be a credential no more than its scheme and length.
 */
export const toldValue = (name: string, value: string, words: Words['replay']): string => {
  if (harmless.test(name)) return value;
  const token = bearerToken(value) ?? value;
  const before = value.slice(0, value.length - token.length);
  if (decodeJwt(token).header.json !== null) return `${before}${words.tokenEndsIn(token.slice(-8))}`;
  const scheme = /^(?:basic|bearer|digest|token) /i.exec(value)?.[0] ?? '';
  return words.characters(`${scheme}${mask}`, value.length - scheme.length);
};

/** The claims and parameters that differ between two tokens. */
export const claimChanges = (before: DecodedJwt, after: DecodedJwt): readonly Change[] => [
  ...changesOf(linesOf(before.header.json), linesOf(after.header.json)),
  ...changesOf(linesOf(before.payload.json), linesOf(after.payload.json)),
];

const linesOf = (claims: JsonObject | null): HeaderLines =>
  Object.entries(claims ?? {}).map(([name, value]) => [name, typeof value === 'string' ? value : writeJson(value)]);

/** The token of an exchange, taken apart; null where its credential is none. */
export const tokenOf = ({ verdict, request }: Pick<Exchange, 'verdict' | 'request'>): DecodedJwt | null => {
  if (verdict.credential?.kind !== 'jwt') return null;
  const value = headerValue(request.headers, verdict.credential.header);
  return value === undefined ? null : decodeJwt(bearerToken(value) ?? value);
};

/** What became of an exchange, in two words: `401, refused`. */
export const outcomeWords = (summary: ExchangeSummary, words: Words): string =>
  summary.outcome.state === 'pending'
    ? words.replay.notAnswered
    : words.replay.outcome(statusWord(summary, words), verdictWord(summary.verdict, words).word);

/** What the replay shows about the request, in one sentence. */
export const lessonOf = (before: ExchangeSummary, after: ExchangeSummary, how: Replay['how'], words: Words): string => {
  const { lessons } = words.replay;
  const status = statusWord(after, words);
  if (after.outcome.state === 'pending') return lessons.waiting;
  if (statusWord(before, words) === status && before.verdict === after.verdict)
    return how === 're-sign' ? lessons.sameSigned : lessons.same;
  if (after.verdict === 'unchecked') return lessons.untold(status);
  if (after.verdict === 'trusted' && statusStanding(after) === 'bad') return lessons.acceptedOtherwise(status);
  switch (how) {
    case 're-sign':
      return after.verdict === 'trusted' ? lessons.signedAccepted : lessons.signedRefused;
    case 'as-is':
      return after.verdict === 'trusted' ? lessons.asIsAccepted : lessons.asIsRefused;
    case 'edited':
      return after.verdict === 'trusted' ? lessons.editedAccepted : lessons.editedRefused;
    default:
      return assertNever(how);
  }
};
