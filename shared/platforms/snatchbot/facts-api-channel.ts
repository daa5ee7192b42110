import type { Fact } from '#shared/platforms/fact.ts';
import { apiPage, channelClients, inference } from './sources.ts';

/** What we hold true about the API channel. */
export const apiChannelFacts = {
  path: {
    claim: 'The address is /channels/api/api/id{bot id}/app{App ID}/aps{App secret}.',
    status: 'observed',
    source: `${channelClients}; ${apiPage} shows the same path`,
  },
  secretInPath: {
    claim: 'The secret is in the path; no header carries a credential.',
    status: 'documented',
    source: apiPage,
  },
  credentialForm: {
    claim: 'App ID and App secret are up to 55 Latin letters and digits, chosen by the owner of the bot.',
    status: 'documented',
    source: apiPage,
  },
  refusal: {
    claim: 'A wrong bot id, App ID or App secret gets 403 and {"status":false}.',
    status: 'assumed',
    source: inference,
  },
  send: {
    claim: 'A message is sent with POST, ?user_id= and {"message":"…"}.',
    status: 'documented',
    source: apiPage,
  },
  userId: {
    claim: 'user_id is required; any value works.',
    status: 'observed',
    source: 'Pipedream, a tester’s note; the docs require it',
  },
  unusable: {
    claim: 'A request without user_id or without a readable message gets 400 and {"status":false}.',
    status: 'assumed',
    source: inference,
  },
  method: { claim: 'Other methods than GET, POST and OPTIONS get 405.', status: 'assumed', source: inference },
  anyContentType: {
    claim: 'The body is read as JSON whatever Content-Type says.',
    status: 'observed',
    source: `${channelClients}; text/plain was seen on the wire`,
  },
  restart: {
    claim: 'An empty message starts the chat, or starts it again.',
    status: 'observed',
    source: 'a public client (snatchbot-jssp)',
  },
  answer: {
    claim: 'A message is answered with messages of message and speech, cards, suggested and status true.',
    status: 'observed',
    source: channelClients,
  },
  poll: {
    claim: 'GET with user_id and message_id returns the messages after that one; 0 means from the start.',
    status: 'documented',
    source: apiPage,
  },
  newestFirst: {
    claim: 'GET returns the newest message first.',
    status: 'assumed',
    source: 'concluded from Pipedream, whose poller stops at the first message that it knows',
  },
  pollHolds: { claim: 'GET returns what the bot said, not what the user said.', status: 'assumed', source: inference },
  tapped: {
    claim: 'A client tells a pressed button or suggested reply by sending its text as message.',
    status: 'assumed',
    source: inference,
  },
  botTimeout: {
    claim: 'A bot that does not answer in time gets the caller a 504.',
    status: 'assumed',
    source: inference,
  },
  browsers: {
    claim: 'A page in a browser may call the channel: it answers OPTIONS, and lets any origin read.',
    status: 'assumed',
    source: 'concluded from public clients in Vue, which run in a browser',
  },
  restrictions: {
    claim: 'The channel carries no persistent menu, Share button, Facebook attributes, eBay, Giphy or RSS.',
    status: 'documented',
    source: apiPage,
  },
} as const satisfies Readonly<Record<string, Fact>>;
