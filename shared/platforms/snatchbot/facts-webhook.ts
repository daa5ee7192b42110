import type { Fact } from '#shared/platforms/fact.ts';
import { inference, jsonApiPage, webhookPage } from './sources.ts';

/** What we hold true about the WebHook. */
export const webhookFacts = {
  notification: {
    claim: 'A message causes a POST to the address that is set, with time, data and ip.',
    status: 'documented',
    source: webhookPage,
  },
  bothDirections: {
    claim: 'Set for the whole bot, it tells of what the bot receives and of what the bot sends.',
    status: 'documented',
    source: webhookPage,
  },
  connection: {
    claim: 'Set at one connection between interactions, it tells of that connection only.',
    status: 'documented',
    source: webhookPage,
  },
  connectionMessage: {
    claim: 'What tells of a connection holds the user’s message that took it.',
    status: 'assumed',
    source: inference,
  },
  doubleEncoded: {
    claim: 'data is a string that holds JSON: the text with its quotes, to be decoded twice.',
    status: 'documented',
    source: webhookPage,
  },
  time: { claim: 'time is ISO 8601 in UTC with milliseconds.', status: 'documented', source: webhookPage },
  strayQuote: {
    claim: 'The apostrophe at the end of the sample’s time is a misprint.',
    status: 'assumed',
    source: inference,
  },
  webhookUserId: {
    claim: 'The user’s id, which the description promises, is named user_id.',
    status: 'assumed',
    source: `${webhookPage} promises it, the sample lacks it; the name is that of the JSON API`,
  },
  noDirection: {
    claim: 'Nothing says whether the message was sent or received, and by which bot.',
    status: 'documented',
    source: webhookPage,
  },
  webhookBody: {
    claim: 'The body is JSON; the same names as a form are possible.',
    status: 'assumed',
    source: `${webhookPage} shows JSON and names no media type`,
  },
  noSignature: {
    claim: 'Neither WebHook nor JSON API carries a signature, a secret or a header of its own.',
    status: 'assumed',
    source: `none is documented: ${webhookPage}; ${jsonApiPage}`,
  },
  replyUnused: { claim: 'What a WebHook’s receiver answers is never used.', status: 'documented', source: webhookPage },
  noRetry: {
    claim: 'A notification that failed is not sent again, and the chat goes on.',
    status: 'assumed',
    source: inference,
  },
  verifyPasses: {
    claim: 'Verify passes when the address answers 200, and only then.',
    status: 'documented',
    source: jsonApiPage,
  },
  verifyMethod: { claim: 'Verify asks with POST and a sample.', status: 'assumed', source: inference },
} as const satisfies Readonly<Record<string, Fact>>;
