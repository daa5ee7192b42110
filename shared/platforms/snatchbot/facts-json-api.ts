import type { Fact } from '#shared/platforms/fact.ts';
import { flaskServer, inference, jsonApiPage, usingJsonApiPage } from './sources.ts';

/** What we hold true about the JSON API interaction. */
export const jsonApiFacts = {
  fields: {
    claim: 'A request carries bot_id, user_id, module_id, channel and incoming_message.',
    status: 'documented',
    source: jsonApiPage,
  },
  formEncoded: {
    claim: 'The fields are an urlencoded form, in spite of the name JSON API.',
    status: 'observed',
    source: `${flaskServer}: it reads forms, and fails on JSON`,
  },
  multipart: {
    claim: 'The fields may come as a multipart form.',
    status: 'assumed',
    source: `${flaskServer} reads both kinds of form`,
  },
  jsonEncoded: { claim: 'The fields may come as a JSON object.', status: 'assumed', source: inference },
  getQuery: {
    claim: 'With GET the fields are query parameters.',
    status: 'assumed',
    source: `GET is named beside POST; how it carries the fields is ${inference}`,
  },
  ownQuery: {
    claim: 'A query in the address is kept beside the fields.',
    status: 'documented',
    source: usingJsonApiPage,
  },
  sessionId: { claim: 'session_id may be sent as well.', status: 'observed', source: flaskServer },
  extraFields: {
    claim: 'More attributes of the user can be sent, under names of their own.',
    status: 'assumed',
    source: 'more attributes than in a WebHook are promised, their names are not',
  },
  chatChannel: {
    claim: 'channel says where the user chats: text chat, web chat, facebook, slack, skype, API, email or SMS.',
    status: 'documented',
    source: jsonApiPage,
  },
  messageRequired: {
    claim: 'message must not be empty; cards alone are an error.',
    status: 'documented',
    source: jsonApiPage,
  },
  next: {
    claim: '::next:: on a line of its own inside message begins another bubble.',
    status: 'observed',
    source: flaskServer,
  },
  suggestedReplies: {
    claim: 'suggested_replies is a list of plain texts: quick replies.',
    status: 'observed',
    source: `${flaskServer}; ${jsonApiPage} names the field`,
  },
  blockedInput: {
    claim: 'blocked_input locks typing: only cards and quick replies can be used.',
    status: 'documented',
    source: jsonApiPage,
  },
  cards: {
    claim: 'cards are of type text, image or gallery, with a value; buttons are of type url or module.',
    status: 'documented',
    source: jsonApiPage,
  },
  otherCards: { claim: 'Other types of card may exist.', status: 'assumed', source: inference },
  moduleButton: {
    claim: 'The value of a module button is the id of the interaction that goes on.',
    status: 'documented',
    source: jsonApiPage,
  },
  modulePress: {
    claim:
      'A pressed module button is told with its name as incoming_message, and its interaction stays the one that asks.',
    status: 'assumed',
    source: inference,
  },
  suggestedPress: {
    claim: 'A pressed quick reply is told as if its text had been typed.',
    status: 'assumed',
    source: inference,
  },
  phoneButton: { claim: 'A phone number goes as a url button with tel:.', status: 'assumed', source: inference },
  echo: {
    claim: 'user_id, bot_id and module_id of the answer are those of the request, as strings.',
    status: 'documented',
    source: jsonApiPage,
  },
  errorResponse: {
    claim: 'Without status 200, JSON and a message, the chat shows the configured error response.',
    status: 'documented',
    source: jsonApiPage,
  },
  timeLimit: {
    claim: 'The chat waits 10 s for an answer, then shows the error response.',
    status: 'assumed',
    source: inference,
  },
} as const satisfies Readonly<Record<string, Fact>>;
