import type { Fact } from '#shared/platforms/fact.ts';

const channelPage = 'Kore.ai docs, "Adding WebHook as a channel"';
const reports = 'notes of public clients (GovernIQ, RedGuard); reports differ';
const inference = 'not written anywhere public; concluded from the rest';

/** What we hold true about asynchronous channels. */
export const asyncFacts = {
  ackV1: {
    claim: 'V1 async: the platform answers at once with 200 and an empty body.',
    status: 'documented',
    source: channelPage,
  },
  ackObject: {
    claim: 'V1 async: the acknowledgement may also be {}, which a parser of JSON takes.',
    status: 'assumed',
    source: inference,
  },
  ackV2: {
    claim: 'V2 async: the platform answers at once with {"status":"ok","_v":"v2","traceId":"RTM-TRACE-…"}.',
    status: 'documented',
    source: channelPage,
  },
  callbackEach: {
    claim: 'Async: each message of the bot is a POST of its own to the POST URL, in order.',
    status: 'documented',
    source: channelPage,
  },
  callbackV1: {
    claim: 'V1 async: the body has to, from and text.',
    status: 'documented',
    source: channelPage,
  },
  callbackV2: {
    claim: 'V2 async: the body has data with one item, and "_v":"v2".',
    status: 'documented',
    source: channelPage,
  },
  callbackTaskEnd: {
    claim: 'Async: the end of a task is a POST of its own after the messages, with the task-end fields.',
    status: 'documented',
    source: channelPage,
  },
  callbackFlags: {
    claim: 'V2 async: endOfMessage marks the last message of a turn, partialMessage one before it.',
    status: 'documented',
    source: channelPage,
  },
  callbackNoUser: {
    claim: 'V2 async: a message may come without to; then only the order tells whose it is.',
    status: 'assumed',
    source: `${channelPage} has a sample without it`,
  },
  accessToken: {
    claim: 'Async: the Access Token of the channel goes in a header; which one, and how, is not documented.',
    status: 'assumed',
    source: inference,
  },
  callbackRetries: {
    claim: 'Whether a message that was not taken is posted again is not known: not, where nothing else is set.',
    status: 'assumed',
    source: inference,
  },
  proactive: {
    claim: 'Only an asynchronous channel can say something that nobody asked for.',
    status: 'documented',
    source: channelPage,
  },
  callbackClosure: {
    claim: 'V2 async: the answer to SESSION_CLOSURE is posted like a message.',
    status: 'assumed',
    source: inference,
  },
} as const satisfies Readonly<Record<string, Fact>>;

/** What we hold true about a channel that does not work. */
export const stateFacts = {
  notApproved: {
    claim: 'A channel that is not approved or not available answers 401.',
    status: 'observed',
    source: 'botium-connector-koreai-webhook, README; reports differ',
  },
  notEnabled: { claim: 'A channel that is not enabled answers 404.', status: 'observed', source: reports },
  notPublished: { claim: 'A bot that is not published answers 504.', status: 'observed', source: reports },
  disabledText: {
    claim: 'A channel that is disabled for the bot answers with a chat text that says so.',
    status: 'assumed',
    source: 'seen in sample records of another Kore.ai channel (AgentAssistWidget)',
  },
  coldStart: {
    claim: 'Just after publishing, a 401 comes now and then, and passes by itself.',
    status: 'observed',
    source: 'notes of public clients (GovernIQ, thenvoi), which try again',
  },
  retryAfter: {
    claim: 'Whether Retry-After comes with 429 is not known.',
    status: 'assumed',
    source: inference,
  },
} as const satisfies Readonly<Record<string, Fact>>;
