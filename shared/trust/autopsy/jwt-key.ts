import type { Cause } from '#shared/trust/autopsy/cause.ts';
import { isRsa } from '#shared/trust/token-crypto.ts';
import type { JwtEvidence } from './evidence.ts';
import { shortSignature } from './jwt-form.ts';
import { inputOf, type FoundToken, type SignatureCause } from './jwt-search.ts';
import { opensWith, rsaKeyOf } from './jwt-rsa.ts';

/** A PEM as it may have been before a form, a file of variables or a mail changed it. */
const mended = (pem: string): readonly (readonly [how: string, text: string])[] => {
  const bare = pem
    .trim()
    .replace(/^["']+/, '')
    .replace(/["',;]+$/, '');
  const lines = bare.replaceAll(String.raw`\r\n`, '\n').replaceAll(String.raw`\n`, '\n');
  const inside = lines
    .replaceAll(/-----[^-]*-----|[^A-Za-z0-9+/=_-]/g, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/');
  return [
    ['without the quotes around it', bare],
    ['with line breaks for the two characters \\ and n', lines],
    ['with the right first and last line', `-----BEGIN PUBLIC KEY-----\n${inside}\n-----END PUBLIC KEY-----`],
  ];
};

const verifies = async (found: FoundToken, pem: string, { trustCase: { tokens } }: JwtEvidence): Promise<boolean> => {
  const alg = found.jwt.header.json?.['alg'];
  return (
    isRsa(alg) &&
    (await tokens.keyProblem(alg, 'verify', pem)) === null &&
    (await tokens.isSignedBy(`${inputOf(found.token)}.${found.jwt.signature.text}`, alg, pem))
  );
};

const damaged = async (problem: string, found: FoundToken, evidence: JwtEvidence): Promise<Cause> => {
  const { key, keySetting } = evidence.model;
  for (const [how, text] of mended(key))
    if (text !== key && (await verifies(found, text, evidence)))
      return {
        code: 'jwt.key.damaged',
        because: `The key of this channel is damaged: it is right only ${how}.`,
        proof: `The signature matches the key ${how}.`,
        fix: `Paste the ${keySetting} into the settings of this channel again, with its lines as they are.`,
        certainty: 'proven',
      };
  return {
    code: 'jwt.key.damaged',
    because: key.trim() === '' ? 'This channel has no public key.' : 'The public key of this channel cannot be read.',
    proof: problem,
    fix: `Paste the ${keySetting} into the settings of this channel again, from its first line to its last.`,
    certainty: 'proven',
  };
};

const otherPair = async (found: FoundToken, evidence: JwtEvidence): Promise<Cause | null> => {
  for (const { id, name, model } of evidence.trustCase.others.slice(0, 24))
    if (model.kind === 'jwt' && model.publicKey !== '' && (await verifies(found, model.publicKey, evidence)))
      return {
        code: 'jwt.key.wrong',
        because: `The token is signed with the private key of another channel: ${name}.`,
        proof: `The signature matches the public key of the channel ${name}.`,
        fix: `Sign with the private key of this channel, or send it to the channel ${name}.`,
        certainty: 'proven',
        remedy: { kind: 'use-channel', channelId: id },
      };
  return null;
};

const wrong = (proof: string, { model }: JwtEvidence, certainty: Cause['certainty']): Cause => ({
  code: 'jwt.key.wrong',
  because: 'The public key of this channel is not the one of the pair that signed the token.',
  proof,
  fix: `Take the public half of the very key that signs (openssl pkey -pubout) as the ${model.keySetting} of this channel.`,
  certainty,
});

const changed: Cause = {
  code: 'jwt.payload.re-encoded',
  because:
    'The token was changed after it was signed: its key is the right one, and the text is not the one that was signed.',
  proof:
    'The public key of this channel opens the signature, and the digest inside is of another text than what arrived.',
  fix: 'Pass the token on as the text that it is, or sign it again after a change.',
  certainty: 'proven',
  remedy: { kind: 'sign-again' },
};

/** Why a signature with a private key does not match the public one of the channel. */
export const keyCause = async (
  found: FoundToken,
  evidence: JwtEvidence,
  rewritten: () => Promise<SignatureCause | null>,
): Promise<SignatureCause> => {
  const { model, trustCase } = evidence;
  const problem = await trustCase.tokens.keyProblem(model.algorithm, 'verify', model.key);
  if (problem !== null) return { cause: await damaged(problem, found, evidence) };
  const early = (await shortSignature(found, evidence)) ?? (await otherPair(found, evidence));
  if (early) return { cause: early };
  const earlier = await rewritten();
  if (earlier) return earlier;
  const key = rsaKeyOf(model.key);
  const signature = found.jwt.signature.bytes;
  if (key === null || signature === null)
    return { cause: wrong('The signature does not match it, nor that of any other channel.', evidence, 'possible') };
  const isOpened = opensWith(key, signature);
  const proof =
    'Opened with this public key, the signature is noise: with the right one, a digest in its frame comes out (RFC 8017 §9.2).';
  return { cause: isOpened ? changed : wrong(proof, evidence, 'proven') };
};
