import { bytesOf } from '#shared/exchange/body.ts';
import { encodeBase64Url } from '#shared/text/base64.ts';
import { forged, hashOf, macSigner, type Forge, type JwtAttack } from '#shared/trust/attack/forge.ts';
import { isRsa } from '#shared/trust/token-crypto.ts';

/** A secret that no channel has. */
const nobodys = 'a key that nobody has, made up for this test';

/** The HMAC algorithm that fits: the channel's own, or HS256 where it has a key pair. */
const macOf = ({ model }: Forge): { readonly alg: string; readonly hash: ReturnType<typeof hashOf> } =>
  isRsa(model.algorithm) ? { alg: 'HS256', hash: 'SHA-256' } : { alg: model.algorithm, hash: hashOf(model.algorithm) };

const signedWith = (forge: Forge, secret: string, header: Parameters<typeof forged>[1]['header'] = {}) => {
  const { alg, hash } = macOf(forge);
  return forged(forge, { header: { alg, ...header }, signer: macSigner(forge, secret, hash) });
};

const byKid = (id: string, title: string, kid: string, secret: string, tries: string): JwtAttack => ({
  id,
  title,
  tries,
  expects: 'Refused: kid only names one of the keys that are known, and is checked before it is used (RFC 8725 §3.10).',
  forge: (forge) => signedWith(forge, secret, { kid }),
});

const notItsOwn = 'Refused: a token never brings the key that proves it (RFC 8725 §3.10).';

/** Keys that are not the channel's: none, well-known ones, and those that the token brings or points to. */
export const keyAttacks: readonly JwtAttack[] = [
  {
    id: 'jwt.wrong-key',
    title: 'Wrong key',
    tries: 'A token signed with a secret that is not the channel’s.',
    expects: 'Refused: the signature is not that of the channel.',
    forge: (forge) => signedWith(forge, nobodys),
  },
  {
    id: 'jwt.wrong-pair',
    title: 'Wrong key pair',
    tries: 'A token signed with the private key of another pair.',
    expects: 'Refused: the signature is not that of the channel.',
    forge: async (forge) => {
      if (!isRsa(forge.model.algorithm)) return { skipped: 'This channel has no key pair.' };
      const { privateKey } = await forge.crypto.freshPair();
      const hash = hashOf(forge.model.algorithm);
      return forged(forge, { signer: (bytes) => forge.crypto.signRsa(hash, privateKey, bytes) });
    },
  },
  {
    id: 'jwt.blank-key',
    title: 'Blank key',
    tries: 'A token signed with an empty secret, which a server without a configured one would take.',
    expects: 'Refused: a key has the size of the hash or more (RFC 7518 §3.2).',
    forge: (forge) => signedWith(forge, ''),
  },
  {
    id: 'jwt.common-key',
    title: 'Well-known key',
    tries: 'A token signed with the word secret, as in many examples.',
    expects: 'Refused: the signature is not that of the channel.',
    forge: (forge) =>
      forge.model.signingKey === 'secret'
        ? Promise.resolve({ skipped: 'The channel itself has this secret: choose another one.' })
        : signedWith(forge, 'secret'),
  },
  {
    id: 'jwt.app-as-key',
    title: 'Client id as key',
    tries: 'A token signed with the value that names the app, which is no secret.',
    expects: 'Refused: the signature is not that of the channel.',
    forge: (forge) => signedWith(forge, forge.model.app.value),
  },
  {
    id: 'jwt.embedded-jwk',
    title: 'Embedded public key (jwk)',
    tries: 'A token signed with a pair of its own, whose public key stands in its header.',
    expects: notItsOwn,
    forge: async (forge) => {
      const { privateKey, jwk } = await forge.crypto.freshPair();
      return forged(forge, {
        header: { alg: 'RS256', jwk },
        signer: (bytes) => forge.crypto.signRsa('SHA-256', privateKey, bytes),
      });
    },
  },
  {
    id: 'jwt.embedded-secret',
    title: 'Embedded secret (jwk)',
    tries: 'A token signed with a secret of its own, which stands in its header.',
    expects: notItsOwn,
    forge: (forge) => signedWith(forge, nobodys, { jwk: { kty: 'oct', k: encodeBase64Url(bytesOf(nobodys)) } }),
  },
  {
    id: 'jwt.linked-keys',
    title: 'Link to keys (jku)',
    tries:
      'A token whose header names an address for its keys. The name ends in .invalid: nobody is there to be called.',
    expects: notItsOwn,
    forge: (forge) => signedWith(forge, nobodys, { jku: 'https://keys.invalid/jwks.json' }),
  },
  byKid(
    'jwt.kid-path',
    'kid as a path',
    '../../../../../../../../dev/null',
    '',
    'A token whose kid is a path to an empty file, signed with an empty secret.',
  ),
  byKid(
    'jwt.kid-query',
    'kid as a query',
    "x' UNION SELECT 'hookbench' -- ",
    'hookbench',
    'A token whose kid closes a text in SQL and selects the secret that signed it.',
  ),
  byKid(
    'jwt.kid-prototype',
    'kid as a property',
    '__proto__',
    '[object Object]',
    'A token whose kid names what every object has, signed with the text of that.',
  ),
  byKid(
    'jwt.kid-unknown',
    'Unknown kid',
    'no-such-key',
    nobodys,
    'A token whose kid names no key, signed with a secret that nobody has.',
  ),
];
