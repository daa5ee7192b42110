import type { Fact } from '#shared/platforms/fact.ts';

const channelPage = 'Kore.ai docs, "Adding WebHook as a channel"';
const sessionPage = 'Kore.ai docs, "Bot sessions"';
const webSdk = 'web-kore-sdk, source and traffic in webhook mode';
const inference = 'not written anywhere public; concluded from the rest';

/** What we hold true about V2 and its conversations. */
export const conversationFacts = {
  hookInstance: {
    claim: 'A further webhook instance has its own address, with /hookInstance/ and its id at the end.',
    status: 'documented',
    source: channelPage,
  },
  messageVal: {
    claim: 'V2: message.type is text, template, event or formData, and message.val says it.',
    status: 'documented',
    source: channelPage,
  },
  blankWithAttachments: {
    claim: 'V2: attachments need message.type text and a message.val that is not blank.',
    status: 'documented',
    source: channelPage,
  },
  formData: {
    claim: 'V2: a form that was filled in is sent as formData, with formId and a list of componentId and input.',
    status: 'documented',
    source: channelPage,
  },
  language: {
    claim:
      'V2: the language of a message is interactiveLanguage in samples and InteractiveLanguage in the table; both are taken.',
    status: 'documented',
    source: channelPage,
  },
  unknownKeys: {
    claim: 'Keys that nobody knows are ignored: the web SDK sends "token":{} and, without a file, "attachments":[{}].',
    status: 'observed',
    source: webSdk,
  },
  onConnect: {
    claim: 'V2: the event ON_CONNECT is answered like a message, with the welcome.',
    status: 'documented',
    source: channelPage,
  },
  events: {
    claim: 'V2 has the events ON_CONNECT and SESSION_CLOSURE; V1 has none.',
    status: 'documented',
    source: channelPage,
  },
  closure: {
    claim:
      'V2: SESSION_CLOSURE is answered with SESSION_CLOSURE_SUCCESS, or with SESSION_CLOSURE_IGNORED where no session is alive.',
    status: 'documented',
    source: channelPage,
  },
  sessionRules: {
    claim: 'A session begins with session.new, with the first message of a user, and after 15 minutes without one.',
    status: 'documented',
    source: `${channelPage}; ${sessionPage}`,
  },
  sessionId: {
    claim: 'session.id in a request has no effect: from.id finds the session.',
    status: 'observed',
    source: 'notes of a public client (GovernIQ)',
  },
  sessionIdInAnswer: {
    claim: 'V2 answers carry sessionId, 24 hex digits.',
    status: 'assumed',
    source: 'not in the docs; concluded from public clients that read it (kore-app-samples, RedGuard, GovernIQ)',
  },
  data: {
    claim: 'V2: the answer has data, a list of items with type, val, createdOn and messageId, and "_v":"v2".',
    status: 'documented',
    source: channelPage,
  },
  addressedV2: {
    claim: 'V2 answers carry to and from.',
    status: 'assumed',
    source: `${channelPage} has them in one sample and lacks them in the others`,
  },
  templateV2: {
    claim: 'V2: a template is JSON in val, not escaped as HTML.',
    status: 'assumed',
    source: `concluded from ${webSdk}, which parses val as it stands`,
  },
  errorsV2: {
    claim: 'V2: errors come as {"errors":[{"msg","code"}],"_v":"v2","_t":"RTM-TRACE-…"}.',
    status: 'documented',
    source: channelPage,
  },
  poll: {
    claim: 'V2: an answer with pollId goes on: GET …/poll/{pollId} says Inprogress, or gives the rest like an answer.',
    status: 'documented',
    source: channelPage,
  },
  pollTaskEnd: {
    claim: 'V2: an answer with pollId has no task-end fields; the last part has them.',
    status: 'documented',
    source: channelPage,
  },
  pollOnce: {
    claim:
      'V2: what was polled is delivered once; then, as for a pollId that is not known, "No data found" comes without _v and _t.',
    status: 'documented',
    source: channelPage,
  },
  pollStatus: { claim: '"No data found" comes with the status 400.', status: 'assumed', source: inference },
  pollInstance: {
    claim: 'A poll is taken below /hookInstance/ too.',
    status: 'observed',
    source: 'kore-app-samples, which puts /poll/ behind whatever address it has',
  },
  pollOff: {
    claim: 'V2: where polling is disabled, the platform waits and answers all at once.',
    status: 'documented',
    source: channelPage,
  },
  pollSplit: {
    claim: 'How many messages come before a pollId depends on the dialog; here a setting says it.',
    status: 'assumed',
    source: `${channelPage} says only that a service node in the middle splits an answer`,
  },
  formFields: {
    claim: 'formDef lists its components, with type and metaData; formData names them by _id.',
    status: 'assumed',
    source: 'concluded from recorded answers in the tests of botium-connector-koreai-webhook',
  },
  formV2: { claim: 'V2 carries a form beside data, as V1 does beside text.', status: 'assumed', source: inference },
  press: {
    claim: 'A press of a button or quick reply sends its payload as plain text.',
    status: 'assumed',
    source: `concluded from ${webSdk} and botium-connector-koreai-webhook`,
  },
  phone: {
    claim: 'There is no button for a phone number: a link of the scheme tel stands in.',
    status: 'assumed',
    source: inference,
  },
} as const satisfies Readonly<Record<string, Fact>>;
