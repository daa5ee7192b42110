import { Type, type Static } from 'typebox';
import type { JsonObject } from '#shared/text/json.ts';
import { appSettings } from './settings-app.ts';
import { platformSettings } from './settings-platform.ts';

const channel = { group: 'Channel' };
const inDialects = (...is: readonly string[]) => ({ only: { field: 'dialect', is } });

const webAddress = {
  pattern: String.raw`^https?://[^\s/?#@]+(/[^\s#]*)?$`,
  must: 'begin with http:// or https:// and name a host',
};

/** All that a Chatlayer channel can be told. The dialect comes first: it decides which of the others matter. */
export const ChatlayerSettings = Type.Object(
  {
    dialect: Type.Union(
      [
        Type.Literal('d1', { title: 'Webhook channel, /v1/channels (current)' }),
        Type.Literal('d0', { title: 'Webhook channel, /api/webhookMessage (deprecated)' }),
        Type.Literal('d2', { title: 'Offloading webhook (human handover)' }),
      ],
      {
        title: 'Dialect',
        description: 'Three protocols with the same words: "Webhook" and "Verify token" mean another thing in each.',
        default: 'd1',
        ...channel,
      },
    ),
    channelId: Type.String({
      title: 'Channel id',
      description:
        'The part after /v1/channels/webhook/ of the address that Chatlayer shows when the channel is saved.',
      default: '',
      expected: { pattern: '^[0-9a-f]{24}$', hint: 'usually 24 hexadecimal digits' },
      ...inDialects('d1'),
      ...channel,
    }),
    botId: Type.String({
      title: 'Bot id',
      description:
        'As it stands in the addresses of the API. The current dialect needs it for history and session data only.',
      default: '',
      ...channel,
    }),
    version: Type.Union([Type.Literal('DRAFT'), Type.Literal('LIVE')], {
      title: 'Version of the bot',
      description: 'Told in the events of the offloading webhook, and asked for by the actions.',
      default: 'LIVE',
      ...inDialects('d2'),
      ...channel,
    }),
    accessToken: Type.String({
      title: 'Access token',
      description:
        'Made in Chatlayer under Tokens; sent as Authorization: Bearer. The deprecated dialect needs it for history and session only.',
      default: '',
      secret: true,
      ...channel,
    }),
    verifyToken: Type.String({
      title: 'Verify token',
      description:
        'The text by which the app knows Chatlayer: in the JSON body, or for the offloading webhook in the query. Empty: it is not sent and not compared.',
      default: '',
      secret: true,
      ...channel,
    }),
    webhookUrl: Type.String({
      title: 'Webhook URL of the app',
      description:
        'Where the bot’s messages (or the events of the offloading webhook) go when Hookbench does not play the app end.',
      default: 'http://127.0.0.1:3000/webhook',
      ...webAddress,
      ...channel,
    }),
    host: Type.String({
      title: 'Chatlayer address',
      description:
        'The platform that is called when Hookbench does not play the platform end: https://api.chatlayer.ai (EU), https://api.prod.us-east4.gcp.chatlayer.ai (US), https://api.prod.asia-south1.gcp.chatlayer.ai (Asia).',
      pattern: String.raw`^https?://[^\s/?#@]+/?$`,
      must: 'begin with http:// or https://, and name a host without a path',
      default: 'https://api.chatlayer.ai',
      ...channel,
    }),
    ...appSettings,
    ...platformSettings,
  },
  { additionalProperties: false },
);

export type ChatlayerSettings = Static<typeof ChatlayerSettings>;

/** The channel's settings as this platform's. They were checked when they came in, but a secret may have been lost since: then it is empty. */
export const chatlayerSettings = (settings: JsonObject): ChatlayerSettings =>
  ({ accessToken: '', verifyToken: '', ...settings }) as unknown as ChatlayerSettings;
