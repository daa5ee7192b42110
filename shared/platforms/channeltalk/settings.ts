import { Type, type Static } from 'typebox';
import type { JsonObject } from '#shared/text/json.ts';
import { apiFields, peopleFields } from './settings-api.ts';
import { webhookFields } from './settings-webhook.ts';
import { wireFields } from './settings-wire.ts';

const webhook = { group: 'Webhook' };
const reply = { group: 'Reply of the app' };

/** All that a Channel Talk channel can be told. */
export const ChannelTalkSettings = Type.Object(
  {
    answerBy: Type.Union(
      [
        Type.Literal('quick-reply', { title: 'In the response (x-quick-reply)' }),
        Type.Literal('open-api', { title: 'Through the Open API, later' }),
      ],
      {
        title: 'The app answers',
        description: 'In its response to the event, or with 200 at once and a call to the Open API.',
        default: 'quick-reply',
        ...reply,
      },
    ),
    apiVersion: Type.Union([Type.Literal('v5'), Type.Literal('v4')], {
      title: 'Version',
      description: 'Of the webhook: the shape of its events. The app end uses the same version of the Open API.',
      default: 'v5',
      ...webhook,
    }),
    ...webhookFields,
    ...wireFields,
    quickReply: Type.Boolean({
      title: 'Send x-quick-reply',
      description: 'Without the header the body is ignored. A reply rule can say otherwise.',
      default: true,
      only: { field: 'answerBy', is: ['quick-reply'] },
      ...reply,
    }),
    botName: Type.String({
      title: 'Name of the bot',
      description: 'Sent as x-bot-name or botName. Empty: left out, and the channel’s name is shown.',
      pattern: String.raw`^[^@#$%:/\\]*$`,
      must: 'hold none of @ # $ % : / \\',
      default: '',
      ...reply,
    }),
    ignoresDuplicates: Type.Boolean({
      title: 'Ignore duplicates',
      description: 'The app answers an event of the same message once.',
      default: true,
      ...reply,
    }),
    ...apiFields,
    ...peopleFields,
  },
  { additionalProperties: false },
);

export type ChannelTalkSettings = Static<typeof ChannelTalkSettings>;

/** The channel's settings as this platform's. They were checked when they came in, but a secret may have been lost since: then it is empty. */
export const channelTalkSettings = (settings: JsonObject): ChannelTalkSettings =>
  ({ token: '', accessSecret: '', ...settings }) as unknown as ChannelTalkSettings;

/** What stands between the commas of a setting. */
export const listOf = (text: string): readonly string[] =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
