import { bytesOf } from '#shared/exchange/body.ts';
import type { PlatformExample } from '#shared/platforms/platform.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { exampleTokens } from './example-tokens.ts';

const bot = 'st-1f0c7a52-3d4e-5b6f-8a90-2b3c4d5e6f70';
/** Of the demo channel: invented, and it says so. */
const accessToken = 'NOT-A-REAL-ACCESS-TOKEN-invented-for-Hookbench-02';

const toPlatform = (
  title: string,
  target: string,
  body: string,
  settings: JsonObject,
  expected?: unknown,
): PlatformExample => ({
  title,
  end: 'platform',
  request: {
    method: 'POST',
    target,
    headers: [
      ['Authorization', `bearer ${exampleTokens.valid}`],
      ['Content-Type', 'application/json'],
    ],
    body: bytesOf(body),
  },
  settings: { mode: 'async', ...settings },
  expect: { status: 200, verdict: 'trusted', ...(expected === undefined ? {} : { body: expected }) },
});

type Posted = {
  readonly body: string;
  readonly header?: readonly [string, string] | null;
  readonly settings?: JsonObject;
};

const toApp = (title: string, posted: Posted, expect: PlatformExample['expect']): PlatformExample => ({
  title: `Posted to the app: ${title}`,
  end: 'app',
  request: {
    method: 'POST',
    target: `/receive/kore/${bot}`,
    headers: [
      ...(posted.header === null ? [] : [posted.header ?? (['Authorization', `Bearer ${accessToken}`] as const)]),
      ['Content-Type', 'application/json'],
    ],
    body: bytesOf(posted.body),
  },
  settings: { mode: 'async', ...posted.settings },
  expect,
});

const v1 = `{"to":"u-42","from":"${bot}","text":"Everyday account ending in 4821"}`;
const v2 = `{"to":"u-42","from":"${bot}","data":[{"type":"text","val":"Which one?","createdOn":"2026-01-01T00:00:00.000Z"}],"_v":"v2","endOfMessage":true}`;
const taskEnd = `{"to":"u-42","from":"${bot}","endOfTask":true,"endReason":"Fulfilled","completedTaskId":"dg-0a1b2c3d-0000-5000-8000-000000000000","completedTaskName":"Show balance"}`;
const taken = { status: 200, verdict: 'trusted' } as const;
const refused = { status: 401, verdict: 'refused' } as const;

/** Requests to both ends of an asynchronous channel. */
export const asyncExamples: readonly PlatformExample[] = [
  toPlatform(
    'V1 async: acknowledged with an empty body',
    `/chatbot/hooks/${bot}`,
    `{"session":{"new":true},"message":{"text":"hi"},"from":{"id":"u-42"},"to":{"id":"${bot}"}}`,
    {},
  ),
  toPlatform(
    'V1 async: acknowledged with {}',
    `/chatbot/hooks/${bot}`,
    `{"session":{"new":true},"message":{"text":"hi"},"from":{"id":"u-42"},"to":{"id":"${bot}"}}`,
    { ackBody: 'object' },
    {},
  ),
  toPlatform(
    'V2 async: acknowledged with a trace id',
    `/chatbot/v2/webhook/${bot}`,
    `{"session":{"new":true},"message":{"type":"text","val":"hi"},"from":{"id":"u-42"},"to":{"id":"${bot}"}}`,
    {},
  ),
  toApp('a message of V1', { body: v1 }, taken),
  toApp('a message of V2', { body: v2 }, taken),
  toApp('the end of a task', { body: taskEnd }, taken),
  toApp(
    'the Access Token in a header of its own',
    { body: v1, header: ['x-access-token', accessToken], settings: { accessTokenHeader: 'x-access-token' } },
    taken,
  ),
  toApp('no Access Token', { body: v1, header: null }, refused),
  toApp('another Access Token', { body: v1, header: ['Authorization', 'Bearer another-invented-token'] }, refused),
  toApp('the Access Token without the word Bearer', { body: v1, header: ['Authorization', accessToken] }, refused),
  toApp('the Access Token in the wrong header', { body: v1, header: ['x-access-token', accessToken] }, refused),
  toApp(
    'no Access Token where none is sent',
    { body: v1, header: null, settings: { accessTokenHeader: 'none' } },
    { status: 200, verdict: 'unchecked' },
  ),
  toApp('half a body', { body: v1.slice(0, 40) }, { status: 400, verdict: 'trusted' }),
  toApp(
    'V2 without to, while nobody has spoken',
    { body: '{"data":[{"type":"text","val":"hi"}],"_v":"v2"}' },
    { status: 400, verdict: 'trusted' },
  ),
];
