import type { Cause } from '#shared/trust/autopsy/cause.ts';
import type { CauseCode } from '#shared/trust/autopsy/causes.ts';
import type { Json } from '#shared/text/json.ts';
import { isRsa } from '#shared/trust/token-crypto.ts';
import { rewritingsOf } from './byte-truth.ts';
import type { JwtEvidence } from './evidence.ts';
import { confusion } from './jwt-alg.ts';
import { shortSignature } from './jwt-form.ts';
import { keyCause } from './jwt-key.ts';
import { otherEncoding, otherHash } from './jwt-encoding.ts';
import { byMistake, byOther, hmac, signerOf } from './jwt-mistaken.ts';
import { hashOf, isOfChannel, type FoundToken, type SignatureCause } from './jwt-search.ts';
import { textBytes } from './jwt-secret-bytes.ts';
import { cutVariants, unlikelyVariants } from './jwt-secret-cuts.ts';
import { likelyVariants, type SecretVariant } from './jwt-secrets.ts';

const again = { certainty: 'proven', remedy: { kind: 'sign-again' } } as const;

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

/** What the setting holds too much, and what to take off. */
const ofChannel: Partial<Readonly<Record<CauseCode, readonly [because: string, what: string]>>> = {
  'jwt.secret.trailing-newline': ['has a line break at its end', 'the line break at the end'],
  'jwt.secret.white-space': ['has white space in it or around it', 'the white space'],
  'jwt.secret.byte-order-mark': ['begins with a byte order mark', 'the byte order mark'],
  'jwt.secret.quoted': ['stands in quotes', 'the quotes'],
};

const variantCause = (variant: SecretVariant, found: FoundToken, evidence: JwtEvidence): Cause => {
  const { key, keySetting } = evidence.model;
  const { code, side, how } = variant;
  const proof = `${hmac(found, evidence)} with the secret of this channel ${how} matches.`;
  if (side === 'channel') {
    const [because, what] = ofChannel[code] ?? ['has more at its ends than the secret', 'what does not belong to it'];
    const isTrimmed = sameBytes(variant.key, textBytes(key.trim()));
    return {
      code,
      because: `The secret in the settings of this channel ${because}.`,
      proof,
      fix: `Take ${what} off the ${keySetting} in the settings of this channel.`,
      certainty: 'proven',
      remedy: isTrimmed ? { kind: 'change-setting', setting: keySetting, change: 'trim' } : { kind: 'sign-again' },
    };
  }
  return {
    code,
    because: `The token is signed with the secret of this channel ${how}.`,
    proof,
    fix: `Where the token is signed, use the secret exactly as the platform shows it, ${remedyWords[code] ?? 'letter by letter and not changed'}.`,
    ...again,
  };
};

const decoded = 'as its text in UTF-8 and not decoded';
const inUtf8 = 'as its text in UTF-8';

const remedyWords: Partial<Readonly<Record<CauseCode, string>>> = {
  'jwt.secret.trailing-newline':
    'without the line break that files and shells put behind it (use printf or echo -n, or trim it)',
  'jwt.secret.white-space': 'without white space around it',
  'jwt.secret.byte-order-mark': 'without the mark that editors put at the beginning of a file',
  'jwt.secret.quoted': 'without quotes',
  'jwt.secret.base64-decoded': decoded,
  'jwt.secret.base64url-decoded': decoded,
  'jwt.secret.hex-decoded': decoded,
  'jwt.secret.url-decoded': decoded,
  'jwt.secret.utf-16': inUtf8,
  'jwt.secret.charset': inUtf8,
};

const firstVariant = async (
  variants: readonly SecretVariant[],
  found: FoundToken,
  evidence: JwtEvidence,
): Promise<Cause | null> => {
  const isSignedBy = signerOf(found, evidence);
  for (const variant of variants) if (await isSignedBy(variant.key)) return variantCause(variant, found, evidence);
  return null;
};

