import type { Finding, Severity } from '#shared/exchange/finding.ts';
import { findingAbout, type Fact } from '#shared/platforms/fact.ts';
import { apiFacts } from './facts-api.ts';

const startPage = 'Channel Talk docs, Webhook, "Getting started"';
const eventsPage = 'Channel Talk docs, Webhook, "Webhook events"';
const specification = 'Channel Talk Open API specification, v5';
const receivers = 'public receivers of Channel Talk webhooks';
const inference = 'not written anywhere public; concluded from the rest';

const webhookFacts = {
  envelope: {
    claim: 'An event is a POST of JSON with event, type, entity and refers to the URL of the webhook.',
    status: 'documented',
    source: eventsPage,
  },
  token: {
    claim: 'The token of the webhook is appended to its URL as ?token=; nothing else proves who sent the event.',
    status: 'documented',
    source: startPage,
  },
  tokenJoined: {
    claim: 'Where the URL has a query already, the token is joined to it with &.',
    status: 'assumed',
    source: inference,
  },
  sentHeaders: {
    claim: 'Events are sent as application/json; the other headers are not known.',
    status: 'assumed',
    source: inference,
  },
  userChatMessage: {
    claim: 'A message in a user chat is event push, type message, with chatType userChat.',
    status: 'documented',
    source: eventsPage,
  },
  messageRefers: {
    claim: 'Its refers hold userChat and user, and manager or bot where one of them wrote it.',
    status: 'observed',
    source: receivers,
  },
  teamChatMessage: {
    claim: 'A message in a team chat is event push, type message, with chatType group; refers hold manager and group.',
    status: 'documented',
    source: eventsPage,
  },
  chatOpened: {
    claim:
      'A user chat that opens is event push, type userChat, state opened; refers hold the first message and the user.',
    status: 'observed',
    source: receivers,
  },
  userUpserted: {
    claim: 'A changed contact or subscription of a lead or member is event upsert, type user.',
    status: 'documented',
    source: eventsPage,
  },
  userDeleted: {
    claim: 'A deleted lead or member is event delete, type user.',
    status: 'assumed',
    source: inference,
  },
  everyAuthor: {
    claim: 'Messages by managers, bots and users are delivered, so a bot is sent its own.',
    status: 'documented',
    source: eventsPage,
  },
  typeCase: {
    claim: 'type is spelt message and userChat; the prose says Message, and some clients saw none.',
    status: 'observed',
    source: `${eventsPage}, whose prose and samples differ, and ${receivers}`,
  },
  eventNames: {
    claim:
      'event is push or upsert; an older page has create and update, and the vendor’s n8n node compares it with a scope.',
    status: 'observed',
    source: `${eventsPage} (older version) and channel-io/n8n-nodes-channel-talk`,
  },
  v2Names: {
    claim: 'Older events name the user veil in refers, and have the words in message.',
    status: 'observed',
    source: 'webhacking/channel-talk-slack, its types of 2019',
  },
  logMessage: {
    claim: 'A message of the system has log and no text.',
    status: 'assumed',
    source: `${specification} has the field; that it is delivered is concluded`,
  },
  scopes: { claim: 'A v5 webhook is sent only what its scopes name.', status: 'documented', source: specification },
  watch: {
    claim: 'A v4 webhook has watchUserChats and watchGroups instead of scopes.',
    status: 'documented',
    source: 'Channel Talk Open API specification, v4',
  },
  keywords: {
    claim: 'With keywords only messages that hold one of them are sent.',
    status: 'documented',
    source: startPage,
  },
  openedUnfiltered: {
    claim: 'The event of an opened user chat is never filtered by keywords.',
    status: 'documented',
    source: startPage,
  },
  noCloseEvent: {
    claim: 'There is no event for a chat that is closed, snoozed or changed.',
    status: 'documented',
    source: `${specification}: no scope names it`,
  },
  version: {
    claim: 'apiVersion chooses the shape of the entities: v4 has root on messages and buttons with url.',
    status: 'documented',
    source: specification,
  },
  failures: {
    claim: 'An answer of 4xx or 5xx is a failure; after 100 in a row the webhook is blocked.',
    status: 'documented',
    source: startPage,
  },
  unblock: {
    claim: 'A blocked webhook is sent nothing until somebody unblocks it with one click.',
    status: 'documented',
    source: startPage,
  },
  unanswered: {
    claim: 'Timeouts, lost connections and 3xx count as failures; how long Channel Talk waits is not known.',
    status: 'assumed',
    source: inference,
  },
  noRetry: { claim: 'A failed event is not sent again.', status: 'assumed', source: inference },
  duplicates: {
    claim: 'An event can come twice: receivers keep the ids that they have seen.',
    status: 'observed',
    source: receivers,
  },
  quickReply: {
    claim: 'A response with x-quick-reply: true becomes a message in the chat; without it the body is ignored.',
    status: 'documented',
    source: startPage,
  },
  botName: {
    claim: 'x-bot-name of the response names the bot; without it the name of the channel is shown.',
    status: 'documented',
    source: startPage,
  },
  botNameForm: {
    claim: 'The name of a bot holds none of @ # $ % : / and backslash.',
    status: 'documented',
    source: specification,
  },
  replyBody: {
    claim: 'The body of a quick-reply is JSON with blocks, sent with status 200.',
    status: 'observed',
    source: receivers,
  },
  replyFields: {
    claim: 'A quick-reply may hold plainText and buttons like a message of the Open API.',
    status: 'assumed',
    source: inference,
  },
  replyPlace: {
    claim: 'A quick-reply appears in the chat of the event, as personType bot, and is an event itself.',
    status: 'assumed',
    source: inference,
  },
  replyErrors: {
    claim: 'A bad body, empty blocks or another value than true make no message.',
    status: 'assumed',
    source: inference,
  },
  opensFirst: {
    claim: 'A text of the user without an open chat opens one, and its event comes before that of the text.',
    status: 'assumed',
    source: inference,
  },
} as const satisfies Readonly<Record<string, Fact>>;

/** No finding and no check about Channel Talk is made without one of these. */
export const facts = { ...webhookFacts, ...apiFacts };

/** A finding about this platform, with how sure the fact behind it is. */
export const findingOf = (severity: Severity, rule: string, fact: Fact, summary: string, at?: string): Finding =>
  findingAbout(fact, severity, `channeltalk.${rule}`, summary, at);

/** Tells that a defect of this platform acted. */
export const defectFinding = (id: string, fact: Fact, summary: string, at?: string): Finding =>
  findingAbout(fact, 'warning', `defect.${id}`, summary, at);
