import type { ChannelCheck } from '#shared/channel/channel-check.ts';
import { pathOf } from '#shared/exchange/raw-http.ts';
import type { Contradiction, ReachedPath } from '#shared/platforms/diagnosis.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import type { CommandParts } from './command-parts.ts';
import { failed, notLookedAt, passed, warned, type Patient } from './doctor-checks.ts';
import { destinationOf } from './routing.ts';

/** Whether Hookbench plays an end of the channel at all. */
export const checkEnds = ({ channel: { stored } }: Patient): ChannelCheck => {
  const named = { id: 'ends', title: 'Played ends' };
  const { platform, app } = stored.plays;
  if (platform && app) return passed(named, 'Hookbench plays both ends, so a whole conversation runs here.');
  if (!platform && !app)
    return failed(
      named,
      'Hookbench plays neither end, so the channel does nothing.',
      'Turn on the platform end, the app end, or both, in the settings of the channel.',
    );
  return passed(named, `Hookbench plays the ${platform ? 'platform' : 'app'} end; the other one is somewhere else.`);
};

/** Whether it listens, where something of the channel has to be called. */
export const checkListening = (
  reached: readonly ReachedPath[],
  { log, settings, bench }: Pick<CommandParts, 'log' | 'settings' | 'bench'>,
): ChannelCheck => {
  const named = { id: 'listening', title: 'Listening' };
  const { listening } = log.session;
  const own = bench.ownOrigin();
  if (own !== null) return passed(named, `Hookbench listens on ${own.replace(/^https?:\/\//, '')}.`);
  if (reached.length === 0) return notLookedAt(named, 'Nothing calls Hookbench on this channel as it is set up.');
  const remedy = { kind: 'start-listening', port: settings.current.port } as const;
  return listening.state === 'failed'
    ? failed(named, listening.fault.message, listening.fault.next, { remedy })
    : failed(named, 'Hookbench does not listen, so nobody can call it.', 'Start listening.', { remedy });
};

/** Whether the path of a played end leads to this channel, and to no other. */
export const checkPath = ({ end, request }: ReachedPath, { channel, bench }: Patient): ChannelCheck => {
  const named = { id: `path.${end}`, title: `Path of the ${end} end` };
  const line = `${request.method} ${pathOf(request.target).slice(0, 200)}`;
  const found = destinationOf({ ...request }, bench.channels.all);
  switch (found.kind) {
    case 'end':
      if (found.channel !== channel || found.end !== end)
        return failed(
          named,
          `${line} leads to the ${found.end} end of ${found.channel.stored.name}, which has the same address and stands first.`,
          'Give one of the two channels ids of its own, or remove the other one.',
        );
      return found.others.length === 0
        ? passed(named, `${line} leads here.`)
        : warned(
            named,
            `${line} leads here, and would lead to ${found.others.join(' and ')} as well: that one is never asked.`,
            'Give one of the channels ids of its own.',
          );
    case 'unknown-channel':
    case 'nowhere':
    case 'other-method':
      return failed(
        named,
        `${line} leads nowhere: something in the path is missing.`,
        'Fill in the ids that stand in the address of the channel.',
      );
    default:
      return assertNever(found);
  }
};

/** What is wrong with the channel as a whole, as its platform says it. */
export const checkCondition = ({ channel }: Patient): ChannelCheck => {
  const named = { id: 'condition', title: 'Condition' };
  const condition = channel.platform.condition(channel);
  if (!condition) return passed(named, 'Nothing blocks the channel as a whole.');
  const { sentence, remedy } = condition;
  return failed(
    named,
    sentence,
    remedy ? `${remedy.title}, in the channel.` : 'Correct it in the settings of the channel.',
    remedy ? { remedy: { kind: 'apply-remedy', remedyId: remedy.id, title: remedy.title } } : {},
  );
};

/** What does not fit together, or that all of it does. */
export const checkFit = (contradictions: readonly Contradiction[]): readonly ChannelCheck[] =>
  contradictions.length === 0
    ? [passed({ id: 'fit', title: 'Settings together' }, 'No two settings contradict each other.')]
    : contradictions.map(({ id, setting, title, result, detail, next, fact }) => ({
        id: `fit.${id}`,
        setting,
        title,
        result,
        detail,
        next,
        ...(fact ? { status: fact.status, source: fact.source } : {}),
      }));
