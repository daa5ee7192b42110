import { redact } from '#shared/channel/redact.ts';
import { exactDuration } from '#shared/text/amount.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import type { Json } from '#shared/text/json.ts';
import type { DecodedJwt } from '#shared/trust/jwt.ts';
import type { Check, CheckResult } from '#shared/trust/verdict.ts';
import { facts, type Fact } from './facts.ts';
import type { KoreSettings } from './settings.ts';

/** What is known about the signature: `unknown` where only the other side can tell, `no-secret` where the channel has none. */
export type SignatureState = 'match' | 'mismatch' | 'unknown' | 'no-secret';

/** What the checks look at. */
export type TokenEvidence = {
  readonly jwt: DecodedJwt;
  readonly signature: SignatureState;
  readonly settings: KoreSettings;
  /** Milliseconds since 1970. */
  readonly now: number;
};

type Judgement = readonly [result: CheckResult, detail: string, fact?: Fact];
type CheckRule = {
  readonly id: string;
  readonly title: string;
  readonly fact: Fact;
  /** What to do when it fails. */
  readonly fix: string;
  readonly judge: (evidence: TokenEvidence) => Judgement;
};

const shown = (value: Json | undefined, { clientSecret }: KoreSettings): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return value === clientSecret ? 'the client secret itself' : redact(text, [clientSecret]).slice(0, 80);
};

const judgeForm = ({ jwt }: TokenEvidence): Judgement => {
  const problem = jwt.problems.find((each) => each.at !== 'signature');
  return problem ? ['fail', problem.summary] : ['pass', 'Three parts, and header and payload are JSON.'];
};

const judgeAlgorithm = ({ jwt, settings }: TokenEvidence): Judgement => {
  const alg = jwt.header.json?.['alg'];
  if (alg === settings.algorithm) return ['pass', `The token is signed with ${settings.algorithm}, as the app wants.`];
  if (alg === undefined) return ['fail', 'The header of the token names no algorithm (alg).'];
  if (typeof alg === 'string' && alg.toLowerCase() === 'none')
    return ['fail', 'The token says alg none: it is not signed at all, so anyone could have written it.'];
  return ['fail', `The token says ${shown(alg, settings)}, but the app of this channel uses ${settings.algorithm}.`];
};

/** `appid`, `App ID`, `app_id`: the same letters, another name. */
const misspelt = (claims: readonly string[]): string | undefined =>
  claims.find((each) => each !== 'appId' && each.toLowerCase().replaceAll(/[^a-z]/g, '') === 'appid');

const judgeApp = ({ jwt, settings }: TokenEvidence): Judgement => {
  const claims = jwt.payload.json;
  if (!claims) return ['not-applicable', 'The payload cannot be read.'];
  const name = claims['appId'] === undefined ? 'iss' : 'appId';
  const value = claims[name];
  const wrong = misspelt(Object.keys(claims));
  if (value === settings.clientId)
    return ['pass', `${name} is the client id of this channel.`, name === 'iss' ? facts.iss : facts.appId];
  if (value === undefined)
    return wrong === undefined
      ? ['fail', 'There is neither appId nor iss: the app cannot be found.']
      : ['fail', `The claim is named ${shown(wrong, settings)}, but it has to be spelt appId.`];
  const isOnlyForm = typeof value === 'string' && value.trim().toLowerCase() === settings.clientId.trim().toLowerCase();
  const hint = isOnlyForm ? ' Only upper and lower case or spaces differ.' : '';
  return [
    'fail',
    `${name} is ${shown(value, settings)}, but the client id of this channel is ${settings.clientId}.${hint}`,
  ];
};

const judgeSignature = ({ jwt, signature, settings }: TokenEvidence): Judgement => {
  const isForeign = jwt.header.json?.['alg'] !== settings.algorithm;
  switch (signature) {
    case 'match':
      return [
        'pass',
        `The signature matches the client secret of this channel${isForeign ? ', with the algorithm that the token names' : ''}.`,
      ];
    case 'mismatch':
      return jwt.signature.text === ''
        ? ['fail', 'The token has no signature.']
        : [
            'fail',
            'The signature does not match the client secret of this channel: the token was signed with another secret, or changed afterwards.',
          ];
    case 'unknown':
      return ['not-applicable', 'Only the platform can tell: it compares with the client secret that is stored there.'];
    case 'no-secret':
      return ['fail', 'This channel has no client secret, so no signature can match.'];
    default:
      return assertNever(signature);
  }
};

