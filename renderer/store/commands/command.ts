import type { Actions } from '../actions.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Pane } from '../remember.ts';
import type { FileToSave, SaveOutcome } from '#shared/contract/shell.ts';
import type { FilePort } from '../files/file-port.ts';
import type { BenchState } from '../store.ts';

/** What a command needs of the window itself. */
export type Screen = {
  /** Takes the focus to the first of these that is there, as soon as what was asked for is drawn. */
  readonly focus: (selectors: readonly string[]) => void;
  /** The part of the screen that has the focus. */
  readonly focusedPane: () => Pane | null;
  readonly toggleFullScreen: () => void;
  /** Puts a text where it can be pasted from; false where that is not allowed. */
  readonly copy: (text: string) => Promise<boolean>;
  /** Gives a file to the person: where it goes is theirs to say. */
  readonly saveFile: (file: FileToSave) => Promise<SaveOutcome>;
  readonly files: FilePort;
  /** Draws everything this many times as large. */
  readonly zoomTo: (factor: number) => void;
  /** The width of the page, in pixels as large as they are drawn. */
  readonly width: () => number;
  /** On a Mac keys are written, and some are chosen, otherwise. */
  readonly isMac: boolean;
};

/** What a command sees: the state of the page and what this build knows. */
export type Situation = { readonly state: BenchState; readonly catalogue: Catalogue };

/** What a command works with. */
export type CommandBench = Situation & { readonly actions: Actions; readonly screen: Screen };

/** Where a command stands in the shortcut list, and what the palette says of it. */
export type CommandGroup = 'bench' | 'files' | 'channels' | 'conversation' | 'traffic' | 'exchange' | 'view' | 'go';

/** Something that a person can ask of the page by a key, a menu, a button or the palette. Its title is in the words. */
export type Command = {
  readonly group: CommandGroup;
  /** As `Mod+K`, `Alt+N`, `Shift+F6` or `?`; null where it has none. */
  readonly keys: string | null;
  /** Keys that people know from other programs: obeyed as well, and written nowhere. */
  readonly otherKeys: readonly string[];
  /** False where there is nothing to do: it is not offered then. */
  readonly isPossible: (situation: Situation) => boolean;
  /** Changes or sends something: a bundle that is shown can do neither. */
  readonly isForBenchOnly: boolean;
  /** Of one that stands for a state: whether it is so now. */
  readonly isOn: ((situation: Situation) => boolean) | null;
  /** Obeyed in front of a dialog as well. */
  readonly isForDialogs: boolean;
  /** Its keys are left to a field that is being written in. */
  readonly yieldsToFields: boolean;
  /** Its keys count only while the focus is in what this selector names; null: everywhere. */
  readonly within: string | null;
  readonly run: (bench: CommandBench) => unknown;
};

type Given = Pick<Command, 'group' | 'run'> & Partial<Command>;

/** A command with what most commands have. */
export const command = (given: Given): Command => ({
  keys: null,
  otherKeys: [],
  isPossible: () => true,
  isForBenchOnly: false,
  isOn: null,
  isForDialogs: false,
  yieldsToFields: false,
  within: null,
  ...given,
});
