import type { Cause } from '#shared/trust/autopsy/cause.ts';
import type { Json, JsonObject } from '#shared/text/json.ts';
import type { JwtEvidence } from './evidence.ts';
import { timeCauses } from './jwt-times.ts';

const again = { remedy: { kind: 'sign-again' } } as const;

/** What the platform itself said of a check; null where it has none of that name, or did not get so far. */
const resultOf = ({ trustCase }: JwtEvidence, id: string): string | null => {
  const result = trustCase.verdict.checks.find((check) => check.id === id)?.result;
  return result === undefined || result === 'not-applicable' ? null : result;
};

const subCause = ({ sub }: JsonObject, evidence: JwtEvidence): Cause | null => {
  const result = resultOf(evidence, 'jwt.sub');
  const isPlain = typeof sub === 'number' || (typeof sub === 'string' && sub !== '');
  if (isPlain || result === 'pass') return null;
  return {
    code: 'jwt.sub.type',
    because: sub === undefined ? 'There is no sub.' : `sub is ${evidence.told(sub)}, and a text or a number is wanted.`,
    proof: 'Any text or number is taken as sub.',
    fix: 'Add the user as sub, as a text.',
    certainty: result === 'fail' ? 'proven' : 'possible',
    ...again,
  };
};

const tokenIdCause = ({ jti }: JsonObject, evidence: JwtEvidence): Cause | null => {
  const { model, trustCase } = evidence;
  if (!model.requiresJti) return null;
  if (jti === undefined || jti === '')
    return {
      code: 'jwt.jti.missing',
      because: jti === '' ? 'jti is empty, and the app enforces it.' : 'There is no jti, and the app enforces it.',
      proof: 'The payload holds no jti; the app of this channel is set to enforce JTI.',
      fix: 'Add a jti that is new in each token.',
      certainty: 'proven',
      ...again,
    };
  const result = resultOf(evidence, 'jwt.jti');
  const earlier = trustCase.earlierExchange(typeof jti === 'string' ? jti : JSON.stringify(jti));
  if (result !== 'fail' && (earlier === null || result !== null)) return null;
  return {
    code: 'jwt.jti.reused',
    because:
      earlier === null
        ? 'The jti of this token was used before.'
        : `The jti of this token was used before, by exchange ${String(earlier)}.`,
    proof: 'This app takes each jti once; the same one was accepted earlier.',
    fix: 'Sign a new token with a new jti for each request.',
    certainty: 'proven',
    ...again,
  };
};

const identityCause = ({ userIdentity }: JsonObject, evidence: JwtEvidence): Cause | null => {
  const { userIdentity: wanted } = evidence.model;
  if (wanted === null || userIdentity === undefined) return null;
  const named = typeof userIdentity === 'string' ? userIdentity : JSON.stringify(userIdentity);
  if (named === wanted) return null;
  const isAlike = named.trim().toLowerCase() === wanted.trim().toLowerCase();
  return {
    code: 'jwt.user-identity',
    because: `userIdentity is ${evidence.told(userIdentity)}, but the user of the request is ${evidence.told(wanted)}.`,
    proof: isAlike
      ? 'Only upper and lower case or spaces differ, and they count.'
      : 'The claim was compared with the from.id of the body.',
    fix: 'Put the from.id of the message into userIdentity, or leave the claim out.',
    certainty: 'proven',
    ...again,
  };
};

const anonymousCause = ({ isAnonymous }: JsonObject, { model }: JwtEvidence): Cause | null =>
  model.allowsAnonymous || !(['true', true] as readonly (Json | undefined)[]).includes(isAnonymous)
    ? null
    : {
        code: 'not-credential.anonymous',
        because: 'The token says isAnonymous, and the app of this channel does not allow anonymous users.',
        proof: 'The claim isAnonymous is true; the scope is off in the settings of this channel.',
        fix: 'Send a registered user without isAnonymous, or allow anonymous users in the app.',
        certainty: 'proven',
        ...again,
      };

/** The last questions, in the order in which the platform asks them: times, subject, token id, user, anonymity. What it does not refuse is behind. */
export const claimCauses = (claims: JsonObject, evidence: JwtEvidence): readonly Cause[] => {
  const all = [
    ...timeCauses(claims, evidence, (id) => resultOf(evidence, id)),
    subCause(claims, evidence),
    tokenIdCause(claims, evidence),
    identityCause(claims, evidence),
    anonymousCause(claims, evidence),
  ].filter((each) => each !== null);
  return [
    ...all.filter(({ certainty }) => certainty === 'proven'),
    ...all.filter(({ certainty }) => certainty === 'possible'),
  ];
};
