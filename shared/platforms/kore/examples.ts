import { bytesOf } from '#shared/exchange/body.ts';
import type { PlatformExample } from '#shared/platforms/platform.ts';
import { asyncExamples } from './examples-async.ts';
import { v2Examples } from './examples-v2.ts';
import { exampleTokens } from './example-tokens.ts';
import { serviceExamples, tokenExamples } from './examples-services.ts';

const bot = 'st-1f0c7a52-3d4e-5b6f-8a90-2b3c4d5e6f70';
const greeting = `{"session":{"new":true},"message":{"text":"hi"},"from":{"id":"u-42"},"to":{"id":"${bot}"}}`;
const invalidToken = { errors: [{ msg: 'Invalid Access token', code: 401 }] };
const invalidPayload = { errors: [{ msg: 'Invalid Request Payload', code: 400 }] };

const example = (
  title: string,
  sent: { readonly authorization?: string; readonly body?: string; readonly path?: string },
  expect: PlatformExample['expect'],
): PlatformExample => ({
  title,
  end: 'platform',
  request: {
    method: 'POST',
    target: sent.path ?? `/chatbot/hooks/${bot}`,
    headers: [
      ...(sent.authorization === undefined ? [] : [['Authorization', sent.authorization] as const]),
      ['Content-Type', 'application/json'],
    ],
    body: bytesOf(sent.body ?? greeting),
  },
  expect,
});

const bearer = (token: string): { readonly authorization: string } => ({ authorization: `bearer ${token}` });
const accepted = { status: 200, verdict: 'trusted' } as const;
const refused = { status: 401, verdict: 'refused', body: invalidToken } as const;
const unusable = { status: 400, verdict: 'trusted', body: invalidPayload } as const;
const { valid } = exampleTokens;

/** Requests to the emulated Kore.ai on V1, and what comes of them with the demo channel. The tokens were made by openssl, not by us. */
const v1Examples: readonly PlatformExample[] = [
  example('A greeting with a valid token', bearer(valid), accepted),
  example('The scheme written as Bearer', { authorization: `Bearer ${valid}` }, accepted),
  example('A number as sub, and a date of expiry', bearer(exampleTokens.numericSub), accepted),
  example('iss instead of appId', bearer(exampleTokens.byIssuer), accepted),
  example('No sub at all', bearer(exampleTokens.withoutSub), accepted),
  example(
    'No to.id, as most clients send it',
    { ...bearer(valid), body: '{"message":{"text":"hi"},"from":{"id":"u-42"}}' },
    accepted,
  ),
  example(
    'Keys that nobody knows',
    {
      ...bearer(valid),
      body: '{"message":{"text":"hi","attachments":[{}]},"from":{"id":"u-42"},"token":{},"__proto__":{"a":1}}',
    },
    accepted,
  ),
  example('No Authorization header', {}, refused),
  example('A token without the word bearer', { authorization: valid }, refused),
  example('Signed with another secret', bearer(exampleTokens.otherSecret), refused),
  example('Not signed at all: alg none', bearer(exampleTokens.unsigned), refused),
  example('Signed with HS512, where the app wants HS256', bearer(exampleTokens.hs512), refused),
  example('Expired in 2020', bearer(exampleTokens.expired), refused),
  example('appId misspelt as appid', bearer(exampleTokens.misspelt), refused),
  example('The client id of another app', bearer(exampleTokens.otherApp), refused),
  example('Half a token', bearer(valid.slice(0, 60)), refused),
  example('A body that is not JSON', { ...bearer(valid), body: "{'message': {'text': 'hi'}}" }, unusable),
  example('No from.id', { ...bearer(valid), body: '{"message":{"text":"hi"},"from":{}}' }, unusable),
  example('No message.text', { ...bearer(valid), body: '{"message":{},"from":{"id":"u-42"}}' }, unusable),
  example(
    'The body of V2 at the address of V1',
    { ...bearer(valid), body: '{"message":{"type":"text","val":"hi"},"from":{"id":"u-42"}}' },
    unusable,
  ),
];

/** Every example of the channel. */
export const koreExamples: readonly PlatformExample[] = [
  ...v1Examples,
  ...v2Examples,
  ...asyncExamples,
  ...tokenExamples,
  ...serviceExamples,
];