const rewritten = async (found: FoundToken, evidence: JwtEvidence): Promise<SignatureCause | null> => {
  for (const { part, words, text, input } of rewritingsOf(found.jwt)) {
    if (!(await isOfChannel({ jwt: found.jwt, inputs: [input] }, evidence))) continue;
    const of = part === 'header' ? 'header' : 'payload';
    return {
      cause: {
        code: 'jwt.payload.re-encoded',
        because: `The ${of} of the token was written anew after it was signed: ${words}.`,
        proof: `The signature matches the key of this channel over the earlier form, and not over what arrived (${words}).`,
        fix: 'Pass the token on as the text that it is: whatever reads its JSON and writes it again breaks the signature.',
        ...again,
      },
      bytes: {
        arrived: evidence.masked(found.jwt[of].decoded ?? ''),
        signed: evidence.masked(text),
        rewriting: part === 'header' ? `header: ${words}` : words,
      },
    };
  }
  return null;
};

const unknown = ({ jwt }: FoundToken): Cause => {
  const header = jwt.header.json ?? {};
  const brought = ['jwk', 'jku', 'x5c', 'x5u', 'kid'].filter((name) => header[name] !== undefined);
  return {
    code: 'jwt.signature.unknown',
    because: 'The token is signed with a secret that nobody here knows, or it was changed after it was signed.',
    proof: `No key of this bench matches, nor the secret of this channel in any of the forms that were tried.${
      brought.length === 0 ? '' : ` What the header says of its own key (${brought.join(', ')}) is never followed.`
    }`,
    fix: 'Compare the client secret where the token is signed with the one of the app on the platform, and enter the same one here.',
    certainty: 'possible',
    remedy: { kind: 'sign-again' },
  };
};

const hmacCause = async (found: FoundToken, evidence: JwtEvidence): Promise<SignatureCause> => {
  const { key } = evidence.model;
  const cause =
    (await shortSignature(found, evidence)) ??
    (await firstVariant(likelyVariants(key), found, evidence)) ??
    (await confusion(found, evidence)) ??
    (await byMistake(found, evidence)) ??
    (await byOther(found, evidence)) ??
    (await otherHash(found, evidence)) ??
    (await otherEncoding(found, evidence)) ??
    (await firstVariant(cutVariants(key), found, evidence));
  if (cause) return { cause };
  return (
    (await rewritten(found, evidence)) ?? {
      cause: (await firstVariant(unlikelyVariants(key), found, evidence)) ?? unknown(found),
    }
  );
};

/** RFC 7515 §4.1.11: who does not understand what is listed there has to refuse the token, whatever its signature. */
const critical = (crit: Json, { told }: JwtEvidence): Cause => ({
  code: 'jwt.form.critical',
  because: `The header of the token demands extensions (crit: ${told(crit)}) that the platform does not understand.`,
  proof: 'A token with such a demand has to be refused, whether its signature matches or not (RFC 7515 §4.1.11).',
  fix: 'Leave crit out of the header of the token.',
  ...again,
});

/** The fourth question: did the key of this channel sign it? Null where it did. */
export const signatureCause = async (found: FoundToken, evidence: JwtEvidence): Promise<SignatureCause | null> => {
  const { model } = evidence;
  const { alg, crit } = found.jwt.header.json ?? {};
  if (crit !== undefined) return { cause: critical(crit, evidence) };
  if (found.isSigned || (typeof alg === 'string' && alg.trim().toLowerCase() === 'none')) return null;
  if (found.jwt.signature.text === '')
    return {
      cause: {
        code: 'jwt.signature.missing',
        because: 'The token has no signature.',
        proof: `The header says ${evidence.told(alg)}, and nothing stands behind the second dot.`,
        fix: 'Send the whole token: header, payload and signature.',
        ...again,
      },
    };
  if (isRsa(model.algorithm))
    return isRsa(alg) || alg === undefined ? keyCause(found, evidence, () => rewritten(found, evidence)) : null;
  if (hashOf(alg) === null && alg !== undefined) return null;
  if (model.key === '')
    return {
      cause: {
        code: 'text.not-set',
        because: `This channel has no ${model.keySetting}, so no signature can match.`,
        proof: 'The setting is empty.',
        fix: `Enter the ${model.keySetting} in the settings of this channel.`,
        certainty: 'proven',
      },
    };
  return hmacCause(found, evidence);
};
