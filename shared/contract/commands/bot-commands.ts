import { Type } from 'typebox';
import { BotScript } from '#shared/bot/bot-script.ts';
import { exact, takes } from '#shared/contract/command.ts';
import type { Undoable } from '#shared/contract/commands/undo-commands.ts';

const { id: BotId, ...script } = BotScript.properties;

/** What a screen may ask of a person's own bots. Those that are built in stay as they are. */
export const botCommands = {
  /** Puts a bot by; one with the same id is replaced, and without an id it is new. Issues come back by JSON Pointer. */
  saveBot: takes(Type.Object({ bot: Type.Object({ id: Type.Optional(BotId), ...script }, exact) }, exact)).returns<{
    readonly id: string;
  }>(),
  /** A channel that has it answers from now on that it has no bot; `usedBy` names those. Refuses with `bot.unknown`. */
  removeBot: takes(Type.Object({ id: BotId }, exact)).returns<Undoable & { readonly usedBy: readonly string[] }>(),
} as const;
