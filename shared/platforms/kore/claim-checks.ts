import { exactDuration } from '#shared/text/amount.ts';
import { tokenFacts } from './facts-services.ts';
import { shown, unreadable, type CheckRule, type Judgement, type TokenEvidence } from './token-evidence.ts';

const judgeExpiry = ({ jwt, now, settings }: TokenEvidence): Judgement => {
  if (!jwt.payload.json) return unreadable;
  const { exp } = jwt.payload.json;
  if (exp === undefined) return ['warn', 'There is no exp: this token never expires.', tokenFacts.noExpiry];
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
  if (!jwt.payload.json) return unreadable;
  const { sub } = jwt.payload.json;
  if (sub === undefined) return ['warn', 'There is no sub: the docs ask for one, some clients leave it out.'];
  return ['pass', typeof sub === 'number' ? 'sub is there; a number is fine.' : 'sub is there; any value is fine.'];
};

const judgeTokenId = ({ jwt, settings, isJtiUsed }: TokenEvidence): Judgement => {
  if (!jwt.payload.json) return unreadable;
  const { jti } = jwt.payload.json;
  if (!settings.enforceJti)
    return [
      'not-applicable',
      jti === undefined
        ? 'There is no jti; only an app that enforces JTI wants one.'
        : 'There is a jti; only an app that enforces JTI looks at it.',
    ];
  if (jti === undefined || jti === '') return ['fail', 'The app enforces JTI, and the token has no jti.'];
  if (!isJtiUsed) return ['pass', 'There is a jti, as the app enforces it.'];
  return settings.refuseReusedJti
    ? [
        'fail',
        'This jti was taken before. That it counts once only is assumed: switch it off in the settings.',
        tokenFacts.jtiReused,
      ]
    : [
        'warn',
        'This jti was taken before: a platform that takes each once only would refuse it.',
        tokenFacts.jtiReused,
      ];
};

const judgeIdentity = ({ jwt, settings, claimant }: TokenEvidence): Judgement => {
  if (!jwt.payload.json) return unreadable;
  const identity = jwt.payload.json['userIdentity'];
  if (claimant.version === 'v1') return ['not-applicable', 'Only a message on V2 is compared with userIdentity.'];
  if (identity === undefined) return ['not-applicable', 'There is no userIdentity, so from.id says who the user is.'];
  if (claimant.fromId === null) return ['not-applicable', 'The body names no from.id that could be compared.'];
  const named = typeof identity === 'string' ? identity : JSON.stringify(identity);
  if (named === claimant.fromId) return ['pass', 'userIdentity is the from.id of the message.'];
  const hint =
    named.trim().toLowerCase() === claimant.fromId.trim().toLowerCase()
      ? ' Only upper and lower case or spaces differ.'
      : '';
  return [
    'fail',
    `userIdentity is ${shown(identity, settings)}, but from.id is ${shown(claimant.fromId, settings)}.${hint}`,
  ];
};

const judgeAnonymous = ({ jwt, settings, signature }: TokenEvidence): Judgement => {
  const { isAnonymous } = jwt.payload.json ?? {};
  if (isAnonymous !== true && isAnonymous !== 'true')
    return ['not-applicable', 'The token does not speak for an anonymous user.'];
  if (signature.kind === 'unknown')
    return ['warn', 'isAnonymous is true: the platform answers 412 unless the app allows anonymous users.'];
  return settings.allowAnonymous
    ? ['pass', 'isAnonymous is true, and the app of this channel allows anonymous users.']
    : ['fail', 'isAnonymous is true, but the app of this channel does not allow anonymous users: the answer is 412.'];
};

/** The only check whose failure is answered 412 instead of 401. */
export const anonymousCheckId = 'jwt.anonymous';

/** What the claims have to be once the signature holds, in the order in which the platform decides. */
export const claimRules: readonly CheckRule[] = [
  {
    id: 'jwt.exp',
    title: 'Expiry',
    fact: tokenFacts.expiry,
    fix: 'Mint a new token, and check the clock of the machine that mints it.',
    judge: judgeExpiry,
  },
  { id: 'jwt.nbf', title: 'Begin', fact: tokenFacts.begin, fix: 'Leave nbf out.', judge: judgeBegin },
  { id: 'jwt.sub', title: 'Subject', fact: tokenFacts.sub, fix: 'Add any value as sub.', judge: judgeSub },
  {
    id: 'jwt.jti',
    title: 'Token id',
    fact: tokenFacts.jti,
    fix: 'Add a jti that is new in each token.',
    judge: judgeTokenId,
  },
  {
    id: 'jwt.identity',
    title: 'User identity',
    fact: tokenFacts.userIdentity,
    fix: 'Put the from.id of the message into userIdentity, or leave the claim out.',
    judge: judgeIdentity,
  },
  {
    id: anonymousCheckId,
    title: 'Anonymous user',
    fact: tokenFacts.anonymous,
    fix: 'Send a registered user as from.id without isAnonymous, or allow anonymous users in the app.',
    judge: judgeAnonymous,
  },
];