const judgeExpiry = ({ jwt, now, settings }: TokenEvidence): Judgement => {
  const exp = jwt.payload.json?.['exp'];
  if (!jwt.payload.json) return ['not-applicable', 'The payload cannot be read.'];
  if (exp === undefined) return ['warn', 'There is no exp: this token never expires.', facts.noExpiry];
  if (typeof exp !== 'number')
    return ['fail', `exp is ${shown(exp, settings)}, which is not a number of seconds since 1970.`];
  if (exp >= 1e11)
    return ['warn', 'exp is given in milliseconds, not in seconds: the token lasts for thousands of years.'];
  const left = exp - now / 1000;
  return left > 0
    ? ['pass', `The token is valid for ${exactDuration(Math.ceil(left), 'more')}.`]
    : ['fail', `The token expired ${exactDuration(Math.ceil(-left), 'ago')}.`];
};

const judgeBegin = ({ jwt, now }: TokenEvidence): Judgement => {
  const nbf = jwt.payload.json?.['nbf'];
  if (nbf === undefined) return ['not-applicable', 'There is no nbf.'];
  return typeof nbf === 'number' && nbf * 1000 <= now
    ? ['pass', 'The time of nbf is past.']
    : ['warn', 'nbf is not a time in the past: a platform that looks at it would refuse the token.'];
};

const judgeSub = ({ jwt }: TokenEvidence): Judgement => {
  const sub = jwt.payload.json?.['sub'];
  if (!jwt.payload.json) return ['not-applicable', 'The payload cannot be read.'];
  if (sub === undefined) return ['warn', 'There is no sub: the docs ask for one, some clients leave it out.'];
  return ['pass', typeof sub === 'number' ? 'sub is there; a number is fine.' : 'sub is there; any value is fine.'];
};

const judgeTokenId = ({ jwt }: TokenEvidence): Judgement => [
  'not-applicable',
  jwt.payload.json?.['jti'] === undefined
    ? 'There is no jti; only an app that enforces JTI wants one.'
    : 'There is a jti; only an app that enforces JTI looks at it.',
];

const judgeAnonymous = ({ jwt }: TokenEvidence): Judgement =>
  jwt.payload.json?.['isAnonymous'] === true
    ? ['warn', 'isAnonymous is true: the real platform answers 412 unless the app allows anonymous users.']
    : ['not-applicable', 'The token does not speak for an anonymous user.'];

/** In the order in which the platform decides: the first that fails is the reason. */
export const tokenRules: readonly CheckRule[] = [
  {
    id: 'jwt.form',
    title: 'Form',
    fact: facts.tokenForm,
    fix: 'Send header, payload and signature as base64url with two dots between them.',
    judge: judgeForm,
  },
  {
    id: 'jwt.alg',
    title: 'Algorithm',
    fact: facts.algorithmRefused,
    fix: 'Sign with the algorithm that is set for the app, or change it there.',
    judge: judgeAlgorithm,
  },
  {
    id: 'jwt.app',
    title: 'App',
    fact: facts.appId,
    fix: 'Put the client id of the app into the claim appId, spelt exactly so.',
    judge: judgeApp,
  },
  {
    id: 'jwt.signature',
    title: 'Signature',
    fact: facts.signature,
    fix: 'Sign with the client secret of this channel, as the text that it is: not decoded, without spaces around it.',
    judge: judgeSignature,
  },
  {
    id: 'jwt.exp',
    title: 'Expiry',
    fact: facts.expiry,
    fix: 'Mint a new token, and check the clock of the machine that mints it.',
    judge: judgeExpiry,
  },
  { id: 'jwt.nbf', title: 'Begin', fact: facts.begin, fix: 'Leave nbf out.', judge: judgeBegin },
  { id: 'jwt.sub', title: 'Subject', fact: facts.sub, fix: 'Add any value as sub.', judge: judgeSub },
  {
    id: 'jwt.jti',
    title: 'Token id',
    fact: facts.jti,
    fix: 'Add a jti that is new in each token.',
    judge: judgeTokenId,
  },
  {
    id: 'jwt.anonymous',
    title: 'Anonymous user',
    fact: facts.anonymous,
    fix: 'Send a registered user as from.id.',
    judge: judgeAnonymous,
  },
];

/** One line of the check list. */
export const checkOf = (
  { id, title, fact }: Pick<CheckRule, 'id' | 'title' | 'fact'>,
  [result, detail, better = fact]: Judgement,
): Check => ({ id, title, result, detail, status: better.status, source: better.source });

/** Every check of a token, also those after one that failed: a person wants to see all that is wrong. */
export const checksOf = (evidence: TokenEvidence): readonly Check[] =>
  tokenRules.map((rule) => checkOf(rule, rule.judge(evidence)));
