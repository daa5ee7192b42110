import type { BotScript } from '#shared/bot/bot-script.ts';
import { botIssues } from '#shared/bot/bot-issues.ts';
import type { botCommands } from '#shared/contract/commands/bot-commands.ts';
import { fault, HarnessError, type InputIssue } from '#shared/contract/fault.ts';
import { mostBots, withItem, withoutItem } from '#shared/shelf/shelf.ts';
import type { Answering, CommandParts } from './command-parts.ts';

export const answerBotCommands = ({
  bench: { shelf, world, channels, removals },
}: CommandParts): Answering<typeof botCommands> => ({
  saveBot: async ({ bot: { id = world.ids.uuid(), ...script } }) => {
    const bot = { id, ...script };
    const issues = botIssues(bot).map(({ path, message }) => ({ path: `/bot${path}`, message }));
    if (issues.length > 0) throw invalid(bot, issues);
    await shelf.change((before) => ({ ...before, bots: withRoomFor(bot, withItem(before.bots, bot)) }));
    return { id };
  },
  removeBot: async ({ id }) => {
    const at = shelf.current.bots.findIndex((each) => each.id === id);
    const removed = shelf.current.bots[at];
    if (!removed) throw new HarnessError(fault('bot.unknown', { bot: id }));
    await shelf.change((before) => ({ ...before, bots: withoutItem(before.bots, id) }));
    const bringBack = (): Promise<void> =>
      shelf.change((before) => ({
        ...before,
        bots: withRoomFor(removed, withoutItem(before.bots, id).toSpliced(at, 0, removed)),
      }));
    return {
      // It is in no file any more: there is nothing left to remove.
      undoId: removals.add({ from: `bot ${id}`, bringBack, end: async () => undefined }),
      usedBy: channels.all.filter(({ stored }) => stored.botId === id).map(({ stored }) => stored.name),
    };
  },
});

/** More would make a file that is refused at the next start. */
const withRoomFor = (bot: BotScript, bots: BotScript[]): BotScript[] => {
  if (bots.length <= mostBots) return bots;
  throw invalid(bot, [{ path: '/bot', message: `is one too many: ${String(mostBots)} are kept` }]);
};

const invalid = ({ name }: { readonly name: string }, issues: readonly InputIssue[]): HarnessError =>
  new HarnessError(fault('input.invalid', { problem: `The bot ${name} cannot be saved.` }, issues));
