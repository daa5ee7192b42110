import { benchCommands } from './bench-commands.ts';
import { channelCommands } from './channel-commands.ts';
import type { Command, Situation } from './command.ts';
import { compareCommands } from './compare-commands.ts';
import { copyCommands } from './copy-commands.ts';
import { exchangeCommands } from './exchange-commands.ts';
import { conversationCommands } from './conversation-commands.ts';
import { fileCommands } from './file-commands.ts';
import { goCommands } from './go-commands.ts';
import { arePressed, writesASign, type Pressed } from './keys.ts';
import { inspectorCommands } from './inspector-commands.ts';
import { requestCommands } from './request-commands.ts';
import { trafficCommands } from './traffic-commands.ts';
import { valueCommands } from './value-commands.ts';
import { viewCommands } from './view-commands.ts';

/** Every command of the page, in the order in which they are listed. A new subject is a file and a line here. */
export const commands = {
  ...benchCommands,
  ...fileCommands,
  ...conversationCommands,
  ...channelCommands,
  ...trafficCommands,
  ...exchangeCommands,
  ...requestCommands,
  ...compareCommands,
  ...copyCommands,
  ...inspectorCommands,
  ...valueCommands,
  ...goCommands,
  ...viewCommands,
} as const satisfies Readonly<Record<string, Command>>;
export type CommandId = keyof typeof commands;

export const commandIds = Object.keys(commands) as readonly CommandId[];

/** Whether a command can be run now. */
export const isOffered = (id: CommandId, situation: Situation): boolean =>
  !isTooMuch(id, situation) && commands[id].isPossible(situation);

/** Whether a command is out of the question because a bundle is shown: it would change or send something. */
export const isTooMuch = (id: CommandId, { state }: Situation): boolean =>
  commands[id].isForBenchOnly && (state.session?.openedBundle ?? null) !== null;

/** Where the keys were pressed; `isIn` tells whether that is in what a selector names. */
export type KeyPlace = {
  readonly isWriting: boolean;
  readonly isInDialog: boolean;
  readonly isMac: boolean;
  readonly isIn: (selector: string) => boolean;
};

/**
 * The command of a key press, or null; of the part of the screen that has the focus before any other. Keys that write a sign count only
 * where nothing is being written.
 */
export const commandOf = (pressed: Pressed, { isWriting, isInDialog, isMac, isIn }: KeyPlace): CommandId | null => {
  const obeyed = commandIds.filter((id) => {
    const { keys, otherKeys, isForDialogs, yieldsToFields, within } = commands[id];
    if ((isInDialog && !isForDialogs) || (within !== null && !isIn(within))) return false;
    return [...(keys === null ? [] : [keys]), ...otherKeys].some((each) => {
      if (isWriting && (yieldsToFields || writesASign(each))) return false;
      return arePressed(each, pressed, isMac);
    });
  });
  return obeyed.find((id) => commands[id].within !== null) ?? obeyed[0] ?? null;
};
