import type { Cause } from '#shared/trust/autopsy/cause.ts';
import { isHmac, isRsa } from '#shared/trust/token-crypto.ts';
import { decodeBase64 } from '#shared/text/base64.ts';
import type { JwtEvidence } from './evidence.ts';
import { hashOf, type FoundToken } from './jwt-search.ts';
import { textBytes } from './jwt-secret-bytes.ts';

const again = { certainty: 'proven', remedy: { kind: 'sign-again' } } as const;

/** The public key as files and forms have it: with line breaks of both kinds, at its end or not, without its frame, and as bytes. */
const keyForms = (pem: string): readonly Uint8Array[] => {
  const unix = pem.trim().replaceAll('\r\n', '\n');
  if (unix === '') return [];
  const windows = unix.replaceAll('\n', '\r\n');
  const inside = unix.replaceAll(/-----[^-]+-----|\s/g, '');
  const der = decodeBase64(inside);
  const texts = new Set([pem, unix, `${unix}\n`, windows, `${windows}\r\n`, inside].filter(Boolean));
  return [...[...texts].map((text) => textBytes(text)), ...(der.ok ? [der.bytes] : [])];
};

/** Whether the public key, which anyone may have, was used as the secret of an HMAC (RFC 8725 §2.1). */
const isConfused = async ({ jwt, inputs }: FoundToken, evidence: JwtEvidence): Promise<boolean> => {
  const mac = jwt.signature.bytes;
  const hash = hashOf(jwt.header.json?.['alg']);
  if (mac === null || hash === null) return false;
  for (const key of keyForms(evidence.model.publicKey))
    for (const input of inputs) if (await evidence.isMac(hash, key, input, mac)) return true;
  return false;
};

/** The public key as a secret: an attack where the channel has a pair, and a mix-up where it has a secret. */
export const confusion = async (found: FoundToken, evidence: JwtEvidence): Promise<Cause | null> =>
  (await isConfused(found, evidence))
    ? {
        code: 'jwt.alg.confusion',
        because: 'The token was made with the text of the public key as a secret, and anyone may have that text.',
        proof: 'HMAC over the received bytes with the public key of the channel as its secret matches.',
        fix: isHmac(evidence.model.algorithm)
          ? 'Sign with the client secret of the app; the public key is no secret.'
          : `Sign with ${evidence.model.algorithm} and the private key of the pair, and never let a token choose its algorithm.`,
        ...again,
      }
    : null;

/** The second question: is it signed in the way that the channel is set to? */
export const algorithmCause = async (found: FoundToken, evidence: JwtEvidence): Promise<Cause | null> => {
  const { algorithm } = evidence.model;
  const alg = found.jwt.header.json?.['alg'];
  if (alg === algorithm) return null;
  const fix = `Sign with ${algorithm} and write exactly that as alg, or change the algorithm of the app.`;
  if (alg === undefined || alg === null || alg === '')
    return {
      code: 'jwt.alg.missing',
      because: 'The header of the token names no algorithm.',
      proof: `There is no alg in it; the app of this channel uses ${algorithm}.`,
      fix,
      ...again,
    };
  if (typeof alg === 'string' && alg.trim().toLowerCase() === 'none')
    return {
      code: 'jwt.alg.none',
      because: 'The token says alg none: it is not signed at all, so anyone could have written it.',
      proof:
        found.jwt.signature.text === ''
          ? 'There is nothing behind its second dot.'
          : 'A signature follows, but a token that says none asks not to have it looked at.',
      fix: `Sign the token with ${algorithm}.`,
      ...again,
    };
  if (typeof alg === 'string' && alg.trim().toLowerCase() === algorithm.toLowerCase())
    return {
      code: 'jwt.alg.case',
      because: `The token says ${evidence.told(alg)}, and the name is ${algorithm}: it counts letter by letter.`,
      proof: found.isSigned
        ? `The signature matches the key of this channel with ${algorithm}; only the name is written in another way.`
        : 'Names of algorithms are case-sensitive (RFC 7515 §4.1.1).',
      fix: `Write alg as ${algorithm}.`,
      ...again,
    };
  return (
    (isRsa(algorithm) ? await confusion(found, evidence) : null) ?? {
      code: 'jwt.alg.other',
      because: `The token says ${evidence.told(alg)}, and the app of this channel uses ${algorithm}.`,
      proof: found.isSigned
        ? `With ${evidence.told(alg)} the signature matches the key of this channel: only the algorithm is another.`
        : 'The header of the token names it; the platform takes the algorithm of the app only.',
      fix,
      ...again,
    }
  );
};
