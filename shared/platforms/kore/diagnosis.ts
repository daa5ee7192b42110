import type { Contradiction, Diagnosis, ReachedPath } from '#shared/platforms/diagnosis.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { isHmac } from '#shared/trust/token-crypto.ts';
import { messagePath, receiverPathOf } from './addresses.ts';
import { facts } from './facts.ts';
import { koreSettings, type KoreSettings } from './settings.ts';

type Plays = Parameters<Platform['diagnose']>[0]['plays'];

/** What is called, where we are called, and which settings do not fit together. */
export const diagnose: Platform['diagnose'] = ({ settings: given, plays }): Diagnosis => {
  const settings = koreSettings(given);
  const { host, version, expiresAfter, issuedAt, postUrl } = settings;
  return {
    calls: [
      {
        id: 'platform',
        from: 'app',
        name: 'Kore.ai',
        setting: 'host',
        url: `${host.replace(/\/$/, '')}${messagePath(version, settings)}`,
        token: { validFor: expiresAfter, saysWhenMade: issuedAt },
      },
      ...(settings.mode === 'async' && postUrl !== ''
        ? [{ id: 'post-url', from: 'platform', name: 'The POST URL', setting: 'postUrl', url: postUrl } as const]
        : []),
    ],
    reachedAt: reachedAt(settings),
    contradictions: [...contradictionsOfMode(settings, plays), ...contradictionsOfTrust(settings, plays)],
  };
};

const post = (target: string): ReachedPath['request'] => ({ method: 'POST', target, headers: [] });

const reachedAt = (settings: KoreSettings): readonly ReachedPath[] => [
  {
    end: 'platform',
    request: post(messagePath(settings.version, settings)),
    caller: 'your app',
    callerUrl: null,
    publicUrl: null,
  },
  ...(settings.mode === 'async'
    ? [
        {
          end: 'app',
          request: post(receiverPathOf(settings)),
          caller: 'Kore.ai',
          callerUrl: settings.host,
          publicUrl: { setting: 'publicUrl', url: settings.publicUrl },
        } as const,
      ]
    : []),
];

const contradictionsOfMode = (settings: KoreSettings, plays: Plays): readonly Contradiction[] => {
  const { mode, version, postUrl, accessToken, accessTokenHeader, language } = settings;
  const isAppForeign = plays.platform && !plays.app;
  const found: Contradiction[] = [];
  if (mode === 'async' && isAppForeign && postUrl === '')
    found.push({
      id: 'post-url-missing',
      setting: 'postUrl',
      title: 'Mode and POST URL',
      result: 'fail',
      detail: 'The channel is asynchronous and has no POST URL, so what the bot says goes nowhere.',
      next: 'Enter the address of your app as POST URL, or make the channel synchronous.',
      fact: facts.callbackEach,
    });
  if (mode === 'sync' && isAppForeign && postUrl !== '')
    found.push({
      id: 'post-url-unused',
      setting: 'mode',
      title: 'Mode and POST URL',
      result: 'warn',
      detail: 'There is a POST URL, but the channel is synchronous: nothing is ever posted there.',
      next: 'Make the channel asynchronous, or empty the POST URL.',
      fact: facts.callbackEach,
    });
  if (mode === 'async' && accessToken === '' && accessTokenHeader !== 'none')
    found.push({
      id: 'access-token-missing',
      setting: 'accessToken',
      title: 'Access Token',
      result: 'warn',
      detail: 'The channel is asynchronous and has no Access Token, so an app cannot tell who posts to it.',
      next: 'Enter the Access Token of the channel, or choose that none is sent.',
      fact: facts.accessToken,
    });
  if (version === 'v1' && language !== '')
    found.push({
      id: 'language-unused',
      setting: 'version',
      title: 'Version and language',
      result: 'warn',
      detail: 'There is a language, but the channel speaks V1, whose messages have none.',
      next: 'Choose V2, or empty the language.',
      fact: facts.twoVersions,
    });
  return found;
};

const contradictionsOfTrust = (settings: KoreSettings, plays: Plays): readonly Contradiction[] => {
  const { algorithm, publicKey, privateKey, expiresAfter, enforceJti, tokenId, clientSecret, accessToken } = settings;
  const found: Contradiction[] = [];
  if (!isHmac(algorithm) && plays.platform && publicKey === '')
    found.push({
      id: 'public-key-missing',
      setting: 'publicKey',
      title: 'Algorithm and public key',
      result: 'fail',
      detail: `The algorithm is ${algorithm} and there is no public key, so the platform end cannot check any signature.`,
      next: 'Enter the public key, or choose HS256 or HS512.',
      fact: facts.signature,
    });
  if (!isHmac(algorithm) && plays.app && privateKey === '')
    found.push({
      id: 'private-key-missing',
      setting: 'privateKey',
      title: 'Algorithm and private key',
      result: 'fail',
      detail: `The algorithm is ${algorithm} and there is no private key, so the app end cannot sign.`,
      next: 'Enter the private key, or choose HS256 or HS512.',
      fact: facts.signature,
    });
  if (plays.app && expiresAfter !== null && expiresAfter <= 0)
    found.push({
      id: 'expired',
      setting: 'expiresAfter',
      title: 'Expires after',
      result: 'warn',
      detail: 'Each token that the app end makes has expired already.',
      next: 'Enter a number of seconds above zero, unless you want to see it refused.',
      fact: facts.expiry,
    });
  if (plays.platform && plays.app && enforceJti && !tokenId)
    found.push({
      id: 'jti',
      setting: 'tokenId',
      title: 'Enforce JTI and token id',
      result: 'fail',
      detail: 'The platform end wants a jti in each token, and the app end sends none.',
      next: 'Switch the token id on, or do not enforce it.',
      fact: facts.jti,
    });
  if (clientSecret !== '' && clientSecret === accessToken)
    found.push({
      id: 'same-secret',
      setting: 'accessToken',
      title: 'Client secret and Access Token',
      result: 'warn',
      detail: 'The client secret and the Access Token are the same text, and are two things in Kore.ai.',
      next: 'Copy each from its own place: the secret of the app, the token of the channel.',
    });
  return found;
};
