import { Type, type Static } from 'typebox';
import type { JsonObject } from '#shared/text/json.ts';
import { apiChannelSettings } from './settings-api-channel.ts';
import { jsonApiSettings } from './settings-json-api.ts';
import { webhookSettings } from './settings-webhook.ts';
import { assumed, onlyFor } from './settings-words.ts';

/** All that a SnatchBot channel can be told. Flat; the feature decides which of it matters. */
export const SnatchBotSettings = Type.Object(
  {
    feature: Type.Union(
      [
        Type.Literal('webhook', { title: 'WebHook: SnatchBot tells your server' }),
        Type.Literal('json-api', { title: 'JSON API interaction: SnatchBot asks your server' }),
        Type.Literal('api-channel', { title: 'API channel: your program talks to SnatchBot' }),
      ],
      {
        title: 'Feature',
        description: 'The three are easily mixed up; each is a channel of its own.',
        default: 'json-api',
      },
    ),
    botId: Type.String({
      title: 'Bot id',
      description: 'The number of the bot.',
      minLength: 1,
      expected: { pattern: '^[0-9]+$', hint: 'digits only' },
    }),
    ...webhookSettings,
    ...jsonApiSettings,
    verifyMethod: Type.Union(
      [
        Type.Literal('POST', { title: 'POST with a sample' }),
        Type.Literal('GET', { title: 'GET' }),
        Type.Literal('HEAD', { title: 'HEAD' }),
      ],
      {
        title: 'Verify asks with',
        description: 'What the Verify button sends is not documented; 200 is what passes.',
        default: 'POST',
        ...assumed,
        group: 'Verify',
        ...onlyFor('webhook', 'json-api'),
      },
    ),
    ...apiChannelSettings,
    userId: Type.String({
      title: 'User id',
      description: 'The user of a new conversation. Empty: a new one is invented each time.',
      default: '',
      group: 'User',
    }),
    timeLimit: Type.Number({
      title: 'Time limit',
      description: 'Seconds until a request of ours is given up. SnatchBot’s own limit is not documented.',
      exclusiveMinimum: 0,
      maximum: 600,
      default: 10,
      ...assumed,
      group: 'Limits',
    }),
  },
  { additionalProperties: false },
);

export type SnatchBotSettings = Static<typeof SnatchBotSettings>;

/** The channel's settings as this platform's. They were checked when they came in, but a secret may have been lost since: then it is empty. */
export const snatchBotSettings = (settings: JsonObject): SnatchBotSettings =>
  ({ appSecret: '', ...settings }) as unknown as SnatchBotSettings;
