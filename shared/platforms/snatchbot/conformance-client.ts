import { mediaTypeOf, queryOf } from '#shared/exchange/form-body.ts';
import type { Utterance } from '#shared/exchange/message.ts';
import { headerValue, jsonResponse, pathOf, type RawRequest } from '#shared/exchange/raw-http.ts';
import type { ConformanceRow, Probe } from '#shared/platforms/conformance.ts';
import { firstOf, nothingCame, objectOf, rowsOf, same } from './conformance-words.ts';
import { channelPath } from './example-requests.ts';
import { facts } from './facts.ts';

const app = rowsOf('api-channel', 'app');

const answer = jsonResponse(200, {
  messages: [{ message: 'ok', speech: 'ok' }],
  cards: [],
  suggested: [],
  status: true,
});

const sent = async (probe: Probe, utterance: Utterance): Promise<RawRequest | null> => {
  probe.answerNext(answer);
  await probe.say('user', utterance, 'u-42');
  return probe.nextReceived();
};

const hi: Utterance = { kind: 'text', text: 'hi' };

/** What our client of the channel sends. */
export const clientRows: readonly ConformanceRow[] = [
  app('client.path', facts.path, async (probe) => {
    const request = await sent(probe, hi);
    return request ? same('The path', pathOf(request.target), channelPath) : nothingCame;
  }),
  app('client.no-header', facts.secretInPath, async (probe) => {
    const request = await sent(probe, hi);
    return request ? same('Authorization', headerValue(request.headers, 'authorization') ?? null, null) : nothingCame;
  }),
  app('client.send', facts.send, async (probe) => {
    const request = await sent(probe, hi);
    if (!request) return nothingCame;
    return firstOf(
      same('The method', request.method, 'POST'),
      same('The query', [...queryOf(request.target)], [['user_id', 'u-42']]),
      same('The body', objectOf(request), { message: 'hi' }),
    );
  }),
  app(
    'client.message-id',
    facts.send,
    async (probe) => {
      const request = await sent(probe, hi);
      return request ? same('message_id', queryOf(request.target).get('message_id'), '0') : nothingCame;
    },
    { settings: { sendMessageId: true } },
  ),
  app(
    'client.content-type',
    facts.anyContentType,
    async (probe) => {
      const request = await sent(probe, hi);
      return request ? same('The media type', mediaTypeOf(request), 'text/plain') : nothingCame;
    },
    { settings: { contentType: 'text/plain;charset=UTF-8' } },
  ),
  app('client.restart', facts.restart, async (probe) => {
    const request = await sent(probe, { kind: 'gesture', id: 'start', title: 'Start the chat' });
    return request ? same('The body', objectOf(request), { message: '' }) : nothingCame;
  }),
  app('client.tapped', facts.tapped, async (probe) => {
    const request = await sent(probe, { kind: 'press', title: 'Go on', payload: 'module:4600' });
    return request ? same('The body', objectOf(request), { message: 'Go on' }) : nothingCame;
  }),
  app('client.poll', facts.poll, async (probe) => {
    const messages = [{ id: '7', message: 'late news', date: '2026-01-01T00:00:00.000Z' }];
    probe.answerNext(jsonResponse(200, { messages }), jsonResponse(200, { messages: [] }));
    const poll: Utterance = { kind: 'gesture', id: 'poll', title: 'Get messages' };
    await probe.say('user', poll, 'u-42');
    const first = await probe.nextReceived();
    // Nothing more comes: by then the client has read the answer.
    await probe.nextReceived();
    await probe.say('user', poll, 'u-42');
    const second = await probe.nextReceived();
    if (!first || !second) return nothingCame;
    const asked = [first, second].map(({ method, target }) => [method, queryOf(target).get('message_id')]);
    return same('What was asked', asked, [
      ['GET', '0'],
      ['GET', '7'],
    ]);
  }),
];
