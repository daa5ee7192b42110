import { randomUUID } from 'node:crypto';
import type { Harness } from '#shared/contract/harness.ts';
import { bundleHarness } from '#shared/export/bundle-harness.ts';
import { carryOutExport, takeExport } from '#shared/export/carry-over.ts';
import type { OpenBench } from '#test/main/open-bench.ts';

/** Says something on the first channel of a bench, makes a bundle of it, and opens that. */
export const openBundleOf = async ({ harness, until, session }: OpenBench): Promise<Harness> => {
  const channelId = session().channels[0]?.id ?? '';
  const { conversationId } = await harness.startConversation({ channelId, userId: 'somebody' });
  await harness.say({ conversationId, utterance: { kind: 'text', text: 'hi' } });
  await until(
    ({ exchanges, messages }) =>
      messages.some(({ author }) => author === 'bot') && exchanges.every(({ outcome }) => outcome.state !== 'pending'),
  );
  const finished = await carryOutExport(harness, { format: 'bundle', choice: {}, options: {} });
  if (!finished) throw new Error('Nobody cancelled.');
  const opened = bundleHarness(Buffer.from(await takeExport(harness, finished)).toString('utf8'), {
    product: session().product,
    name: 'given.hookbench',
    newId: randomUUID,
    now: Date.now,
  });
  if (!opened.ok) throw new Error(opened.problem);
  return opened.harness;
};
