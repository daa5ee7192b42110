import type { CalledAddress, Contradiction, ReachedPath } from '#shared/platforms/diagnosis.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { fillPath } from '#shared/platforms/route.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { apiChannelTarget, jsonApiPath, webhookPath } from './address.ts';
import { facts } from './facts.ts';
import { snatchBotSettings, type SnatchBotSettings } from './settings.ts';

/** What is called, where we are called, and which settings do not fit together. */
export const diagnose: Platform['diagnose'] = ({ settings: given, plays }) => {
  const settings = snatchBotSettings(given);
  return {
    calls: [called(settings)],
    reachedAt: [reached(settings, given)],
    contradictions:
      settings.feature === 'api-channel' ? ofApiChannel(settings) : plays.app ? [] : ofAskedServer(settings),
  };
};

const called = ({ feature, webhookUrl, apiUrl, host }: SnatchBotSettings): CalledAddress => {
  switch (feature) {
    case 'webhook':
      return { id: 'webhook', from: 'platform', name: 'The WebHook address', setting: 'webhookUrl', url: webhookUrl };
    case 'json-api':
      return { id: 'api', from: 'platform', name: 'The API address', setting: 'apiUrl', url: apiUrl };
    case 'api-channel':
      // Without its path, which holds the secret.
      return { id: 'platform', from: 'app', name: 'SnatchBot', setting: 'host', url: host };
    default:
      return assertNever(feature);
  }
};

const post = (target: string): ReachedPath['request'] => ({ method: 'POST', target, headers: [] });

const reached = ({ feature, host }: SnatchBotSettings, settings: JsonObject): ReachedPath => {
  if (feature === 'api-channel')
    return {
      end: 'platform',
      request: post(apiChannelTarget(settings)),
      caller: 'your program',
      callerUrl: null,
      publicUrl: null,
    };
  const path = feature === 'webhook' ? webhookPath : jsonApiPath;
  return {
    end: 'app',
    request: post(fillPath(path, settings)),
    caller: 'SnatchBot',
    callerUrl: host,
    publicUrl: null,
  };
};

const ofApiChannel = ({ appId, appSecret }: SnatchBotSettings): readonly Contradiction[] =>
  (
    [
      ['appId', 'App ID', appId],
      ['appSecret', 'App secret', appSecret],
    ] as const
  ).flatMap(([setting, title, value]): readonly Contradiction[] => {
    if (value === '')
      return [
        {
          id: `${setting}-missing`,
          setting,
          title,
          result: 'fail',
          detail: `There is no ${title}, so the address of the channel is not whole.`,
          next: `Enter the ${title}, as it is under Channels, Other/API.`,
          fact: facts.path,
        },
      ];
    if (/^[A-Za-z0-9]{1,55}$/.test(value)) return [];
    return [
      {
        id: `${setting}-form`,
        setting,
        title,
        result: 'warn',
        detail: `The ${title} is not what SnatchBot takes: up to 55 Latin letters and digits.`,
        next: `Choose another ${title} in SnatchBot and here.`,
        fact: facts.credentialForm,
      },
    ];
  });

/** Seconds that the chat waits for a server. */
const chatLimit = 10;

const ofAskedServer = ({ feature, timeLimit }: SnatchBotSettings): readonly Contradiction[] =>
  feature === 'json-api' && timeLimit > chatLimit
    ? [
        {
          id: 'time-limit',
          setting: 'timeLimit',
          title: 'Time limit',
          result: 'warn',
          detail: `A server has ${String(timeLimit)} s here, and ${String(chatLimit)} s in SnatchBot: what is slow here fails there.`,
          next: `Set the time limit to ${String(chatLimit)} s.`,
          fact: facts.timeLimit,
        },
      ]
    : [];
