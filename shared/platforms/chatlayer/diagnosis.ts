import type { CalledAddress, Contradiction, ReachedPath } from '#shared/platforms/diagnosis.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { fillPath } from '#shared/platforms/route.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { facts } from './facts.ts';
import { actionsPath, currentPath, deprecatedPath, receiverTarget } from './paths.ts';
import { chatlayerSettings, type ChatlayerSettings } from './settings.ts';

/** What is called, where we are called, and which settings do not fit together. */
export const diagnose: Platform['diagnose'] = ({ settings: given }) => {
  const settings = chatlayerSettings(given);
  const target = platformTarget(settings, given);
  const { host, webhookUrl } = settings;
  const calls: readonly CalledAddress[] = [
    { id: 'platform', from: 'app', name: 'Chatlayer', setting: 'host', url: `${host.replace(/\/$/, '')}${target}` },
    { id: 'webhook', from: 'platform', name: 'The webhook of the app', setting: 'webhookUrl', url: webhookUrl },
  ];
  const reachedAt: readonly ReachedPath[] = [
    { end: 'platform', request: post(target), caller: 'your app', callerUrl: null, publicUrl: null },
    { end: 'app', request: post(receiverTarget(given)), caller: 'Chatlayer', callerUrl: host, publicUrl: null },
  ];
  return { calls, reachedAt, contradictions: contradictionsIn(settings) };
};

const post = (target: string): ReachedPath['request'] => ({ method: 'POST', target, headers: [] });

const paths = { d1: currentPath, d0: deprecatedPath, d2: actionsPath };

const platformTarget = ({ dialect }: ChatlayerSettings, settings: JsonObject): string =>
  fillPath(paths[dialect], { ...settings, sessionId: 'any' });

const contradictionsIn = (settings: ChatlayerSettings): readonly Contradiction[] => {
  const { dialect, accessToken, verifyToken, userId } = settings;
  const found: Contradiction[] = [];
  if (verifyToken !== '' && verifyToken === accessToken)
    found.push({
      id: 'same-token',
      setting: 'verifyToken',
      title: 'Access token and verify token',
      result: 'warn',
      detail: 'The access token and the verify token are the same text, and prove two things in Chatlayer.',
      next: 'Copy the access token from Tokens, and choose another text as verify token.',
      fact: facts.verifyToken,
    });
  if (verifyToken === '')
    found.push({
      id: 'verify-token-missing',
      setting: 'verifyToken',
      title: 'Verify token',
      result: 'warn',
      detail: 'There is no verify token, so nothing shows that a message comes from Chatlayer.',
      next: 'Enter the verify token that the channel has in Chatlayer.',
      fact: dialect === 'd2' ? facts.queryToken : facts.verifyToken,
    });
  if (dialect === 'd0' && userId !== '' && userId.length < 32)
    found.push({
      id: 'short-user',
      setting: 'userId',
      title: 'Dialect and user id',
      result: 'warn',
      detail: `The user id has ${String(userId.length)} characters, and the deprecated dialect wants 32 or more.`,
      next: 'Enter a longer one, or leave it empty.',
      fact: facts.d0SenderLength,
    });
  return found;
};
