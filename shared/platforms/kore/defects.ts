import type { Defect, DefectEffect } from '#shared/platforms/defect.ts';
import type { Fact } from '#shared/platforms/fact.ts';
import { facts } from './facts.ts';

const noSource = 'no report of it is known; any service on a network may do it';

/** What Hookbench can play without any claim about the platform. */
const possible = (id: string, end: Defect['end'], does: DefectEffect, title: string, summary: string): Defect => ({
  id,
  title,
  summary,
  end,
  status: 'assumed',
  source: noSource,
  does,
});

const inside = (id: string, { status, source }: Fact, title: string, summary: string): Defect => ({
  id,
  title,
  summary,
  end: 'platform',
  status,
  source,
  does: { kind: 'inside' },
});

/** States of the channel in which no message gets through, and what the platform end answers then. */
export const stateDefects = [
  {
    answer: 401,
    defect: inside(
      'channel.not-approved',
      facts.notApproved,
      'The channel is not approved',
      'Every message is answered with 401 “Invalid Access token”, though the token is good.',
    ),
  },
  {
    answer: 404,
    defect: inside(
      'channel.not-enabled',
      facts.notEnabled,
      'The channel is not enabled',
      'Every message is answered with 404, as if the address were wrong.',
    ),
  },
  {
    answer: 401,
    defect: inside(
      'channel.not-enabled-401',
      facts.overloaded401,
      'The channel is not enabled, and says 401',
      'Every message is answered with 401 “Invalid Access token”, though the token is good.',
    ),
  },
  {
    answer: 504,
    defect: inside(
      'channel.not-published',
      facts.notPublished,
      'The bot is not published',
      'Every message is answered with 504 “The request has been timed-out”.',
    ),
  },
  {
    answer: 401,
    defect: inside(
      'channel.not-published-401',
      facts.overloaded401,
      'The bot is not published, and says 401',
      'Every message is answered with 401 “Invalid Access token”, though the token is good.',
    ),
  },
  {
    answer: 404,
    defect: inside(
      'channel.unknown-bot',
      facts.unknownBot,
      'The bot is not known',
      'Every message is answered with 404.',
    ),
  },
  {
    answer: 412,
    defect: inside(
      'channel.no-anonymous',
      facts.anonymous,
      'Anonymous users are not allowed',
      'Every message is answered with 412: the app wants a registered user in from.id.',
    ),
  },
  {
    answer: 'words',
    defect: inside(
      'channel.disabled-text',
      facts.disabledText,
      'The channel is disabled, and says so in the chat',
      'Every message is answered with a chat text that the bot is disabled on this channel.',
    ),
  },
  {
    answer: 'first-401',
    defect: inside(
      'channel.cold-start',
      facts.coldStart,
      'A cold start',
      'The first message of each user is answered with 401, and the same message is taken when it comes again.',
    ),
  },
  {
    answer: 429,
    defect: inside(
      'channel.too-many',
      facts.tooMany,
      'Too many requests',
      'Every message is answered with 429 “Too Many requests”.',
    ),
  },
  {
    answer: 504,
    defect: inside(
      'answer.timed-out',
      facts.timeout,
      'The bot is too slow',
      'Every message is answered with 504 “The request has been timed-out”, at once, so that nobody has to wait 15 s for it.',
    ),
  },
] as const;

export const expiredPoll = inside(
  'poll.expired',
  facts.pollOnce,
  'Every pollId has expired',
  'A poll is answered with 400 “No data found”, so the rest of the answer is lost.',
);

export const wrongAccessToken = inside(
  'callback.wrong-token',
  facts.accessToken,
  'Messages with a wrong Access Token',
  'Each message that is posted carries another Access Token than the channel has.',
);

const sending = (how: Extract<DefectEffect, { kind: 'sending' }>['how']): DefectEffect => ({ kind: 'sending', how });

/** Everything that can go wrong on this channel at an end of ours. */
export const koreDefects: readonly Defect[] = [
  ...stateDefects.map(({ defect }) => defect),
  expiredPoll,
  possible(
    'answer.late',
    'platform',
    { kind: 'replying', how: 'late', seconds: 20 },
    'Answers come late',
    'Every request to the platform is answered 20 s later, after many clients have given up.',
  ),
  possible(
    'answer.never',
    'platform',
    { kind: 'replying', how: 'never' },
    'Answers never come',
    'The platform takes every request and answers none: the app has to give up by itself.',
  ),
  possible(
    'answer.garbled',
    'platform',
    { kind: 'replying', how: 'garbled' },
    'Answers are cut in the middle',
    'The body of every answer of the platform ends in the middle, and is no JSON.',
  ),
  wrongAccessToken,
  possible(
    'callback.late',
    'platform',
    sending('late'),
    'Messages are posted late',
    'Each message reaches the POST URL 5 s late.',
  ),
  possible(
    'callback.twice',
    'platform',
    sending('twice'),
    'Messages are posted twice',
    'Each message reaches the POST URL twice: the app has to show it once.',
  ),
  possible(
    'callback.out-of-order',
    'platform',
    sending('out-of-order'),
    'Messages are posted in the wrong order',
    'The messages of an answer reach the POST URL last one first.',
  ),
  possible(
    'callback.dropped',
    'platform',
    sending('never'),
    'Messages are not posted',
    'The platform acknowledges what the user says, and nothing reaches the POST URL.',
  ),
  possible(
    'callback.garbled',
    'platform',
    sending('garbled'),
    'Messages are cut in the middle',
    'The body of each message that is posted ends in the middle, and is no JSON.',
  ),
  possible(
    'message.twice',
    'app',
    sending('twice'),
    'The app sends twice',
    'Each message of the user reaches the platform twice, and the bot answers twice.',
  ),
  possible(
    'message.garbled',
    'app',
    sending('garbled'),
    'The app sends half a body',
    'The body of each message of the user ends in the middle: the platform answers 400.',
  ),
  possible(
    'receiver.fails',
    'app',
    {
      kind: 'replying',
      how: 'instead',
      reply: () => ({ status: 500, reason: '', headers: [], body: new Uint8Array() }),
    },
    'The POST URL answers 500',
    'The app takes none of the messages that the platform posts.',
  ),
  possible(
    'receiver.never',
    'app',
    { kind: 'replying', how: 'never' },
    'The POST URL never answers',
    'The app lets the platform wait for ever.',
  ),
];
