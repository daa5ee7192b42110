import { useKept } from '#renderer/rules/use-kept.ts';
import type { BotDraft } from '#renderer/store/rules/bot-draft.ts';
import type { BotScript } from '#shared/bot/bot-script.ts';

/** What is being written of the bots: kept while one looks at another one. */
export type BotWriting = {
  readonly draftOf: (bot: BotScript) => BotDraft | null;
  readonly isChanged: (bot: BotScript) => boolean;
  /** Something is written for a bot, which may be gone. */
  readonly isWritten: (id: string) => boolean;
  /** Somebody else changed the bot meanwhile. */
  readonly isOutrun: (bot: BotScript) => boolean;
  /** `read` is what the draft stands for; null where it cannot be read. */
  readonly write: (bot: BotScript, draft: BotDraft, read: BotScript | null) => void;
  readonly keep: (bot: BotScript, draft: BotDraft, saved: BotScript) => void;
  readonly revert: (bot: BotScript) => void;
};

const textOf = ({ name, rules, fallback }: BotScript): string => JSON.stringify([name, rules, fallback]);

export const useBotWriting = (): BotWriting => {
  const kept = useKept<BotDraft>();
  return {
    draftOf: (bot) => kept.draftOf(bot.id, textOf(bot)),
    isChanged: (bot) => kept.isChanged(bot.id, textOf(bot)),
    isWritten: kept.isWritten,
    isOutrun: (bot) => kept.isOutrun(bot.id, textOf(bot)),
    write: (bot, draft, read) => kept.write(bot.id, draft, textOf(bot), read ? textOf(read) : ''),
    keep: (bot, draft, saved) => kept.keep(bot.id, draft, textOf(bot), textOf(saved)),
    revert: ({ id }) => kept.forget(id),
  };
};
