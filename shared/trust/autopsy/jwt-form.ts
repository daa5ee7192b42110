import type { Cause } from '#shared/trust/autopsy/cause.ts';
import type { CauseCode } from '#shared/trust/autopsy/causes.ts';
import { decodeJwt, type DecodedJwt } from '#shared/trust/jwt.ts';
import type { JwtEvidence } from './evidence.ts';
import { hashOf, type FoundToken } from './jwt-search.ts';

const copyAgain =
  'Copy the whole token again: something between the two ends cut it, a column, a log or a limit of length.';

const formCause = (code: CauseCode, because: string, proof: string, fix: string): Cause => ({
  code,
  because,
  proof,
  fix,
  certainty: 'proven',
  remedy: { kind: 'sign-again' },
});

/** A JSON object that stops before its end, in what can be decoded of it. */
const isCut = ({ header, payload, texts }: DecodedJwt): boolean => {
  const last = texts.length === 1 ? header : payload;
  return texts.length <= 2 && last.json === null && /^e[yw]/.test(last.text);
};

const partsCause = (jwt: DecodedJwt): Cause => {
  const count = jwt.texts.length;
  if (jwt.form === 'jwe' && (jwt.header.json?.['enc'] !== undefined || jwt.header.json === null))
    return formCause(
      'jwt.form.encrypted',
      'The token is encrypted (JWE), and a signed one (JWS) is wanted.',
      'It has five parts, as RFC 7516 §7.1 has it; a signed token has three.',
      'Sign the token and do not encrypt it.',
    );
  if (isCut(jwt))
    return formCause(
      'jwt.form.truncated',
      'The token is cut off before its signature.',
      `The ${count === 1 ? 'header' : 'payload'} ends in the middle of its JSON, and nothing follows.`,
      copyAgain,
    );
  const noSignature = count === 2 && jwt.header.json !== null && jwt.payload.json !== null;
  return formCause(
    'jwt.form.parts',
    `The token has ${String(count)} ${count === 1 ? 'part' : 'parts'}, and a signed token has three.`,
    noSignature
      ? 'Header and payload can be read; the second dot and the signature are missing.'
      : `There ${count === 2 ? 'is 1 dot' : `are ${String(count - 1)} dots`} in it; header, payload and signature have two between them.`,
    'Send header, payload and signature, each as base64url, with a dot between them.',
  );
};

const unreadable = (part: 'header' | 'payload', jwt: DecodedJwt): Cause => {
  const { text, decoded } = jwt[part];
  const problem = jwt.problems.find((each) => each.at === part)?.summary ?? '';
  const isObject = problem.includes('not an object');
  return formCause(
    part === 'header' ? 'jwt.form.header' : 'jwt.form.payload',
    isObject
      ? `The ${part} of the token is JSON, but not an object.`
      : `The ${part} of the token is not JSON in base64url.`,
    text === ''
      ? `The ${part} is empty.`
      : decoded === null
        ? `Its ${String(text.length)} characters cannot be decoded: not base64url of UTF-8.`
        : isObject
          ? 'It was read as JSON, and its outermost value is not in braces; it may have been written as JSON twice.'
          : `It is base64url, but the text inside stops being JSON${/[Ll]ine \d+, column \d+/.exec(problem)?.[0].replace(/^/, ' at ') ?? ''}.`,
    `Write the ${part} as one JSON object and encode it as base64url.`,
  );
};

/** Why a text is no token that could be judged: the first reason in the order in which it would be read. */
export const brokenForm = (text: string, { model, told }: JwtEvidence): Cause => {
  const jwt = decodeJwt(text);
  if (jwt.form !== 'jws') return partsCause(jwt);
  if (jwt.header.json === null) return unreadable('header', jwt);
  if (jwt.payload.json === null) return unreadable('payload', jwt);
  const wanted = lengthOf(jwt.header.json['alg'] ?? model.algorithm, model.key);
  const length = jwt.signature.text.length;
  if (wanted !== null && length < wanted)
    return formCause(
      'jwt.form.truncated',
      `The token is cut off in its signature: ${String(wanted - length)} of ${String(wanted)} characters are missing.`,
      `A signature of ${told(jwt.header.json['alg'])} has ${String(wanted)} characters, and here there are ${String(length)}.`,
      copyAgain,
    );
  return formCause(
    'jwt.signature.encoded',
    'The signature of the token is not base64url.',
    jwt.problems.find((each) => each.at === 'signature')?.summary ?? 'It cannot be decoded.',
    'Encode the bytes of the signature as base64url without padding.',
  );
};

/** The bytes of the modulus of an RSA key in its PEM, by the length of the whole: 2048, 3072 and 4096 bits are what is used. */
const rsaBytes = (pem: string): number => {
  const length = pem.replaceAll(/-----[^-]+-----|\s/g, '').length;
  return length < 500 ? 256 : length < 680 ? 384 : 512;
};

/** How many characters a signature has in base64url, or null where it is not known. */
const lengthOf = (alg: unknown, key: string): number | null => {
  const hash = hashOf(alg);
  if (hash !== null) return Math.ceil((Number(hash.slice(4)) / 8) * (4 / 3));
  return typeof alg === 'string' && /^(?:rs|ps)\d/i.test(alg) && key.includes('PUBLIC KEY')
    ? Math.ceil(rsaBytes(key) * (4 / 3))
    : null;
};

/** A signature that is whole in form, but too short; proven where what is left of it is right. */
export const shortSignature = async ({ jwt, inputs }: FoundToken, evidence: JwtEvidence): Promise<Cause | null> => {
  const { model, trustCase } = evidence;
  const alg = jwt.header.json?.['alg'];
  const wanted = lengthOf(alg, model.key);
  const { text, bytes } = jwt.signature;
  if (wanted === null || text === '' || text.length >= wanted || bytes === null) return null;
  const hash = hashOf(alg);
  let isBeginning = false;
  if (hash !== null && bytes.byteLength >= 8)
    for (const input of inputs) {
      const whole = await trustCase.tokens.mac(
        hash,
        new TextEncoder().encode(model.key),
        new TextEncoder().encode(input),
      );
      isBeginning ||= bytes.every((byte, at) => byte === whole[at]);
    }
  return {
    code: 'jwt.form.truncated',
    because: `The token is cut off in its signature: ${String(wanted - text.length)} of ${String(wanted)} characters are missing.`,
    proof: isBeginning
      ? `The ${String(text.length)} characters that are there are the beginning of the right signature.`
      : `A signature of ${evidence.told(alg)} has ${String(wanted)} characters, and here there are ${String(text.length)}.`,
    fix: copyAgain,
    certainty: 'proven',
    remedy: { kind: 'sign-again' },
  };
};
