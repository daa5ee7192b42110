import { Type, type Static } from 'typebox';
import type { JsonObject } from '#shared/text/json.ts';
import {
  callbackSettings,
  dialectSettings,
  messageSettings,
  pollingSettings,
  sessionSettings,
  wireSettings,
} from './settings-conversation.ts';
import { serviceSettings } from './settings-services.ts';
import { trustSettings } from './settings-trust.ts';

const app = { group: 'App' };
const token = { group: 'Token' };
const user = { group: 'User' };
const wire = { group: 'Wire' };

/** Kept loose on purpose: what looks odd is allowed, and `expected` lets the form say so. */
const prefixedId = (prefix: string) => ({
  expected: { pattern: `^${prefix}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`, hint: `usually ${prefix}- and a UUID` },
});

const JsonValue = (title: string, description: string, group: { readonly group: string }) =>
  Type.Record(Type.String(), Type.Unknown(), { title, description, default: {}, json: true, ...group });

/** All that a Kore.ai channel can be told. Flat: `group` says what belongs together, `json` what is written as JSON. */
export const KoreSettings = Type.Object(
  {
    ...dialectSettings,
    botId: Type.String({
      title: 'Bot id',
      description: 'The part of the webhook address after /hooks/.',
      minLength: 1,
      ...prefixedId('st'),
      ...app,
    }),
    webhookInstanceId: Type.String({
      title: 'Webhook instance id',
      description: 'Only where the bot has several webhook channels: the part of the address after /hookInstance/.',
      default: '',
      ...prefixedId('ivrInst'),
      ...app,
    }),
    clientId: Type.String({
      title: 'Client id',
      description: 'Of the app that is chosen in the channel.',
      minLength: 1,
      ...prefixedId('cs'),
      ...app,
    }),
    ...trustSettings,
    host: Type.String({
      title: 'Kore.ai address',
      description: 'The platform that is called when Hookbench does not play the platform end.',
      pattern: String.raw`^https?://[^\s/?#@]+/?$`,
      must: 'begin with http:// or https://, and name a host without a path',
      default: 'https://bots.kore.ai',
      ...app,
    }),
    sub: Type.String({
      title: 'Subject (sub)',
      description: 'Any value. Empty: the claim is left out.',
      default: '1234567890',
      ...token,
    }),
    issuedAt: Type.Boolean({
      title: 'Issued at (iat)',
      description: 'Says when the token was made.',
      default: true,
      ...token,
    }),
    expiresAfter: Type.Union([Type.Integer(), Type.Null()], {
      title: 'Expires after (exp)',
      description: 'Seconds. Empty: the token never expires. Below zero: it has expired already.',
      default: 300,
      ...token,
    }),
    tokenId: Type.Boolean({
      title: 'Token id (jti)',
      description: 'A new one in each token; needed where the app enforces JTI.',
      default: false,
      ...token,
    }),
    extraClaims: JsonValue('Extra claims', 'Added last: a claim of the same name is replaced.', token),
    userId: Type.String({
      title: 'User id (from.id)',
      description: 'The user of a new conversation. Empty: a new one is invented each time.',
      default: '',
      ...user,
    }),
    recipientId: Type.String({
      title: 'Recipient id (to.id)',
      description: 'Empty: the bot id.',
      default: '',
      ...user,
    }),
    firstName: Type.String({ title: 'First name', description: 'In from.userInfo.', default: '', ...user }),
    lastName: Type.String({ title: 'Last name', description: 'In from.userInfo.', default: '', ...user }),
    email: Type.String({ title: 'E-mail', description: 'In from.userInfo.', default: '', ...user }),
    customData: JsonValue('Custom data', 'Sent with each message; the bot finds it in its session.', user),
    ...messageSettings,
    ...callbackSettings,
    ...pollingSettings,
    ...sessionSettings,
    newSession: Type.Union(
      [
        Type.Literal('first', { title: 'With the first message' }),
        Type.Literal('always', { title: 'Always' }),
        Type.Literal('never', { title: 'Never' }),
      ],
      {
        title: 'New session (session.new)',
        description: 'Whether a message asks the bot to forget what was said before.',
        default: 'first',
        ...wire,
      },
    ),
    escapeTemplates: Type.Boolean({
      title: 'Escape templates',
      description: 'The emulated platform writes the quotes of templates as &quot;, as was seen on V1.',
      default: true,
      ...wire,
    }),
    ...wireSettings,
    syncLimit: Type.Number({
      title: 'Platform time limit',
      description: 'Seconds until the emulated platform answers 504. Kore.ai documents 15.',
      exclusiveMinimum: 0,
      maximum: 600,
      default: 15,
      ...wire,
    }),
    timeLimit: Type.Number({
      title: 'Our time limit',
      description: 'Seconds until Hookbench gives up waiting for an answer.',
      exclusiveMinimum: 0,
      maximum: 600,
      default: 30,
      ...wire,
    }),
    ...serviceSettings,
  },
  { additionalProperties: false },
);

/** A key that is not there is an empty text: which one is needed depends on the algorithm, and a stored one may have been lost. */
type Keys = { readonly clientSecret: string; readonly privateKey: string };

export type KoreSettings = Static<typeof KoreSettings> & Keys;

const withoutKeys = { clientSecret: '', privateKey: '', accessToken: '' };

/** The channel's settings as this platform's. They were checked when they came in, and completed by the schema's defaults. */
export const koreSettings = (settings: JsonObject): KoreSettings =>
  ({ ...withoutKeys, ...settings }) as unknown as KoreSettings;
