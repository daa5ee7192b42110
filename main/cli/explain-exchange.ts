import { createFileSecretBox } from '#main/io/file-secret-box.ts';
import { platformOf } from '#shared/platforms/registry.ts';
import { channelNamed } from './conversation-turn.ts';
import type { Explanation, ExplainOptions } from './explain.ts';
import { openHarness } from './open-harness.ts';
import { refused } from './refused.ts';
import { sessionOf } from './watch-session.ts';

/** An exchange of the data folder, examined by the Hookbench that has it: it knows the secrets, and which tokens were used before. */
export const examineExchange = async (options: ExplainOptions): Promise<Explanation> => {
  const { exchange: id, channel: name, data, at } = options;
  if (id === undefined) throw refused('Name the number of the exchange.');
  const { harness, close } = await openHarness(data);
  try {
    const { channels } = await sessionOf(harness);
    const { summary, findings } = await harness.readExchange({ id });
    const ownId = channels.find((each) => each.id === summary.channelId)?.id;
    if (name === undefined && ownId === undefined)
      throw refused(`Exchange #${String(id)} belongs to no channel: name one with --channel.`);
    const channel = channelNamed(channels, name ?? ownId ?? '');
    const { verdict, end } = await harness.examine({
      channelId: channel.id,
      source: { kind: 'exchange', id },
      whatIf: { at: at ?? summary.openedAt },
    });
    return {
      verdict,
      end,
      findings,
      examination: verdict.examination ?? null,
      channel: channel.name,
      platform: platformOf(channel.platformId)?.id ?? channel.platformId,
      notes: at === undefined ? ['It is judged at the moment when it came.'] : [],
      secrets: Object.values(
        await createFileSecretBox(data)
          .read()
          .catch(() => ({})),
      ),
    };
  } finally {
    await close();
  }
};
