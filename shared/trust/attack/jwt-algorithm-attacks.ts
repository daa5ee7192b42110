import { bytesOf } from '#shared/exchange/body.ts';
import { encodeBase64Url } from '#shared/text/base64.ts';
import { forged, ownSigner, unsigned, withToken, type Forge, type JwtAttack } from '#shared/trust/attack/forge.ts';
import { isRsa, type TokenAlgorithm } from '#shared/trust/token-crypto.ts';

/** The one of the same kind that the channel does not use. */
const sibling = (algorithm: TokenAlgorithm): TokenAlgorithm =>
  ({ HS256: 'HS512', HS512: 'HS256', RS256: 'RS512', RS512: 'RS256' })[algorithm] as TokenAlgorithm;

const notTheTokens = 'Refused: which algorithm counts is never the choice of the token (RFC 8725 §3.1).';

const none = (title: string, id: string, alg: string): JwtAttack => ({
  id,
  title,
  tries: `A token that says alg ${alg} and has no signature.`,
  expects: 'Refused: an unsigned token proves nothing (RFC 8725 §3.2).',
  forge: (forge) => forged(forge, { header: { alg }, signer: unsigned }),
});

const confusion = (id: string, title: string, secretOf: (publicKey: string) => string): JwtAttack => ({
  id,
  title,
  tries: `A token that says HS256, signed with the text of the public key as its secret, ${title.replace(/^.*, /, '')}.`,
  expects: `${notTheTokens} Everybody may have a public key (RFC 8725 §2.1).`,
  forge: async (forge) => {
    const { model, crypto } = forge;
    if (!isRsa(model.algorithm) || model.publicKey.trim() === '')
      return { skipped: 'This channel has no key pair: there is no public key that could be confused with a secret.' };
    const secret = secretOf(model.publicKey);
    if (id !== 'jwt.key-confusion' && secret === model.publicKey)
      return { skipped: 'The public key stands so in the channel: it is the same as before.' };
    return forged(forge, {
      header: { alg: 'HS256' },
      signer: (bytes) => crypto.mac('SHA-256', bytesOf(secret), bytes),
    });
  },
});

/** The valid token with something else behind the second dot. */
const withSignature = (forge: Forge, signature: (own: string) => string) => {
  const [header = '', payload = '', own = ''] = forge.token.split('.');
  return { requests: [withToken(forge, `${header}.${payload}.${signature(own)}`)] };
};

/** One character of the middle: the last one may have bits that mean nothing. */
const altered = (text: string): string => {
  const at = Math.floor(text.length / 2);
  return `${text.slice(0, at)}${text.charAt(at) === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
};

/** Algorithms that the channel does not use, and signatures that are none. */
export const algorithmAttacks: readonly JwtAttack[] = [
  none('alg none', 'jwt.alg-none', 'none'),
  none('alg none in another case', 'jwt.alg-none-case', 'nOnE'),
  none('alg empty', 'jwt.alg-empty', ''),
  {
    id: 'jwt.alg-missing',
    title: 'No alg',
    tries: 'A token that names no algorithm, with the signature that the channel makes.',
    expects: 'Refused: alg has to be there (RFC 7515 §4.1.1).',
    forge: (forge) => forged(forge, { header: { alg: undefined } }),
  },
  {
    id: 'jwt.alg-case',
    title: 'alg in lower case',
    tries: 'A token that writes its algorithm in lower case, with the signature that the channel makes.',
    expects: 'Refused: the name counts with its case (RFC 7515 §4.1.1), and a list of what is allowed has it once.',
    forge: (forge) => forged(forge, { header: { alg: forge.model.algorithm.toLowerCase() } }),
  },
  {
    id: 'jwt.alg-other',
    title: 'Another algorithm',
    tries: 'A token signed with the right key and the sibling of the algorithm of the channel.',
    expects: notTheTokens,
    forge: (forge) => {
      const alg = sibling(forge.model.algorithm);
      return forged(forge, { header: { alg }, signer: ownSigner(forge, alg) });
    },
  },
  confusion('jwt.key-confusion', 'Key confusion, as it stands', (key) => key),
  confusion('jwt.key-confusion-trimmed', 'Key confusion, without its last line break', (key) => key.trim()),
  confusion('jwt.key-confusion-newline', 'Key confusion, with a line break at its end', (key) => `${key.trim()}\n`),
  {
    id: 'jwt.signature-missing',
    title: 'No signature',
    tries: 'A valid token with nothing behind its second dot.',
    expects: 'Refused: there is no signature that could be right (RFC 7515 §5.2).',
    forge: async (forge) => withSignature(forge, () => ''),
  },
  {
    id: 'jwt.two-parts',
    title: 'Two parts',
    tries: 'A valid token without its second dot and what is behind it.',
    expects: 'Refused: it has no three parts (RFC 7519 §7.2).',
    forge: async (forge) => ({ requests: [withToken(forge, forge.token.split('.').slice(0, 2).join('.'))] }),
  },
  {
    id: 'jwt.signature-changed',
    title: 'Changed signature',
    tries: 'A valid token with one character of its signature changed.',
    expects: 'Refused: the signature is not that of the channel (RFC 7515 §5.2).',
    forge: async (forge) => withSignature(forge, altered),
  },
  {
    id: 'jwt.signature-short',
    title: 'Short signature',
    tries: 'A valid token with the first bytes of its signature only.',
    expects: 'Refused: all of the signature is compared (RFC 7515 §5.2).',
    forge: async (forge) => withSignature(forge, (own) => own.slice(0, 8)),
  },
  {
    id: 'jwt.payload-changed',
    title: 'Changed payload',
    tries: 'A valid token whose payload was changed after it was signed.',
    expects: 'Refused: the signature is over another payload (RFC 7515 §5.2).',
    forge: async (forge) => {
      const [header = '', , signature = ''] = forge.token.split('.');
      const payload = encodeBase64Url(bytesOf(JSON.stringify({ ...forge.claims, sub: 'somebody-else' })));
      return { requests: [withToken(forge, `${header}.${payload}.${signature}`)] };
    },
  },
  {
    id: 'jwt.hash-confusion',
    title: 'Hash of another length',
    tries: 'A token that says the algorithm of the channel, signed with the hash of its sibling.',
    expects: 'Refused: the signature is not that of the algorithm (RFC 7515 §5.2).',
    forge: (forge) => forged(forge, { signer: ownSigner(forge, sibling(forge.model.algorithm)) }),
  },
  {
    id: 'jwt.critical',
    title: 'Unknown critical extension',
    tries: 'A token signed as it should be, whose header says that an extension which nobody knows must be understood.',
    expects: 'Refused: what is critical and not understood makes the token invalid (RFC 7515 §4.1.11).',
    forge: (forge) => forged(forge, { header: { crit: ['urn:example:unknown'], 'urn:example:unknown': true } }),
  },
];
