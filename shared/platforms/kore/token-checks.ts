import { assertNever } from '#shared/text/assert-never.ts';
import { isRsa } from '#shared/trust/token-crypto.ts';
import type { Check } from '#shared/trust/verdict.ts';
import { claimRules } from './claim-checks.ts';
import { tokenFacts } from './facts-services.ts';
import { shown, unreadable, type CheckRule, type Judgement, type TokenEvidence } from './token-evidence.ts';

const judgeForm = ({ jwt }: TokenEvidence): Judgement => {
  const problem = jwt.problems.find((each) => each.at !== 'signature');
  return problem ? ['fail', problem.summary] : ['pass', 'Three parts, and header and payload are JSON.'];
};

const judgeAlgorithm = ({ jwt, signature, settings }: TokenEvidence): Judgement => {
  const alg = jwt.header.json?.['alg'];
  if (alg === settings.algorithm)
    return ['pass', `The token is signed with ${settings.algorithm}, as the app wants.`, tokenFacts.algorithm];
  if (alg === undefined) return ['fail', 'The header of the token names no algorithm (alg).'];
  if (typeof alg === 'string' && alg.toLowerCase() === 'none')
    return ['fail', 'The token says alg none: it is not signed at all, so anyone could have written it.'];
  const confused =
    signature.kind === 'confused' ? ' It was made with the text of the public key as a secret: an attack.' : '';
  return [
    'fail',
    `The token says ${shown(alg, settings)}, but the app of this channel uses ${settings.algorithm}.${confused}`,
  ];
};

/** `appid`, `App ID`, `app_id`: the same letters, another name. */
const misspelt = (claims: readonly string[]): string | undefined =>
  claims.find((each) => each !== 'appId' && each.toLowerCase().replaceAll(/[^a-z]/g, '') === 'appid');

const judgeApp = ({ jwt, settings }: TokenEvidence): Judgement => {
  const claims = jwt.payload.json;
  if (!claims) return unreadable;
  const name = claims['appId'] === undefined ? 'iss' : 'appId';
  const value = claims[name];
  const wrong = misspelt(Object.keys(claims));
  if (value === settings.clientId)
    return ['pass', `${name} is the client id of this channel.`, name === 'iss' ? tokenFacts.iss : tokenFacts.appId];
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
  const { alg } = jwt.header.json ?? {};
  const [key, signer] = isRsa(settings.algorithm) ? ['public key', 'private key'] : ['client secret', 'secret'];
  switch (signature.kind) {
    case 'match':
      return [
        'pass',
        alg === settings.algorithm
          ? `The signature matches the ${key} of this channel.`
          : `The signature matches the ${isRsa(alg) ? 'public key' : 'client secret'} of this channel, with the algorithm that the token names.`,
      ];
    case 'mismatch':
    case 'confused':
      return jwt.signature.text === ''
        ? ['fail', 'The token has no signature.']
        : [
            'fail',
            `The signature does not match the ${key} of this channel: the token was signed with another ${signer}, or changed afterwards.`,
          ];
    case 'unknown':
      return ['not-applicable', `Only the platform can tell: it compares with the ${key} that is stored there.`];
    case 'no-key':
      return ['fail', signature.problem];
    default:
      return assertNever(signature);
  }
};

/** In the order in which the platform decides: the first that fails is the reason. */
export const tokenRules: readonly CheckRule[] = [
  {
    id: 'jwt.form',
    title: 'Form',
    fact: tokenFacts.tokenForm,
    fix: 'Send header, payload and signature as base64url with two dots between them.',
    judge: judgeForm,
  },
  {
    id: 'jwt.alg',
    title: 'Algorithm',
    fact: tokenFacts.algorithmRefused,
    fix: 'Sign with the algorithm that is set for the app, or change it there.',
    judge: judgeAlgorithm,
  },
  {
    id: 'jwt.app',
    title: 'App',
    fact: tokenFacts.appId,
    fix: 'Put the client id of the app into the claim appId, spelt exactly so.',
    judge: judgeApp,
  },
  {
    id: 'jwt.signature',
    title: 'Signature',
    fact: tokenFacts.signature,
    fix: 'Sign with the key of this channel: a client secret as the text that it is, not decoded and without spaces around it; for RS the private key of the pair.',
    judge: judgeSignature,
  },
  ...claimRules,
];

/** One line of the check list. */
export const checkOf = (
  { id, title, fact }: Pick<CheckRule, 'id' | 'title' | 'fact'>,
  [result, detail, better = fact]: Judgement,
): Check => ({ id, title, result, detail, status: better.status, source: better.source });

/** Every check of a token, also those after one that failed: a person wants to see all that is wrong. */
export const checksOf = (evidence: TokenEvidence): readonly Check[] =>
  tokenRules.map((rule) => checkOf(rule, rule.judge(evidence)));
