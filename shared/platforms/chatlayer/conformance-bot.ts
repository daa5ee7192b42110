import { headerValue, type RawResponse } from '#shared/exchange/raw-http.ts';
import type { ConformanceRow, Probe } from '#shared/platforms/conformance.ts';
import type { Json, JsonObject } from '#shared/text/json.ts';
import { firstOf, nextBody, nextMessage, postCurrent, rowAt, same, typeCurrent, user } from './conformance-request.ts';
import { facts } from './facts.ts';
import { receiverTarget } from './paths.ts';
import { chatlayerSettings } from './settings.ts';
import { objectAt } from './wire.ts';

const row = rowAt('platform');

const press = (probe: Probe, state: string): Promise<RawResponse> =>
  postCurrent(probe, {
    conversationId: user,
    message: { postbackMessage: { title: state, nextDialogstateId: state } },
  });

/** The whole envelope of the answer to a thank-you: one text. */
const envelopeOf = async (probe: Probe): Promise<JsonObject> => {
  await typeCurrent(probe, 'thanks');
  return nextBody(probe);
};

const welcome = { text: 'You are welcome. Is there anything else?' };

const keysOf = (body: JsonObject): Json => Object.keys(body);

/** What goes around a message of the bot, and where it goes. */
export const botRows: readonly ConformanceRow[] = [
  row('b.one-post', facts.onePost, async (probe) => {
    await typeCurrent(probe, 'cards');
    const [first, second] = [await nextMessage(probe), await nextMessage(probe)];
    return firstOf(
      same('The first message', first, { text: 'These are the cards that people like best:' }),
      same('The kind of the second', objectAt(objectAt(second, 'attachment'), 'payload')['template_type'], 'generic'),
      same('A third', (await probe.nextReceived()) === null, true),
    );
  }),
  row('b.webhook-url', facts.onePost, async (probe) => {
    await typeCurrent(probe, 'thanks');
    return same('Where it goes', (await probe.nextReceived())?.target, receiverTarget(probe.settings));
  }),
  row(
    'b.dropped.defect',
    facts.onePost,
    async (probe) => {
      const { status } = await typeCurrent(probe, 'thanks');
      return firstOf(
        same('The status', status, 200),
        same('Nothing came', (await probe.nextReceived()) === null, true),
      );
    },
    { defects: ['callback.dropped'] },
  ),
  row('b.order', facts.order, async (probe) => {
    await press(probe, 'balance.everyday');
    const texts = [await nextMessage(probe), await nextMessage(probe), await nextMessage(probe)].map(
      (each) => each['text'] ?? null,
    );
    return same('The texts', texts, [
      'Everyday account ending in 4821',
      'Available now: €2,481.90 (booked: €2,530.00)',
      'Anything else?',
    ]);
  }),
  row('b.e1', facts.e1, async (probe) => {
    const body = await envelopeOf(probe);
    return firstOf(
      same('The keys', keysOf(body), ['senderId', 'message', 'messageCounter', 'verifyToken']),
      same('senderId', body['senderId'], user),
      same('message', body['message'], welcome),
    );
  }),
  row(
    'b.e2',
    facts.e2,
    async (probe) => {
      const body = await envelopeOf(probe);
      return firstOf(
        same('The keys', keysOf(body), ['recipient', 'verifyToken', 'message']),
        same('recipient', body['recipient'], { id: user }),
      );
    },
    { settings: { envelope: 'E2' } },
  ),
  row(
    'b.e2.defect',
    facts.e2,
    async (probe) => same('The keys', keysOf(await envelopeOf(probe)), ['recipient', 'verifyToken', 'message']),
    {
      defects: ['callback.e2-envelope'],
    },
  ),
  row(
    'b.merged',
    facts.merged,
    async (probe) => {
      const body = await envelopeOf(probe);
      return firstOf(
        same('senderId', body['senderId'], user),
        same('recipient', body['recipient'], { id: user }),
        same('messageCounter', body['messageCounter'], 1),
      );
    },
    { settings: { envelope: 'merged' } },
  ),
  row('b.counter', facts.counter, async (probe) =>
    same('messageCounter', (await envelopeOf(probe))['messageCounter'], 1),
  ),
  row(
    'b.counter.missing',
    facts.counter,
    async (probe) => same('The keys', keysOf(await envelopeOf(probe)), ['senderId', 'message', 'verifyToken']),
    {
      defects: ['callback.no-counter'],
    },
  ),
  row('b.counter-rises', facts.counterRises, async (probe) => {
    const counters = [await envelopeOf(probe), await envelopeOf(probe)].map((each) => each['messageCounter'] ?? null);
    await postCurrent(probe, { conversationId: 'another-user', message: { textMessage: { text: 'thanks' } } });
    return firstOf(
      same('The counters', counters, [1, 2]),
      same('That of another user', (await nextBody(probe))['messageCounter'], 1),
    );
  }),
  row(
    'b.out-of-order.defect',
    facts.counterRises,
    async (probe) => {
      await typeCurrent(probe, 'cards');
      return same(
        'The counters',
        [await nextBody(probe), await nextBody(probe)].map((each) => each['messageCounter'] ?? null),
        [2, 1],
      );
    },
    { defects: ['callback.out-of-order'] },
  ),
  row(
    'b.twice.defect',
    facts.counterRises,
    async (probe) =>
      same(
        'The counters',
        [await envelopeOf(probe), await nextBody(probe)].map((each) => each['messageCounter'] ?? null),
        [1, 1],
      ),
    { defects: ['callback.twice'] },
  ),
  row('b.verify-token', facts.verifyToken, async (probe) =>
    same(
      'The right verifyToken',
      (await envelopeOf(probe))['verifyToken'] === chatlayerSettings(probe.settings).verifyToken,
      true,
    ),
  ),
  row(
    'b.verify-token.wrong',
    facts.verifyToken,
    async (probe) => {
      const { verifyToken } = await envelopeOf(probe);
      if (typeof verifyToken !== 'string') return 'There is no verifyToken.';
      return same('The right verifyToken', verifyToken === chatlayerSettings(probe.settings).verifyToken, false);
    },
    { defects: ['callback.wrong-token'] },
  ),
  row('b.no-signature', facts.noSignature, async (probe) => {
    await typeCurrent(probe, 'thanks');
    const names = ((await probe.nextReceived())?.headers ?? []).map(([name]) => name.toLowerCase());
    const odd = names.find((each) => /sign|auth|token|hub/.test(each));
    return firstOf(names.length === 0 ? 'Nothing came.' : null, odd === undefined ? null : `There is a header ${odd}.`);
  }),
  row('b.json', facts.jsonPost, async (probe) => {
    await typeCurrent(probe, 'thanks');
    const request = await probe.nextReceived();
    return firstOf(
      same('The method', request?.method, 'POST'),
      same('Content-Type', headerValue(request?.headers ?? [], 'content-type'), 'application/json'),
    );
  }),
  row(
    'b.nlp',
    facts.nlp,
    async (probe) => same('nlp', (await envelopeOf(probe))['nlp'], { intent: { name: 'thanks', score: 0.97 } }),
    {
      settings: { nlpIntent: 'thanks' },
    },
  ),
];
