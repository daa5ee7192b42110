import type { Json } from '#shared/text/json.ts';
import { forged, withToken, writeToken, ownSigner, type Forge, type JwtAttack } from '#shared/trust/attack/forge.ts';

/** Seconds: further than any tolerance for clocks that differ. */
const hour = 3600;

/** Every claim that names the app, with this value where the token has it. */
const appClaims = ({ model, claims }: Forge, value: (own: Json) => Json | undefined) =>
  Object.fromEntries(
    model.app.names.flatMap((name) => {
      const own = claims[name];
      return own === undefined ? [] : [[name, value(own)]];
    }),
  );

const itsApp = 'Refused: the token is not for this app (RFC 8725 §3.8 and §3.9).';

/** Tokens that the channel signed, with claims that do not hold. */
export const claimAttacks: readonly JwtAttack[] = [
  {
    id: 'jwt.other-app',
    title: 'Another app',
    tries: 'A token signed as it should be, for another app.',
    expects: itsApp,
    forge: (forge) => forged(forge, { claims: appClaims(forge, () => 'the-id-of-another-app') }),
  },
  {
    id: 'jwt.app-missing',
    title: 'No app',
    tries: 'A token signed as it should be, without the claim that names the app.',
    expects: itsApp,
    forge: (forge) => forged(forge, { claims: appClaims(forge, () => undefined) }),
  },
  {
    id: 'jwt.app-prefix',
    title: 'A part of the app',
    tries: 'A token signed as it should be, with the first half of the value that names the app.',
    expects: itsApp,
    forge: (forge) => forged(forge, { claims: appClaims(forge, () => half(forge.model.app.value)) }),
  },
  {
    id: 'jwt.expired',
    title: 'Expired',
    tries: 'A token signed as it should be, which expired an hour ago.',
    expects: 'Refused: it is not accepted after exp (RFC 7519 §4.1.4).',
    forge: (forge) => forged(forge, { claims: { iat: forge.seconds - 2 * hour, exp: forge.seconds - hour } }),
  },
  {
    id: 'jwt.exp-text',
    title: 'Expired, and no number',
    tries: 'A token signed as it should be, which expired an hour ago, with exp as a text.',
    expects: 'Refused: exp is a number (RFC 7519 §4.1.4); one that is none must not mean for ever.',
    forge: (forge) =>
      forged(forge, { claims: { iat: forge.seconds - 2 * hour, exp: `${String(forge.seconds - hour)}s` } }),
  },
  {
    id: 'jwt.not-yet',
    title: 'Not valid yet',
    tries: 'A token signed as it should be, which is valid in an hour only.',
    expects: 'Refused: it is not accepted before nbf (RFC 7519 §4.1.5).',
    forge: (forge) => forged(forge, { claims: { nbf: forge.seconds + hour, exp: forge.seconds + 2 * hour } }),
  },
  {
    id: 'jwt.jti-missing',
    title: 'No jti',
    tries: 'A token signed as it should be, without jti.',
    expects: 'Refused: the app enforces jti.',
    forge: async (forge) =>
      forge.model.requiresJti
        ? forged(forge, { claims: { jti: undefined } })
        : { skipped: 'This channel does not enforce jti.' },
  },
  {
    id: 'jwt.jti-reused',
    title: 'jti used twice',
    tries: 'A valid token, and the same one again.',
    expects: 'Refused the second time: a jti counts once (RFC 7519 §4.1.7).',
    forge: async (forge) => {
      if (!forge.model.requiresJti) return { skipped: 'This channel does not enforce jti.' };
      const token = await writeToken(forge.header, { ...forge.claims, jti: forge.id() }, ownSigner(forge));
      return { requests: [withToken(forge, token), withToken(forge, token)] };
    },
  },
  {
    id: 'jwt.user-identity',
    title: 'Another user',
    tries: 'A token signed as it should be, whose userIdentity is not the user of the request.',
    expects: 'Refused: nobody speaks for somebody else.',
    forge: async (forge) =>
      forge.model.userIdentity === null
        ? { skipped: 'userIdentity is not looked at in this request.' }
        : forged(forge, { claims: { userIdentity: 'somebody-else' } }),
  },
  {
    id: 'jwt.anonymous',
    title: 'Anonymous user',
    tries: 'A token signed as it should be, which says that its user is anonymous.',
    expects: 'Refused: this app does not allow anonymous users.',
    forge: async (forge) =>
      forge.model.allowsAnonymous
        ? { skipped: 'This channel allows anonymous users.' }
        : forged(forge, { claims: { isAnonymous: true } }),
  },
];

const half = (text: string): string => text.slice(0, Math.ceil(text.length / 2));
