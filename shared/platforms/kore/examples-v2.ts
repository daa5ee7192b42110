import { bytesOf } from '#shared/exchange/body.ts';
import type { PlatformExample } from '#shared/platforms/platform.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { exampleTokens } from './example-tokens.ts';

const bot = 'st-1f0c7a52-3d4e-5b6f-8a90-2b3c4d5e6f70';
const instance = 'ivrInst-7a1e0c52-3d4e-5b6f-8a90-2b3c4d5e6f71';
const address = `/chatbot/v2/webhook/${bot}`;
const authorization = ['Authorization', `bearer ${exampleTokens.valid}`] as const;

type Sent = {
  readonly body: string;
  readonly target?: string;
  readonly token?: string;
  readonly settings?: JsonObject;
};

const example = (title: string, sent: Sent, expect: PlatformExample['expect']): PlatformExample => ({
  title: `V2: ${title}`,
  end: 'platform',
  request: {
    method: 'POST',
    target: sent.target ?? address,
    headers: [
      sent.token === undefined ? authorization : ['Authorization', `bearer ${sent.token}`],
      ['Content-Type', 'application/json'],
    ],
    body: bytesOf(sent.body),
  },
  ...(sent.settings === undefined ? {} : { settings: sent.settings }),
  expect,
});

const poll = (title: string, target: string, settings?: JsonObject): PlatformExample => ({
  title: `V2: ${title}`,
  end: 'platform',
  request: { method: 'GET', target, headers: [authorization], body: new Uint8Array() },
  ...(settings === undefined ? {} : { settings }),
  expect: { status: 400, verdict: 'trusted', body: { errors: [{ msg: 'No data found', code: 400 }] } },
});

const said = (message: string, rest = ''): { readonly body: string } => ({
  body: `{"session":{"new":false},"message":${message},"from":{"id":"u-42"},"to":{"id":"${bot}"}${rest}}`,
});

const hi = '{"type":"text","val":"hi"}';
const accepted = { status: 200, verdict: 'trusted' } as const;
const unusable = { status: 400, verdict: 'trusted' } as const;
const noSession = {
  data: [
    {
      type: 'event',
      val: 'SESSION_CLOSURE',
      eventType: 'SESSION_CLOSURE_IGNORED',
      description: "Active session doesn't exist",
    },
  ],
  _v: 'v2',
};

/** Requests to the emulated Kore.ai on V2. */
export const v2Examples: readonly PlatformExample[] = [
  example('a greeting', said(hi), accepted),
  example(
    'the welcome of a new user',
    {
      body: '{"session":{"new":true},"message":{"type":"event","val":"ON_CONNECT"},"from":{"id":"u-42","userInfo":{"firstName":"","lastName":"","email":""}}}',
    },
    accepted,
  ),
  example('the end of a session that never began', said('{"type":"event","val":"SESSION_CLOSURE"}'), {
    ...accepted,
    body: noSession,
  }),
  example('an answer in parts, with a pollId', said('{"type":"text","val":"everyday account"}'), accepted),
  example(
    'a form that was filled in',
    said(
      '{"type":"formData","val":{"formId":"callback","data":[{"componentId":"name","input":"Robin"},{"componentId":"submit","input":"Submit"}],"meta":{}}}',
    ),
    accepted,
  ),
  example('a template as an object', said('{"type":"template","val":{"text":"hi"}}'), accepted),
  example(
    'a picture by its link',
    said('{"type":"text","val":"look","attachments":["https://files.example/a.png"]}'),
    accepted,
  ),
  example(
    'what the web SDK adds: an empty token and an empty attachment',
    said('{"type":"text","val":"hi","attachments":[{}]}', ',"token":{}'),
    accepted,
  ),
  example('InteractiveLanguage with a capital', said(hi, ',"InteractiveLanguage":"fr"'), accepted),
  example(
    'a further webhook instance',
    { ...said(hi), target: `${address}/hookInstance/${instance}`, settings: { webhookInstanceId: instance } },
    accepted,
  ),
  example('polling is off, so all comes at once', { ...said(hi), settings: { pollingEnabled: false } }, accepted),
  example(
    'a picture without words',
    said('{"type":"text","val":" ","attachments":["https://files.example/a.png"]}'),
    unusable,
  ),
  example('an event that is none', said('{"type":"event","val":"ON_DISCONNECT"}'), unusable),
  example('a form without its inputs', said('{"type":"formData","val":{"formId":"callback"}}'), unusable),
  example('the body of V1 at the address of V2', said('{"text":"hi"}'), unusable),
  example(
    'signed with another secret',
    { ...said(hi), token: exampleTokens.otherSecret },
    {
      status: 401,
      verdict: 'refused',
    },
  ),
  poll('a pollId that nobody gave out', `${address}/poll/0123456789abcdef0123456789abcdef`),
  poll('a poll below a webhook instance', `${address}/hookInstance/${instance}/poll/0123456789abcdef0123456789abcdef`, {
    webhookInstanceId: instance,
  }),
];
