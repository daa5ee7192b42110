import type { Fact } from '#shared/platforms/fact.ts';

const specification = 'Channel Talk Open API specification, v5';
const limitPage = 'Channel Talk docs, "Rate limiting"';
const clients = 'public clients of the Open API (happycastle114, veasly-channeltalk-bot)';
const inference = 'not written anywhere public; concluded from the rest';

export const apiFacts = {
  keys: {
    claim: 'Each call has x-access-key and x-access-secret; Basic authentication is not one of its ways.',
    status: 'documented',
    source: 'Channel Talk docs, Open API, "Authentication"',
  },
  keysRefused: {
    claim: 'Missing keys get 401, others than the channel’s 403.',
    status: 'assumed',
    source: `${clients} expect both; which is when is concluded`,
  },
  send: {
    claim: 'POST user-chats/{id}/messages and groups/{id}/messages answer message and bot.',
    status: 'documented',
    source: specification,
  },
  groupName: { claim: 'A team chat can be named by @ and its name.', status: 'documented', source: specification },
  thread: {
    claim: 'POST groups/{id}/threads/{messageId}/messages writes into a thread.',
    status: 'documented',
    source: specification,
  },
  apiBotName: {
    claim: 'botName in the query is optional for a message, and required to close, open, snooze, assign or invite.',
    status: 'documented',
    source: specification,
  },
  options: { claim: 'options is a list of twelve words.', status: 'documented', source: specification },
  actAsManager: {
    claim: 'actAsManager writes as a manager in a user chat, and gets 422 in a team chat.',
    status: 'observed',
    source: clients,
  },
  requestId: {
    claim: 'A second message with the same requestId is not written again; the first one is answered.',
    status: 'documented',
    source: specification,
  },
  blocks: {
    claim: 'blocks hold text, code and bullets, which hold blocks.',
    status: 'documented',
    source: specification,
  },
  markup: {
    claim: 'Text has b, i and link as markup; other angle brackets have to be written as entities, else 422.',
    status: 'documented',
    source: specification,
  },
  buttons: {
    claim: 'A message has two buttons at most: v5 with an action, v4 with a url.',
    status: 'documented',
    source: specification,
  },
  buttonType: { claim: 'The type of a link’s action is web.', status: 'assumed', source: inference },
  files: {
    claim: 'A file is named by its key; GET user-chats/{id}/messages/file answers where it is.',
    status: 'documented',
    source: specification,
  },
  errorBody: {
    claim: 'An error is JSON with type, status, errors and language.',
    status: 'assumed',
    source: inference,
  },
  rateHeaders: {
    claim: 'Each answer has x-ratelimit-limit, -remaining and -reset, the last in seconds since 1970.',
    status: 'documented',
    source: limitPage,
  },
  throttled: {
    claim: 'Too many calls get 429 with x-ratelimit-will-be-throttled: true.',
    status: 'documented',
    source: limitPage,
  },
  rateWindow: { claim: 'The limit is whole again after a window of 60 s.', status: 'assumed', source: inference },
  pages: {
    claim: 'Lists take limit, 1 to 500, else 25, and since, and answer next.',
    status: 'documented',
    source: specification,
  },
  reads: {
    claim: 'User chats, their messages, users, bots, managers, groups and the channel can be read.',
    status: 'documented',
    source: specification,
  },
  memberLookup: { claim: 'users/@{memberId} names a user by member id.', status: 'documented', source: specification },
  chatStates: {
    claim: 'A user chat can be closed, opened and snoozed (duration in ISO 8601).',
    status: 'documented',
    source: specification,
  },
  openChat: { claim: 'POST users/{id}/user-chats opens a user chat.', status: 'documented', source: specification },
  webhooks: {
    claim: 'Webhooks are listed, made, read, changed with PATCH and deleted; id, token and blocked are read-only.',
    status: 'documented',
    source: specification,
  },
  unknownPath: { claim: 'What is not there gets 404.', status: 'assumed', source: inference },
} as const satisfies Readonly<Record<string, Fact>>;
