import { textOf } from '#shared/exchange/body.ts';
import type { RawResponse } from '#shared/exchange/raw-http.ts';
import type { ConformanceRow, Probe } from '#shared/platforms/conformance.ts';
import { firstOf, nextBody, rowAt, same, typeCurrent } from './conformance-request.ts';
import { facts } from './facts.ts';

const row = rowAt('platform');

const reply = (status: number): RawResponse => ({
  status,
  reason: '',
  headers: [['Content-Length', '0']],
  body: new Uint8Array(),
});

/** How many requests come until there is none for a second; at most ten. */
const countReceived = async (probe: Probe): Promise<readonly string[]> => {
  const bodies: string[] = [];
  for (
    let request = await probe.nextReceived();
    request !== null && bodies.length < 10;
    request = await probe.nextReceived()
  )
    bodies.push(textOf(request.body).text);
  return bodies;
};

const failing = [reply(500), reply(503), reply(404), reply(500), reply(500)];

/** What happens when the app does not take a message of the bot, and how long the platform waits between two. */
export const retryRows: readonly ConformanceRow[] = [
  row('b.body-ignored', facts.receiverAnswer, async (probe) => {
    probe.answerNext({ ...reply(204) });
    await typeCurrent(probe, 'thanks');
    return same('The number of attempts after a 204', (await countReceived(probe)).length, 1);
  }),
  row(
    'b.retries',
    facts.retries,
    async (probe) => {
      probe.answerNext(...failing);
      await typeCurrent(probe, 'thanks');
      const bodies = await countReceived(probe);
      return firstOf(
        same('The number of attempts', bodies.length, 4),
        same('The number of different bodies', new Set(bodies).size, 1),
      );
    },
    { settings: { retryAfter: 1 } },
  ),
  row(
    'b.retries.stop',
    facts.retries,
    async (probe) => {
      probe.answerNext(reply(401), reply(200));
      await typeCurrent(probe, 'thanks');
      return same('The number of attempts', (await countReceived(probe)).length, 2);
    },
    { settings: { retryAfter: 1 } },
  ),
  row(
    'b.retry-order',
    facts.order,
    async (probe) => {
      probe.answerNext(reply(500));
      await typeCurrent(probe, 'cards');
      const counters = [await nextBody(probe), await nextBody(probe), await nextBody(probe)].map(
        (each) => each['messageCounter'] ?? null,
      );
      return same('The counters', counters, [1, 1, 2]);
    },
    { settings: { retryAfter: 1 } },
  ),
  row(
    'b.retry-spacing',
    facts.retrySpacing,
    async (probe) => {
      probe.answerNext(...failing);
      await typeCurrent(probe, 'thanks');
      // With longer than that between them, only the first attempt comes while anybody looks.
      return same('The number of attempts in a second', (await countReceived(probe)).length, 1);
    },
    { settings: { retryAfter: 2500 } },
  ),
  row(
    'b.retry-no-answer',
    facts.retryNoAnswer,
    async (probe) => {
      // A body that is announced and never comes: the platform waits in vain.
      probe.answerNext({ ...reply(200), headers: [['Content-Length', '10']] });
      await typeCurrent(probe, 'thanks');
      return same('The number of attempts', (await countReceived(probe)).length, 2);
    },
    { settings: { retryAfter: 1, callbackLimit: 0.3 } },
  ),
  row(
    'b.typing',
    facts.typing,
    async (probe) => {
      await typeCurrent(probe, 'cards');
      return same('The number of messages in a second', (await countReceived(probe)).length, 1);
    },
    { settings: { typingDelay: 2500 } },
  ),
  row('b.typing.none', facts.typing, async (probe) => {
    await typeCurrent(probe, 'cards');
    return same('The number of messages in a second', (await countReceived(probe)).length, 2);
  }),
];
