import type { Cause } from '#shared/trust/autopsy/cause.ts';
import type { CauseCode } from '#shared/trust/autopsy/causes.ts';
import { isHmac } from '#shared/trust/token-crypto.ts';
import type { JwtEvidence } from './evidence.ts';
import { hashOf, type FoundToken } from './jwt-search.ts';
import { textBytes } from './jwt-secret-bytes.ts';
import { sampleSecrets } from './jwt-secrets.ts';

const again = { certainty: 'proven', remedy: { kind: 'sign-again' } } as const;
const signedWith = 'Sign with the client secret of the app, as the text that it is.';

type Signer = (key: Uint8Array) => Promise<boolean>;

/** Asks for one key after the other whether it made the signature. */
export const signerOf = ({ jwt, inputs }: FoundToken, evidence: JwtEvidence): Signer => {
  const hash = hashOf(jwt.header.json?.['alg']) ?? hashOf(evidence.model.algorithm);
  const mac = jwt.signature.bytes;
  return async (key) => {
    if (hash === null || mac === null) return false;
    for (const input of inputs) if (await evidence.isMac(hash, key, input, mac)) return true;
    return false;
  };
};

/** What was tried, as a sentence begins. */
export const hmac = ({ jwt }: FoundToken, { model }: JwtEvidence): string =>
  `HMAC with ${hashOf(jwt.header.json?.['alg']) ?? hashOf(model.algorithm) ?? ''} over the received bytes`;

type Known = { readonly code: CauseCode; readonly what: string; readonly text: string };

/** Texts of the channel that get into the place of its secret. */
const mistaken = ({ model, trustCase: { channel } }: JwtEvidence): readonly Known[] => {
  const ids = Object.entries(model.otherIds).map(([name, text]): Known => ({
    code: 'jwt.secret.other-setting',
    what: `the ${name} of this channel`,
    text,
  }));
  const settings = Object.entries(channel.settings).flatMap(([name, text]): readonly Known[] =>
    typeof text === 'string' && text.length >= 4 && text.length < 500
      ? [{ code: 'jwt.secret.other-setting', what: `the setting ${name} of this channel`, text }]
      : [],
  );
  const all: readonly Known[] = [
    { code: 'jwt.secret.client-id', what: 'the client id', text: model.app.value },
    ...ids,
    ...settings.slice(0, 16),
    ...sampleSecrets.map((text): Known => ({
      code: 'jwt.secret.sample',
      what: 'the secret of a published sample',
      text,
    })),
  ];
  return all.filter(({ text }) => text !== '' && text !== model.key);
};

/** Another text of the channel, or none at all, in the place of the secret. */
export const byMistake = async (found: FoundToken, evidence: JwtEvidence): Promise<Cause | null> => {
  const isSignedBy = signerOf(found, evidence);
  for (const { code, what, text } of mistaken(evidence))
    if (await isSignedBy(textBytes(text)))
      return {
        code,
        because: `The token is signed with ${what}, not with the client secret.`,
        proof: `${hmac(found, evidence)} with ${what} as its secret matches.`,
        fix: signedWith,
        ...again,
      };
  return (await isSignedBy(new Uint8Array()))
    ? {
        code: 'jwt.secret.empty',
        because: 'The token is signed with an empty secret, so anyone could have written it.',
        proof: `${hmac(found, evidence)} with a secret of no characters matches.`,
        fix: 'Look where the secret comes from when the token is signed: a variable is not set there.',
        ...again,
      }
    : null;
};

const mostOthers = 24;

/** The secret of another channel of the bench. */
export const byOther = async (found: FoundToken, evidence: JwtEvidence): Promise<Cause | null> => {
  const isSignedBy = signerOf(found, evidence);
  for (const { id, name, model } of evidence.trustCase.others.slice(0, mostOthers)) {
    const secrets =
      model.kind === 'jwt'
        ? isHmac(model.algorithm)
          ? [model.key, model.key.trim()]
          : []
        : model.credentials.filter(({ isSecret }) => isSecret).map(({ expected }) => expected);
    for (const secret of new Set(secrets.filter((each) => each !== '' && each !== evidence.model.key)))
      if (await isSignedBy(textBytes(secret)))
        return {
          code: 'jwt.secret.other-channel',
          because: `The token is signed with the secret of another channel: ${name}.`,
          proof: `${hmac(found, evidence)} with the secret of the channel ${name} matches.`,
          fix: `Sign with the client secret of this channel, or send it to the channel ${name}.`,
          certainty: 'proven',
          remedy: { kind: 'use-channel', channelId: id },
        };
  }
  return null;
};
