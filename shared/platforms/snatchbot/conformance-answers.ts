import { jsonResponse, type RawResponse } from '#shared/exchange/raw-http.ts';
import type { ConformanceRow, Probe } from '#shared/platforms/conformance.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { readAnswer, type AnswerReading } from './answer.ts';
import { unknownModule } from './broken-answers.ts';
import { firstOf, fits, nothingCame, objectOf, plainResponse, requestFor, rowsOf, same } from './conformance-words.ts';
import { requests } from './example-requests.ts';
import { facts } from './facts.ts';

const app = rowsOf('json-api', 'app');
const chat = rowsOf('json-api', 'platform');

const cardsOf = (answer: JsonObject): readonly JsonObject[] => {
  const { cards } = answer;
  return Array.isArray(cards) ? cards.filter(isJsonObject) : [];
};

const buttonsOf = (card: JsonObject): readonly JsonObject[] => {
  const { buttons } = card;
  return Array.isArray(buttons) ? buttons.filter(isJsonObject) : [];
};

const everyButton = (answer: JsonObject): readonly JsonObject[] => cardsOf(answer).flatMap(buttonsOf);

const leadsToInteraction = ({ type, value }: JsonObject): boolean =>
  type === 'module' && typeof value === 'string' && /^\d+$/.test(value);

/** How the examined server answers each way of asking. */
const asked: readonly ConformanceRow[] = [
  ...(
    [
      ['form', facts.formEncoded, requests.asking('thanks')],
      ['multipart', facts.multipart, requests.askingMultipart('thanks')],
      [
        'json',
        facts.jsonEncoded,
        requests.askingJson(
          '{"bot_id":"48213","user_id":"user.7kQLaUOl","module_id":"4200","channel":"web chat","incoming_message":"thanks"}',
        ),
      ],
      ['get', facts.getQuery, requests.askingByGet('thanks')],
      ['own-query', facts.ownQuery, requests.askingWithQuery('thanks')],
    ] as const
  ).map(([id, fact, request]) =>
    app(`accepts.${id}`, fact, async (probe) => {
      const response = await probe.send(request);
      return firstOf(
        same('The status', response.status, 200),
        fits('message', objectOf(response)['message'], /welcome/),
      );
    }),
  ),
  app('accepts.verify', facts.verifyPasses, async (probe) => {
    const { status } = await probe.send(requests.verify('json-api', 'GET'));
    return same('The status', status, 200);
  }),
  app('echo', facts.echo, async (probe) => {
    const answer = objectOf(await probe.send(requests.asking('thanks')));
    return same(
      'The list of ids',
      [answer['user_id'], answer['bot_id'], answer['module_id']],
      ['user.7kQLaUOl', '48213', '4200'],
    );
  }),
  app('message', facts.messageRequired, async (probe) => {
    const answer = objectOf(await probe.send(requests.asking('balance')));
    return firstOf(fits('message', answer['message'], /\S/), cardsOf(answer).length > 0 ? null : 'There are no cards.');
  }),
  app('next', facts.next, async (probe) => {
    const { message } = objectOf(await probe.send(requests.asking('card+lost')));
    const bubbles = typeof message === 'string' ? message.split('\n::next::\n') : [];
    return same('The number of bubbles', bubbles.length, 2);
  }),
  app('suggested-replies', facts.suggestedReplies, async (probe) => {
    const { suggested_replies: replies } = objectOf(await probe.send(requests.asking('hi')));
    return same('suggested_replies', replies, ['Balance', 'Card lost', 'Our cards', 'Payments']);
  }),
  app('cards.gallery', facts.cards, async (probe) => {
    const card = cardsOf(objectOf(await probe.send(requests.asking('cards')))).find(
      (each) => each['type'] === 'gallery',
    );
    const gallery: Json = card?.['gallery'] ?? [];
    return firstOf(
      same('The value of the gallery card', card?.['value'], 'gallery'),
      Array.isArray(gallery) &&
        gallery.every((each) => isJsonObject(each) && typeof each['heading'] === 'string') &&
        gallery.length === 3
        ? null
        : 'The gallery does not hold three headings.',
    );
  }),
  app('cards.buttons', facts.moduleButton, async (probe) => {
    const buttons = everyButton(objectOf(await probe.send(requests.asking('balance'))));
    return buttons.length > 0 && buttons.every(leadsToInteraction)
      ? null
      : `The buttons are ${JSON.stringify(buttons)}.`;
  }),
  app('cards.phone', facts.phoneButton, async (probe) => {
    const button = everyButton(objectOf(await probe.send(requests.asking('contact')))).find(
      (each) => each['name'] === 'Call us',
    );
    return firstOf(same('Its type', button?.['type'], 'url'), fits('Its value', button?.['value'], /^tel:/));
  }),
];

