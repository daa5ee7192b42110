import { textOf } from '#shared/exchange/body.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import { headerValue, type RawResponse } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { ReplyReading, Returned } from '#shared/platforms/dispatch.ts';
import { findingAbout, type Fact } from '#shared/platforms/fact.ts';
import { unchecked, type Verdict } from '#shared/trust/verdict.ts';
import { facts } from './facts.ts';
import { chatlayerSettings, type ChatlayerSettings } from './settings.ts';

const noAnswer: ReplyReading = {
  messages: [],
  findings: [],
  verdict: unchecked('No answer came, so nobody judged the credential.'),
  thenSend: [],
};

type Dialect = ChatlayerSettings['dialect'];

const credentialOf = (dialect: Dialect): NonNullable<Verdict['credential']> => ({
  kind: 'text',
  at: dialect === 'd0' ? 'body /verifyToken' : 'header authorization',
});

const verdictOf = (status: number, isTaken: boolean, dialect: Dialect): Verdict => {
  const name = dialect === 'd0' ? 'verify token' : 'access token';
  const credential = credentialOf(dialect);
  if (isTaken)
    return {
      state: 'trusted',
      because: `Trusted: the platform took the ${name} and answered ${status}.`,
      checks: [],
      credential,
    };
  if (status === 401 || status === 403)
    return {
      state: 'refused',
      because: `Refused: the platform answered ${status} and does not say why.`,
      fix:
        dialect === 'd0'
          ? 'Compare the verify token with that of the channel in Chatlayer.'
          : 'Make an access token under Tokens in Chatlayer, for the region of this host, and compare it with the one in these settings.',
      checks: [],
      credential,
    };
  return {
    state: 'unchecked',
    because: `Not checked: an answer of ${status} does not say whether the ${name} was taken.`,
    checks: [],
    credential,
  };
};

const limitWords = ({ headers }: RawResponse): string => {
  const reset = headerValue(headers, 'x-ratelimit-reset');
  const limit = headerValue(headers, 'x-ratelimit-limit');
  return reset === undefined ? '' : ` The limit is ${limit ?? 'not told'}, and it starts anew at ${reset}.`;
};

const refusals: readonly (readonly [status: number, fact: Fact, rule: string, summary: string])[] = [
  [400, facts.unusableBody, 'payload', 'The platform could not use the body: look at the user id and at message.'],
  [401, facts.bearer, 'unauthorized', 'The platform refused the credential. It gives no reason.'],
  [403, facts.d0WrongToken, 'unauthorized', 'The platform refused the credential. It gives no reason.'],
  [
    404,
    facts.otherDialect,
    'unknown',
    'The platform knows no such address: compare host, dialect and the id of the channel or bot.',
  ],
  [429, facts.tooMany, 'too-many', 'The platform gets too many requests: wait until the limit starts anew.'],
];

const findingsOf = (response: RawResponse, dialect: Dialect): readonly Finding[] => {
  const { status } = response;
  if (status >= 200 && status < 300) return dialect === 'd0' ? acceptedFindings(response) : [];
  const known = refusals.find(([each]) => each === status);
  const [, fact, rule, summary] = known ?? [
    status,
    facts.acceptedBody,
    'status',
    `The platform answered ${status}: it did not take the message.`,
  ];
  return [
    findingAbout(
      fact,
      'error',
      `chatlayer.reply.${rule}`,
      `${summary}${status === 429 ? limitWords(response) : ''}`,
      'response status',
    ),
  ];
};

const isReceived = (response: RawResponse): boolean => textOf(response.body).text.trim() === 'EVENT_RECEIVED';

const acceptedFindings = (response: RawResponse): readonly Finding[] =>
  isReceived(response)
    ? []
    : [
        findingAbout(
          facts.d0Accepted,
          'warning',
          'chatlayer.reply.not-received',
          'The answer is not EVENT_RECEIVED: is this address really Chatlayer’s?',
          'response body',
        ),
      ];

/** App end: what the platform answered to a message of the user, or to an action of an agent. It never holds a message of the bot. */
export const readPlatformReply = (
  returned: Returned,
  { settings }: Pick<PlatformContext, 'settings'>,
): ReplyReading => {
  if (!returned.ok) return noAnswer;
  const { response } = returned;
  const { dialect } = chatlayerSettings(settings);
  const isTaken = response.status >= 200 && response.status < 300 && (dialect !== 'd0' || isReceived(response));
  return {
    messages: [],
    findings: findingsOf(response, dialect),
    verdict: verdictOf(response.status, isTaken, dialect),
    thenSend: [],
  };
};
