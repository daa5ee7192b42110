import type { ConformanceRow, Probe } from '#shared/platforms/conformance.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { textOf } from '#shared/exchange/body.ts';
import { firstOf, postToReceiver, rowAt, same, user } from './conformance-request.ts';
import { facts } from './facts.ts';
import { receiverTarget } from './paths.ts';

const row = rowAt('app');

const statusOf = async (probe: Probe, body: JsonObject): Promise<number> => (await postToReceiver(probe, body)).status;

/** The envelope of the other page, which replaces that of the first. */
const onlyRecipient = { senderId: null, recipient: { id: user }, messageCounter: null };

/** What our app end makes of messages of the bot: its answers are all that can be seen from outside. */
export const receiverRows: readonly ConformanceRow[] = [
  row('app.e1', facts.e1, async (probe) => same('The status', await statusOf(probe, {}), 200)),
  row('app.e2', facts.e2, async (probe) => same('The status', await statusOf(probe, onlyRecipient), 200)),
  row('app.merged', facts.merged, async (probe) =>
    same('The status', await statusOf(probe, { recipient: { id: user } }), 200),
  ),
  row('app.answer', facts.receiverAnswer, async (probe) => {
    const response = await postToReceiver(probe, {});
    return firstOf(same('The status', response.status, 200), same('The body', textOf(response.body).text, 'OK'));
  }),
  row('app.event', facts.event, async (probe) => {
    const status = await statusOf(probe, { message: { type: 'event', name: 'order-placed', total: 12 } });
    const answer = await probe.nextReceived();
    return firstOf(same('The status', status, 200), same('Nothing is sent for it', answer === null, true));
  }),
  row('app.wrong-token', facts.receiverRefuses, async (probe) =>
    same('The status', await statusOf(probe, { verifyToken: 'another' }), 401),
  ),
  row('app.no-token', facts.verifyToken, async (probe) =>
    same('The status', await statusOf(probe, { verifyToken: '' }), 401),
  ),
  row(
    'app.wrong-token.ignored',
    facts.receiverRefuses,
    async (probe) => same('The status', await statusOf(probe, { verifyToken: 'another' }), 200),
    {
      settings: { onWrongToken: 200 },
    },
  ),
  row(
    'app.refuses.defect',
    facts.receiverRefuses,
    async (probe) => same('The status', await statusOf(probe, {}), 401),
    {
      defects: ['receive.401'],
    },
  ),
  row('app.no-challenge', facts.noSignature, async (probe) => {
    const target = `${receiverTarget(probe.settings)}?challenge.verifyToken=x`;
    const { status } = await probe.send({ method: 'GET', target, headers: [], body: new Uint8Array() });
    return same('The status of a GET', status, 405);
  }),
  row('app.not-json', facts.jsonPost, async (probe) => {
    const { status } = await probe.send({
      method: 'POST',
      target: receiverTarget(probe.settings),
      headers: [['Content-Type', 'application/json']],
      body: new Uint8Array([123]),
    });
    return same('The status of half a body', status, 400);
  }),
];