/** The chat asks, gets this answer, and makes something of it; null where it does not ask. */
const answeredWith = async (probe: Probe, response: RawResponse): Promise<AnswerReading | null> =>
  (await requestFor(probe, 'hi', response)) && readAnswer({ ok: true, response });

const unusableAnswers = [
  ['500', plainResponse(500, '{"message":"hi"}')],
  ['201', plainResponse(201, '{"message":"hi"}')],
  ['text', plainResponse(200, 'hi')],
  ['array', plainResponse(200, '["hi"]')],
  ['blank', plainResponse(200, '{"message":" "}')],
  ['cards-only', plainResponse(200, '{"cards":[{"type":"text","value":"hi"}]}')],
] as const;

/** What the chat makes of an answer, and of the answers that our server gives with its defects on. */
const shown: readonly ConformanceRow[] = [
  chat('reads.blocked-input', facts.blockedInput, async (probe) => {
    const shown = await answeredWith(probe, jsonResponse(200, { message: 'hi', blocked_input: true }));
    return shown ? same('Whether typing is locked', shown.locksTyping, true) : nothingCame;
  }),
  chat('reads.other-cards', facts.otherCards, async (probe) => {
    const card = { type: 'video', value: 'https://bank.example/film.mp4' };
    const shown = await answeredWith(probe, jsonResponse(200, { message: 'hi', cards: [card] }));
    const second = shown?.contents?.[1];
    return same('What is shown', second?.kind === 'unknown' ? second.label : second, 'Card of type video');
  }),
  ...unusableAnswers.map(([id, response]) =>
    chat(`reads.error-response.${id}`, facts.errorResponse, async (probe) => {
      const shown = await answeredWith(probe, response);
      return shown ? same('What is shown of it', shown.contents, null) : nothingCame;
    }),
  ),
  app(
    'defect.empty-message',
    facts.messageRequired,
    async (probe) => {
      const response = await probe.send(requests.asking('thanks'));
      return firstOf(
        same('message', objectOf(response)['message'], ''),
        same('What the chat shows', readAnswer({ ok: true, response }).contents, null),
      );
    },
    { defects: ['answer.empty-message'] },
  ),
  app(
    'defect.cards-only',
    facts.messageRequired,
    async (probe) => {
      const response = await probe.send(requests.asking('thanks'));
      return firstOf(
        same('Whether there is a message', 'message' in objectOf(response), false),
        same('The number of cards', cardsOf(objectOf(response)).length, 1),
        same('What the chat shows', readAnswer({ ok: true, response }).contents, null),
      );
    },
    { defects: ['answer.cards-only'] },
  ),
  app(
    'defect.card-without-value',
    facts.cards,
    async (probe) => {
      const response = await probe.send(requests.asking('cards'));
      const { findings } = readAnswer({ ok: true, response });
      return same(
        'Whether the missing value is found',
        findings.some(({ rule }) => rule === 'snatchbot.card.value'),
        true,
      );
    },
    { defects: ['answer.card-without-value'] },
  ),
  app(
    'defect.unknown-module',
    facts.moduleButton,
    async (probe) => {
      const buttons = everyButton(objectOf(await probe.send(requests.asking('thanks'))));
      return same('Where the button leads', buttons.at(-1)?.['value'], unknownModule);
    },
    { defects: ['answer.unknown-module'] },
  ),
];

export const answerRows: readonly ConformanceRow[] = [...asked, ...shown];
