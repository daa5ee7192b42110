import type { Finding } from '#shared/exchange/finding.ts';
import type { Fact } from '#shared/platforms/fact.ts';
import { asyncFacts, stateFacts } from './facts-async.ts';
import { conversationFacts } from './facts-conversation.ts';
import { serviceFacts, tokenFacts } from './facts-services.ts';

const channelPage = 'Kore.ai docs, "Adding WebHook as a channel"';
const templatePage = 'Kore.ai docs, "Message formatting and templates"';
const botium = 'botium-connector-koreai-webhook, recorded answers in its tests';
const clients = 'public clients of the channel (web-kore-sdk, botium-connector-koreai-webhook, RedGuard)';
const inference = 'not written anywhere public; concluded from the rest';

/** No finding and no check about Kore.ai is made without one of these. */
export const facts = {
  ...tokenFacts,
  ...serviceFacts,
  ...conversationFacts,
  ...asyncFacts,
  ...stateFacts,
  invalidToken: {
    claim: 'Every refused token gets 401 and "Invalid Access token"; the V1 body is that of V2 without _v and _t.',
    status: 'assumed',
    source: `${channelPage} has it for V2; V1 is ${inference}`,
  },
  overloaded401: {
    claim: 'A channel that is not enabled, approved or published answers 401 as well.',
    status: 'observed',
    source: 'botium-connector-koreai-webhook, README; reports differ',
  },
  contentType: { claim: 'The body is sent as application/json.', status: 'documented', source: channelPage },
  invalidPayload: {
    claim:
      'A body that cannot be used gets 400 and "Invalid Request Payload"; the V1 body is that of V2 without _v and _t.',
    status: 'assumed',
    source: `${channelPage} has it for V2; V1 is ${inference}`,
  },
  encoding: {
    claim: 'How the platform takes compressed bodies or text that is not UTF-8 is not known.',
    status: 'assumed',
    source: inference,
  },
  messageText: { claim: 'message.text is mandatory.', status: 'documented', source: channelPage },
  fromId: { claim: 'from.id is mandatory and names the user.', status: 'documented', source: channelPage },
  fromIdNumber: { claim: 'A number as from.id is taken as its digits.', status: 'assumed', source: inference },
  to: {
    claim: 'to.id is mandatory in older docs only; clients leave it out or send something else and are answered.',
    status: 'observed',
    source: clients,
  },
  sessionNew: { claim: 'session.new is true or false.', status: 'documented', source: channelPage },
  attachments: {
    claim: 'message.attachments holds links, or objects with url or fileId.',
    status: 'documented',
    source: channelPage,
  },
  twoVersions: {
    claim: 'The address decides the version: /chatbot/hooks/ is V1, /chatbot/v2/webhook/ is V2.',
    status: 'documented',
    source: channelPage,
  },
  text: {
    claim: 'The V1 answer has text: a string, an object or an array.',
    status: 'documented',
    source: channelPage,
  },
  taskEnd: {
    claim: 'endOfTask, endReason, completedTaskId and completedTaskName tell of a task that ended.',
    status: 'documented',
    source: channelPage,
  },
  form: { claim: 'The V1 answer may carry a form.', status: 'documented', source: channelPage },
  template: { claim: 'A template is JSON inside a string.', status: 'observed', source: botium },
  templateKinds: { claim: 'The template types and their fields.', status: 'documented', source: templatePage },
  timeout: { claim: 'After 15 s the platform answers 504.', status: 'documented', source: channelPage },
  tooMany: { claim: 'Too many requests get 429.', status: 'documented', source: channelPage },
  unknownBot: {
    claim: 'An unknown bot id gets 404.',
    status: 'observed',
    source: 'notes of public clients; the body is assumed',
  },
} as const satisfies Readonly<Record<string, Fact>>;

/** A finding about this channel, with how sure the fact behind it is. */
export const findingOf = (
  severity: Finding['severity'],
  rule: string,
  { status, source }: Fact,
  summary: string,
  at?: string,
): Finding => ({ severity, rule: `kore.${rule}`, summary, ...(at === undefined ? {} : { at }), status, source });
