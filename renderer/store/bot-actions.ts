import { BotScript } from '#shared/bot/bot-script.ts';
import { fault, type Fault } from '#shared/contract/fault.ts';
import { issuesOf } from '#shared/contract/input-issues.ts';
import { parseJson } from '#shared/text/parse-json.ts';
import { attempt, refusalOf, type Bench } from './attempt.ts';
import type { RulePlace } from './rules/rule-places.ts';
import { showChannel } from './show-channel.ts';
import { changeView, type BenchStore, type BotPlace } from './store.ts';
import { tell, tellFault } from './told.ts';
import { offerUndo } from './undo.ts';

type NewBot = Omit<BotScript, 'id'>;
type TextFile = Pick<File, 'name' | 'size' | 'text'>;

/** Bytes that the file of a bot may have: several times what the bench keeps of one. */
const largestFile = 1_000_000;

export const createBotActions = ({ harness, store }: Bench) => ({
  /** Shows a bot with its rules. */
  showBot: (place: BotPlace) => show(store, place),

  /** Shows a rule where it is written. */
  showRule: (place: RulePlace) =>
    place.kind === 'bot'
      ? show(store, { botId: place.botId, rule: place.rule })
      : showChannel(store, { channelId: place.channelId, part: 'replies', rule: place.rule }),

  /** Returns what is wrong with the bot, for the form to show beside its fields. */
  saveBot: (bot: BotScript): Promise<Fault | null> =>
    refusalOf(async () => {
      await harness.saveBot({ bot });
      tell(store, { says: ({ status }) => status.saved });
    }),

  /** A new bot, which is shown. */
  addBot: (bot: NewBot, place: BotPlace) =>
    attempt(store, async () => {
      const { id } = await harness.saveBot({ bot: named(bot) });
      show(store, { ...place, botId: id });
      tell(store, { says: ({ bots }) => bots.added(bot.name) });
    }),

  /** The bot of a file, as a new one, which is shown. */
  importBot: async (file: TextFile, place: BotPlace): Promise<void> => {
    const refuse = (reason: string) => tellFault(store, fault('import.unreadable', { file: file.name, reason }));
    if (file.size > largestFile) return refuse('it is too large for a bot');
    const parsed = parseJson((await file.text()).replace(/^\u{feff}/u, ''));
    if (!parsed.ok) return refuse(`it is no JSON. ${parsed.problem.replace(/\.$/, '')}`);
    const [issue] = issuesOf(BotScript, parsed.value);
    if (issue) return refuse(`it is no bot: ${issue.path || 'the whole'} ${issue.message}`);
    const { id: _, ...bot } = parsed.value as unknown as BotScript;
    await attempt(store, async () => {
      const { id } = await harness.saveBot({ bot: named(bot) });
      show(store, { ...place, botId: id });
      tell(store, { says: ({ bots }) => bots.imported(bot.name) });
    });
    return undefined;
  },

  removeBot: ({ id, name }: Pick<BotScript, 'id' | 'name'>) =>
    attempt(store, async () => {
      const { undoId, usedBy } = await harness.removeBot({ id });
      const bringBack = () => harness.undo({ undoId });
      offerUndo(store, ({ bots }) => bots.removed(name, usedBy), { from: `bot ${id}`, bringBack });
    }),
});

/** A name has a bound. */
const named = (bot: NewBot): NewBot => ({ ...bot, name: bot.name.slice(0, 100) });

const show = (store: BenchStore, place: BotPlace): void =>
  changeView(store, { dialog: { kind: 'edit-bots', ...place } });
