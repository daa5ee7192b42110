import type { Condition } from '#shared/platforms/setup.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { pemProblem } from '#shared/trust/pem.ts';
import { isHmac } from '#shared/trust/token-crypto.ts';
import { koreSettings } from './settings.ts';

const wrong = (sentence: string): Condition => ({ sentence, remedy: null });

/**
 * What is wrong with the keys of a channel, whichever end is played here: none that its algorithm could use, or one that is no PEM.
 * Whether the bytes of a PEM are a key is told with the first token.
 */
export const keyCondition = (settings: JsonObject): Condition | null => {
  const { algorithm, clientSecret, publicKey, privateKey } = koreSettings(settings);
  if (isHmac(algorithm))
    return clientSecret === ''
      ? wrong('This channel has no client secret, so no token can be signed or checked: enter it in the settings.')
      : null;
  if (publicKey === '' && privateKey === '')
    return wrong(
      `This channel has no key for ${algorithm}: enter the public key where Hookbench plays the platform end, the private key where it plays the app end.`,
    );
  const publicProblem = publicKey === '' ? null : pemProblem(publicKey, 'PUBLIC KEY');
  if (publicProblem !== null) return wrong(`The public key of this channel cannot be used. ${publicProblem}`);
  const privateProblem = privateKey === '' ? null : pemProblem(privateKey, 'PRIVATE KEY');
  return privateProblem === null ? null : wrong(`The private key of this channel cannot be used. ${privateProblem}`);
};
