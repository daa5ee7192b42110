import { bytesOf } from '#shared/exchange/body.ts';
import type { HeaderLines } from '#shared/exchange/raw-http.ts';
import type { PlatformExample } from '#shared/platforms/platform.ts';

const keys: HeaderLines = [
  ['x-access-key', 'not-a-real-access-key-04'],
  ['x-access-secret', 'NOT-A-REAL-SECRET-invented-for-Hookbench-05'],
];

const call = (
  title: string,
  [method, path, body]: readonly [method: string, path: string, body?: string],
  expect: PlatformExample['expect'],
  headers = keys,
): PlatformExample => ({
  title,
  end: 'platform',
  request: {
    method,
    target: `/open/v5${path}`,
    headers: [...headers, ...(body === undefined ? [] : [['Content-Type', 'application/json'] as const])],
    body: bytesOf(body ?? ''),
  },
  expect,
});

const error = (type: string, status: number, message: string) => ({
  type,
  status,
  errors: [{ message }],
  language: 'en',
});
const trusted = { verdict: 'trusted' } as const;

/** Calls of the Open API that reach the platform end. */
export const apiExamples: readonly PlatformExample[] = [
  call('The channel', ['GET', '/channel'], { ...trusted, status: 200 }),
  call(
    'A message to a team chat by its name',
    ['POST', '/groups/@support/messages?botName=Mia', '{"blocks":[{"type":"text","value":"A new order came in."}]}'],
    {
      ...trusted,
      status: 200,
    },
  ),
  call(
    'An angle bracket that is not escaped',
    ['POST', '/groups/@support/messages', '{"blocks":[{"type":"text","value":"1 < 2"}]}'],
    {
      ...trusted,
      status: 422,
    },
  ),
  call(
    'As a manager in a team chat',
    ['POST', '/groups/@support/messages', '{"blocks":[{"type":"text","value":"hi"}],"options":["actAsManager"]}'],
    {
      ...trusted,
      status: 422,
      body: error('unprocessableEntity', 422, 'actAsManager is not for team chats.'),
    },
  ),
  call('A chat that nobody knows', ['POST', '/user-chats/none/messages', '{"blocks":[{"type":"text","value":"hi"}]}'], {
    ...trusted,
    status: 404,
    body: error('notFound', 404, 'There is no such user chat.'),
  }),
  call('The webhooks of the channel', ['GET', '/webhooks'], { ...trusted, status: 200 }),
  call(
    'A webhook for an event that does not exist',
    [
      'POST',
      '/webhooks',
      '{"name":"Closed","url":"http://127.0.0.1:3000/","scopes":["userChat.closed"],"apiVersion":"v5"}',
    ],
    {
      ...trusted,
      status: 422,
      body: error('unprocessableEntity', 422, 'scopes is no list of different scopes.'),
    },
  ),
  call('No keys', ['GET', '/channel'], { status: 401, verdict: 'refused' }, []),
  call('Basic authentication', ['GET', '/channel'], { status: 401, verdict: 'refused' }, [
    ['Authorization', 'Basic bm90OnJlYWw='],
  ]),
  call('The secret of another channel', ['GET', '/channel'], { status: 403, verdict: 'refused' }, [
    ['x-access-key', 'not-a-real-access-key-04'],
    ['x-access-secret', 'another-secret'],
  ]),
];
