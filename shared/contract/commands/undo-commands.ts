import { Type } from 'typebox';
import { exact, takes, type Nothing } from '#shared/contract/command.ts';

/** What a command returns that removed something: for a while, `undo` brings it back. */
export type Undoable = { readonly undoId: string };

/** Milliseconds in which what was removed can be brought back. */
export const undoWindow = 60_000;

/** What a screen may ask of what was removed. */
export const undoCommands = {
  /** Brings back what was removed, as it was. Refuses with `undo.over` what is gone: a minute later, or after the next removal from the same place. */
  undo: takes(Type.Object({ undoId: Type.String({ minLength: 1, maxLength: 200 }) }, exact)).returns<Nothing>(),
} as const;
