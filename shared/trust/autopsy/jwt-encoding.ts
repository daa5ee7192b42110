import type { Cause } from '#shared/trust/autopsy/cause.ts';
import { decodeBase64Url } from '#shared/text/base64.ts';
import type { JwtEvidence } from './evidence.ts';
import { hashOf, type FoundToken } from './jwt-search.ts';
import { fromBase64, fromHex, textBytes } from './jwt-secret-bytes.ts';

const again = { certainty: 'proven', remedy: { kind: 'sign-again' } } as const;

/** The right key, and another hash than the header names. */
export const otherHash = async ({ jwt, inputs }: FoundToken, evidence: JwtEvidence): Promise<Cause | null> => {
  const mac = jwt.signature.bytes;
  const hash =
    mac === null ? undefined : (['SHA-256', 'SHA-384', 'SHA-512'] as const)[[32, 48, 64].indexOf(mac.length)];
  if (mac === null || hash === undefined || hash === hashOf(jwt.header.json?.['alg'])) return null;
  for (const input of inputs)
    if (await evidence.isMac(hash, textBytes(evidence.model.key), input, mac))
      return {
        code: 'jwt.alg.other',
        because: `The header says ${evidence.told(jwt.header.json?.['alg'])}, but the signature was made with ${hash}.`,
        proof: `HMAC with ${hash} over the received bytes with the secret of this channel matches.`,
        fix: `Sign with ${evidence.model.algorithm}.`,
        ...again,
      };
  return null;
};

type Written = { readonly how: string; readonly mac: Uint8Array | null };

/** Other bytes that the text of the signature may stand for. */
const otherBytes = (text: string): readonly Written[] => {
  const once = decodeBase64Url(text);
  const inner =
    once.ok && once.bytes.every((byte) => byte > 31 && byte < 127) ? String.fromCharCode(...once.bytes) : '';
  return [
    { how: 'written as hex', mac: fromHex(text) },
    { how: 'written as hex and then as base64url', mac: fromHex(inner) },
    { how: 'written as base64url twice', mac: fromBase64(inner, /^[\w+/-]+$/) },
  ];
};

/** Other texts that a signer may have taken for what has to be signed. */
const otherInputs = ({
  texts,
  header,
  payload,
}: FoundToken['jwt']): readonly (readonly [what: string, text: string])[] => [
  [
    'the JSON of header and payload with a dot between them, before they are encoded',
    `${header.decoded ?? ''}.${payload.decoded ?? ''}`,
  ],
  ['the payload alone', texts[1] ?? ''],
  ['the JSON of the payload alone', payload.decoded ?? ''],
  ['header and payload without the dot between them', `${texts[0] ?? ''}${texts[1] ?? ''}`],
];

const encodedCause = (because: string, proof: string, fix: string): Cause => ({
  code: 'jwt.signature.encoded',
  because,
  proof,
  fix,
  ...again,
});

/** The right key and the right hash, and a signature that is written in another way, or is of another text. */
export const otherEncoding = async ({ jwt, inputs }: FoundToken, evidence: JwtEvidence): Promise<Cause | null> => {
  const hash = hashOf(jwt.header.json?.['alg']) ?? hashOf(evidence.model.algorithm);
  const key = textBytes(evidence.model.key);
  if (hash === null) return null;
  for (const { how, mac } of otherBytes(jwt.signature.text))
    for (const input of mac === null ? [] : inputs)
      if (mac !== null && (await evidence.isMac(hash, key, input, mac)))
        return encodedCause(
          `The signature of the token is ${how}.`,
          'Read so, it matches the key of this channel over the received bytes.',
          'Encode the bytes of the signature as base64url, once; ask the function that signs for bytes and not for text.',
        );
  const mac = jwt.signature.bytes;
  for (const [what, text] of mac === null ? [] : otherInputs(jwt))
    if (mac !== null && text.length > 1 && (await evidence.isMac(hash, key, text, mac)))
      return encodedCause(
        `The signature of the token is over ${what}.`,
        `HMAC over ${what} matches with the secret of this channel.`,
        'Sign the first two parts of the token as they are sent: base64url, with the dot between them (RFC 7515 §5.1).',
      );
  return null;
};
