import type { Finding } from '#shared/exchange/finding.ts';
import { readJsonBody, type BodyOddity } from '#shared/exchange/json-body.ts';
import type { RawRequest } from '#shared/exchange/raw-http.ts';
import type { Fact } from '#shared/platforms/fact.ts';
import type { Json } from '#shared/text/json.ts';
import { facts, findingOf } from './facts.ts';

const oddityRules: Readonly<Record<BodyOddity['kind'], readonly [rule: string, fact: Fact, isError: boolean]>> = {
  compressed: ['body.encoding', facts.encoding, true],
  'media-type': ['body.type', facts.contentType, false],
  'byte-order-mark': ['body.bom', facts.encoding, false],
  charset: ['body.charset', facts.encoding, false],
  empty: ['body.json', facts.invalidPayload, true],
  'not-json': ['body.json', facts.invalidPayload, true],
};

/** The JSON of a request, and what is odd about it; an error is a reason to answer 400. */
export const readBody = (
  request: RawRequest,
): { readonly value: Json | undefined; readonly findings: readonly Finding[] } => {
  const { value, oddities } = readJsonBody(request);
  const findings = oddities.map(({ kind, sentence, at }) => {
    const [rule, fact, isError] = oddityRules[kind];
    const summary = isError && kind !== 'compressed' ? `${sentence} The answer is 400.` : sentence;
    return findingOf(isError ? 'error' : 'warning', rule, fact, summary, at);
  });
  return { value, findings };
};
