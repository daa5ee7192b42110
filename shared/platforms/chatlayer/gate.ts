import type { Finding } from '#shared/exchange/finding.ts';
import { jsonResponse, type HeaderLines, type RawResponse } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import { findingAbout } from '#shared/platforms/fact.ts';
import type { Verdict } from '#shared/trust/verdict.ts';
import { actedIf } from './defects.ts';
import { facts } from './facts.ts';
import { countRequest, exhaustedHeaders } from './rate-limit.ts';
import { chatlayerSettings } from './settings.ts';

/** The answer that does not depend on what is said: a defect, a bad credential, the limit. Null: the body decides. */
export type Gate = {
  readonly refusal: RawResponse | null;
  /** Headers of whatever is answered. */
  readonly headers: HeaderLines;
  readonly findings: readonly Finding[];
};

const words = {
  401: 'Unauthorized',
  403: 'Forbidden',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
} as const;

const refuse = (status: keyof typeof words): RawResponse => jsonResponse(status, { message: words[status] });

const tooMany = findingAbout(
  facts.tooMany,
  'error',
  'chatlayer.rate.exceeded',
  'More requests in this minute than the channel allows: the answer is 429. The limit is a setting.',
);

const refusing = [
  ['accept.401', 401],
  ['accept.429', 429],
  ['accept.500', 500],
] as const;

/** A defect first, then the credential, then the limit, which the deprecated dialect does not have. */
export const gateOf = (verdict: Verdict, context: PlatformContext): Gate => {
  const { dialect, wrongTokenStatus } = chatlayerSettings(context.settings);
  const defect = refusing.find(([id]) => context.defects.has(id));
  if (defect) {
    const [id, status] = defect;
    return {
      refusal: refuse(status),
      headers: status === 429 ? exhaustedHeaders(context) : [],
      findings: actedIf(id, context),
    };
  }
  if (verdict.state === 'refused') {
    const status = dialect === 'd0' ? wrongTokenStatus : 401;
    return { refusal: refuse(status), headers: [], findings: [refusalFinding(verdict, status, dialect === 'd0')] };
  }
  if (dialect === 'd0') return { refusal: null, headers: [], findings: [] };
  const { isExceeded, headers } = countRequest(context);
  return { refusal: isExceeded ? refuse(429) : null, headers, findings: isExceeded ? [tooMany] : [] };
};

const refusalFinding = ({ because, fix }: Verdict, status: number, isDeprecated: boolean): Finding =>
  findingAbout(
    isDeprecated ? facts.d0WrongToken : facts.unauthorizedBody,
    'error',
    'chatlayer.credential.refused',
    `${because} The platform end answers ${status} and does not say why. ${fix ?? ''}`.trim(),
    isDeprecated ? 'body /verifyToken' : 'header authorization',
  );

export const withHeaders = (reply: RawResponse, headers: HeaderLines): RawResponse => ({
  ...reply,
  headers: [...reply.headers, ...headers],
});
