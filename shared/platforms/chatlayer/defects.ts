import { jsonResponse } from '#shared/exchange/raw-http.ts';
import { defectActed, type Defect } from '#shared/platforms/defect.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import { facts } from './facts.ts';
import { textResponse } from './wire.ts';

type Sketch = readonly [
  id: string,
  title: string,
  summary: string,
  does: Defect['does'],
  basis?: Pick<Defect, 'status' | 'source'>,
];

const inside = { kind: 'inside' } as const;
const ordinary = { status: 'assumed', source: 'what any sender or receiver on a network may do' } as const;

const defectOf =
  (end: Defect['end']) =>
  ([id, title, summary, does, { status, source } = ordinary]: Sketch): Defect => ({
    id,
    title,
    summary,
    end,
    status,
    source,
    does,
  });

const platformDefects: readonly Sketch[] = [
  [
    'callback.late',
    'Bot message late',
    'Messages of the bot arrive five seconds late.',
    { kind: 'sending', how: 'late' },
  ],
  [
    'callback.twice',
    'Bot message twice',
    'Each message of the bot is delivered twice, with the same messageCounter.',
    { kind: 'sending', how: 'twice' },
  ],
  [
    'callback.out-of-order',
    'Out of order',
    'The messages of one answer arrive in the wrong order: messageCounter tells.',
    { kind: 'sending', how: 'out-of-order' },
  ],
  [
    'callback.dropped',
    'Bot message lost',
    'The message of the user is accepted with 200, and nothing ever comes.',
    { kind: 'sending', how: 'never' },
  ],
  [
    'callback.garbled',
    'Body cut off',
    'The JSON of the bot’s message ends in the middle.',
    { kind: 'sending', how: 'garbled' },
  ],
  [
    'callback.wrong-token',
    'Wrong verify token',
    'Messages of the bot carry another verifyToken than the one agreed.',
    inside,
    facts.verifyToken,
  ],
  ['callback.no-token', 'No verify token', 'Messages of the bot carry no verifyToken.', inside, facts.verifyToken],
  [
    'callback.e2-envelope',
    'Only recipient.id',
    'The user stands in recipient.id and senderId is missing, as one page of the docs shows it.',
    inside,
    facts.e2,
  ],
  ['callback.no-counter', 'No messageCounter', 'Messages of the bot have no messageCounter.', inside, facts.counter],
  [
    'callback.event',
    'Event in the middle',
    'A message of type event comes between the others: it is not for the user.',
    inside,
    facts.event,
  ],
  [
    'callback.other-payload',
    'Payload of the other kind',
    'Payloads are JSON where they should be opaque, or the other way round.',
    inside,
    facts.opaquePayload,
  ],
  ['callback.empty', 'Empty message', 'The message object is empty.', inside],
  [
    'accept.late',
    'Slow to accept',
    'The answer to a message of the user comes after 35 seconds.',
    { kind: 'replying', how: 'late', seconds: 35 },
  ],
  ['accept.never', 'Never accepts', 'A message of the user is never answered.', { kind: 'replying', how: 'never' }],
  [
    'accept.garbled',
    'Answer cut off',
    'The answer to a message of the user ends in the middle.',
    { kind: 'replying', how: 'garbled' },
  ],
  [
    'accept.401',
    'Access token refused',
    'Every message of the user gets 401, whatever its token.',
    inside,
    facts.bearer,
  ],
  [
    'accept.429',
    'Too many requests',
    'Every message of the user gets 429, with headers that say so.',
    inside,
    facts.tooMany,
  ],
  ['accept.500', 'Platform fails', 'Every message of the user gets 500.', inside],
];

const appDefects: readonly Sketch[] = [
  [
    'user.late',
    'User message late',
    'Messages of the user go out five seconds late.',
    { kind: 'sending', how: 'late' },
  ],
  ['user.twice', 'User message twice', 'Each message of the user is sent twice.', { kind: 'sending', how: 'twice' }],
  [
    'user.garbled',
    'User message cut off',
    'The JSON of the user’s message ends in the middle.',
    { kind: 'sending', how: 'garbled' },
  ],
  [
    'user.wrong-token',
    'Wrong credential',
    'Messages of the user carry another token than that of the channel.',
    inside,
    facts.bearer,
  ],
  [
    'user.parses-payload',
    'Parses the payload',
    'A payload that is not JSON is dropped when a button is pressed, as clients from before 2022 do.',
    inside,
    { status: 'observed', source: 'botium-connector-chatlayer, its code' },
  ],
  [
    'receive.late',
    'Receiver slow',
    'The app answers after eight seconds: the platform has given up and sends again.',
    { kind: 'replying', how: 'late', seconds: 8 },
  ],
  ['receive.never', 'Receiver silent', 'The app never answers.', { kind: 'replying', how: 'never' }],
  [
    'receive.401',
    'Receiver refuses',
    'The app answers 401 although the verify token is right: the platform tries again.',
    { kind: 'replying', how: 'instead', reply: () => textResponse(401, 'Unauthorized') },
    facts.receiverRefuses,
  ],
  [
    'receive.500',
    'Receiver fails',
    'The app answers 500: the platform tries again.',
    { kind: 'replying', how: 'instead', reply: () => textResponse(500, 'Internal Server Error') },
  ],
  [
    'offload.not-json',
    'Answers OK as text',
    'The app answers 200 with the text OK, which is a failure where JSON is wanted.',
    { kind: 'replying', how: 'instead', reply: () => textResponse(200, 'OK') },
    facts.offloadFailure,
  ],
  [
    'offload.refused',
    'Handover refused',
    'The app answers that the handover did not succeed.',
    { kind: 'replying', how: 'instead', reply: () => jsonResponse(200, { offloadSuccess: false, pauseBot: false }) },
    facts.offloadReply,
  ],
];

/** What can go wrong at either end, each with where it was seen or that we assume it. */
export const chatlayerDefects: readonly Defect[] = [
  ...platformDefects.map(defectOf('platform')),
  ...appDefects.map(defectOf('app')),
];

/** The finding that a defect of this folder acted, where it is switched on; else nothing. */
export const actedIf = (id: string, { defects }: Pick<PlatformContext, 'defects'>): readonly Finding[] =>
  defects.has(id) ? chatlayerDefects.filter((each) => each.id === id).map(defectActed) : [];
