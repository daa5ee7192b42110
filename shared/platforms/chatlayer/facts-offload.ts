import type { Fact } from '#shared/platforms/fact.ts';

const page = 'Chatlayer docs, "Offloading Webhook"';
const example = 'chatlayer-examples, the vendor’s offloading webhook';
const inference = 'not written anywhere public; concluded from the rest';

/** The offloading webhook: another protocol than the webhook channel, with the same words. */
export const offloadFacts = {
  health: {
    claim: 'On Save the address is asked with GET and has to answer 200 {"status":"ok"}.',
    status: 'documented',
    source: page,
  },
  queryToken: {
    claim: 'Every call carries the token as the query parameter challenge.verifyToken.',
    status: 'documented',
    source: page,
  },
  messagesEvent: {
    claim: 'Messages come as event messages, with actor bot or user, and are answered with 200 and no body.',
    status: 'documented',
    source: page,
  },
  everyConversation: {
    claim: 'Messages of every conversation come, not only of those that were handed over.',
    status: 'documented',
    source: page,
  },
  userMessages: {
    claim: 'A message of the user has messageType intro, text, postback, location or that of an upload.',
    status: 'documented',
    source: page,
  },
  offloadEvent: {
    claim: 'A handover comes as event offload with payload and the transcript.',
    status: 'documented',
    source: page,
  },
  offloadReply: {
    claim: 'A handover is answered with 200 {"offloadSuccess":true,"pauseBot":true}.',
    status: 'documented',
    source: page,
  },
  offloadFailure: {
    claim: 'A status other than 200, or a body that is not JSON, is a failure.',
    status: 'documented',
    source: page,
  },
  actions: {
    claim: 'An agent speaks with POST /v1/bots/{botId}/conversations/{sessionId}/actions and a bearer token.',
    status: 'observed',
    source: example,
  },
  actionsReply: { claim: 'An action is accepted with 200 and {}.', status: 'assumed', source: inference },
  templates: {
    claim: 'sendMessages holds one template each: text, buttons, quick replies, carousel, list, attachment.',
    status: 'observed',
    source: example,
  },
  agentDesk: {
    claim: 'After a handover the bot is silent and the agent answers, until the conversation starts anew.',
    status: 'assumed',
    source: inference,
  },
} as const satisfies Readonly<Record<string, Fact>>;
