import type { Fault } from '#shared/contract/fault.ts';
import type { Unsubscribe } from '#shared/contract/harness.ts';
import type { Wire } from '#shared/contract/transport.ts';

/**
 * What the native menu may ask of the page, with the keys that the page obeys; null where there are none. Each is a command of the
 * page (renderer/store/commands). `Mod` is the control key, on a Mac the command key.
 */
export const menuKeys = {
  'new-channel': null,
  'new-conversation': 'Alt+N',
  'open-file': 'Mod+O',
  'import-traffic': null,
  'export-traffic': 'Mod+E',
  'show-settings': 'Mod+,',
  'undo-removal': 'Mod+Z',
  'search-traffic': '/',
  'clear-traffic': null,
  'show-palette': 'Mod+K',
  'wide-traffic': 'Alt+W',
  'list-channels': null,
  'zoom-in': 'Mod+Plus',
  'zoom-out': 'Mod+-',
  'zoom-reset': 'Mod+0',
  'theme-system': null,
  'theme-light': null,
  'theme-dark': null,
  'theme-contrast': null,
  'demo-mode': 'Alt+D',
  'focus-composer': 'Alt+M',
  'focus-traffic': 'Alt+T',
  'focus-inspector': 'Alt+I',
  'next-part': 'F6',
  'previous-part': 'Shift+F6',
  'examine-text': 'Alt+E',
  'show-shortcuts': '?',
} as const satisfies Readonly<Record<string, string | null>>;
export type MenuCommand = keyof typeof menuKeys;

/** What is done with files that are given to the page: a bundle is opened to be read, or everything is imported. */
export type FileUse = 'open' | 'import';

/** A file that was opened lately. */
export type RecentFile = {
  readonly id: string;
  readonly name: string;
  /** Where it lies, for a person to tell it from others; empty where nobody knows. */
  readonly folder: string;
};

/** A file that the page has made. */
export type FileToSave = {
  /** Without a folder. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
};

/** What became of it: `given` to the browser, which says by itself where it goes. */
export type SaveOutcome =
  | { readonly state: 'saved'; /** As the person called it. */ readonly name: string }
  | { readonly state: 'given' }
  | { readonly state: 'cancelled' }
  | { readonly state: 'refused'; readonly fault: Fault };

export type OpenedFile = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** Files that a person opened, and why others of them could not be read. */
export type FilesOpened = {
  readonly use: FileUse;
  readonly files: readonly OpenedFile[];
  readonly refused: readonly Fault[];
};

/** Files of the desktop. A person names them, in a dialog, a menu or by dropping them; the page learns no path and can name none. */
export type ShellFiles = {
  /** Asks the person for files. */
  readonly pick: (use: FileUse) => void;
  /** Hears of every file that is opened, in whatever way; what was opened before is heard at once. */
  readonly onOpened: (take: (opened: FilesOpened) => void) => Unsubscribe;
  /** Remembers a `File` that was dropped. */
  readonly remember: (file: object) => void;
  /** Hears which files were opened lately, now and whenever they change. */
  readonly onRecent: (tell: (recent: readonly RecentFile[]) => void) => Unsubscribe;
  readonly openRecent: (id: string) => void;
};

/** What the desktop shell puts on the page's window, under the name `hookbench`: a wire, the menu and the size of its pictures. */
export type ShellBridge = {
  readonly wire: Wire;
  readonly onMenu: (act: (command: MenuCommand) => void) => Unsubscribe;
  /** Draws everything this many times as large. */
  readonly zoomTo: (factor: number) => void;
  readonly toggleFullScreen: () => void;
  /** Asks the person where a file goes, and writes it there. */
  readonly saveFile: (file: FileToSave) => Promise<SaveOutcome>;
  readonly files: ShellFiles;
};
