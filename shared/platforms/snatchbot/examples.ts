import type { RawRequest } from '#shared/exchange/raw-http.ts';
import type { PlatformExample } from '#shared/platforms/platform.ts';
import { channelPath, requests, sampleNotification } from './example-requests.ts';

const atApp =
  (feature: 'webhook' | 'json-api') =>
  (title: string, request: RawRequest, body?: unknown): PlatformExample => ({
    title,
    end: 'app',
    request,
    settings: { feature },
    expect: { status: 200, verdict: 'unchecked', ...(body === undefined ? {} : { body }) },
  });

const told = atApp('webhook');
const asked = atApp('json-api');

const toBot = (title: string, request: RawRequest, expect: PlatformExample['expect']): PlatformExample => ({
  title: `API channel: ${title}`,
  end: 'platform',
  request,
  settings: { feature: 'api-channel' },
  expect,
});

const accepted = { status: 200, verdict: 'trusted' } as const;
const refused = { status: 403, verdict: 'refused', body: { status: false } } as const;
const unusable = { status: 400, verdict: 'trusted', body: { status: false } } as const;

/** "You are welcome." is what the demo bot says to thanks. */
const thanks = 'You are welcome. Is there anything else?';
const echo = { user_id: 'user.7kQLaUOl', bot_id: '48213', module_id: '4200' };
const wrongSecret = channelPath.replace('aps', 'apsX');

/** Requests to each end, and what comes of them with the demo channel. */
export const snatchBotExamples: readonly PlatformExample[] = [
  told('WebHook: the vendor’s sample, stray apostrophe included', requests.notification(sampleNotification)),
  told(
    'WebHook: with user_id',
    requests.notification(
      '{"time":"2026-01-01T00:00:00.000Z","data":"\\"hi\\"","ip":"203.0.113.7","user_id":"user.7kQLaUOl"}',
    ),
  ),
  told(
    'WebHook: as a form',
    requests.notificationForm('time=2026-01-01T00%3A00%3A00.000Z&data=%22hi+there%22&ip=203.0.113.7'),
  ),
  told('WebHook: data encoded once only', requests.notification('{"time":"2026-01-01T00:00:00.000Z","data":"hi"}')),
  told('WebHook: a body that cannot be read is answered with 200 all the same', requests.notification('{"time":')),
  told('WebHook: Verify with GET', requests.verify('webhook', 'GET')),
  asked('JSON API: a form, as seen on the wire', requests.asking('thanks'), { ...echo, message: thanks }),
  asked('JSON API: a multipart form', requests.askingMultipart('thanks'), { ...echo, message: thanks }),
  asked(
    'JSON API: JSON',
    requests.askingJson(
      '{"bot_id":"48213","user_id":"user.7kQLaUOl","module_id":"4200","channel":"web chat","incoming_message":"thanks"}',
    ),
    { ...echo, message: thanks },
  ),
  asked('JSON API: GET with a query', requests.askingByGet('thanks'), { ...echo, message: thanks }),
  asked('JSON API: the address has a query of its own', requests.askingWithQuery('thanks'), {
    ...echo,
    message: thanks,
  }),
  asked('JSON API: no user_id', requests.askingForm('bot_id=48213&module_id=4200&incoming_message=thanks'), {
    ...echo,
    user_id: '',
    message: thanks,
  }),
  asked('JSON API: quick replies', requests.asking('hi'), {
    ...echo,
    message: 'Hello! I am Mia, the assistant of Larkspur Bank. What can I do for you?',
    suggested_replies: ['Balance', 'Card lost', 'Our cards', 'Payments'],
  }),
  asked('JSON API: Verify with HEAD', requests.verify('json-api', 'HEAD')),
  toBot('a message', requests.toBot('{"message":"thanks"}'), {
    ...accepted,
    body: { messages: [{ message: thanks, speech: thanks }], cards: [], suggested: [], status: true },
  }),
  toBot(
    'text/plain, as fetch sends a string',
    requests.toBot('{"message":"thanks"}', { type: 'text/plain;charset=UTF-8' }),
    accepted,
  ),
  toBot('no Content-Type at all', requests.toBot('{"message":"thanks"}', { type: '' }), accepted),
  toBot(
    'message_id beside user_id',
    requests.toBot('{"message":"hi"}', { query: '?user_id=u-42&message_id=0' }),
    accepted,
  ),
  toBot('an empty message starts again', requests.toBot('{"message":""}'), accepted),
  toBot('messages from the start', requests.poll('?user_id=u-42&message_id=0'), {
    ...accepted,
    body: { messages: [] },
  }),
  toBot('no user_id', requests.toBot('{"message":"hi"}', { query: '' }), unusable),
  toBot('a body that is not JSON', requests.toBot('message=hi'), unusable),
  toBot('no message', requests.toBot('{"text":"hi"}'), unusable),
  toBot('another secret', requests.toBot('{"message":"hi"}', { path: wrongSecret }), refused),
  toBot(
    'the secret in lower case',
    requests.toBot('{"message":"hi"}', { path: channelPath.replace(/aps.*$/, (part) => part.toLowerCase()) }),
    refused,
  ),
  toBot(
    'App ID and secret in each other’s place',
    requests.toBot('{"message":"hi"}', {
      path: '/channels/api/api/id48213/appNOTaREALsecretINVENTEDforHOOKBENCH01/apshookbenchdemo',
    }),
    refused,
  ),
  toBot(
    'no secret behind aps',
    requests.toBot('{"message":"hi"}', { path: '/channels/api/api/id48213/apphookbenchdemo/aps' }),
    refused,
  ),
  toBot(
    'another App ID',
    {
      ...requests.poll(''),
      target: `${channelPath.replace('hookbenchdemo', 'otherapp')}?user_id=u-42&message_id=0`,
    },
    refused,
  ),
];
