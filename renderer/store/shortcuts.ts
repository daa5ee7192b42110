import type { MenuCommand } from '#shared/contract/shell.ts';

export type Command = MenuCommand | 'examine-text' | 'search-traffic' | 'next-part' | 'previous-part';

type Keys = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** Every shortcut: how it is written, what it does, and for the list's sake in which group. */
export const shortcuts: readonly {
  readonly keys: readonly string[];
  readonly does: string;
  readonly command?: Command;
}[] = [
  { keys: ['Alt', 'N'], does: 'New user: a new conversation', command: 'new-conversation' },
  { keys: ['Alt', 'M'], does: 'Go to the message field', command: 'focus-composer' },
  { keys: ['Alt', 'T'], does: 'Go to the traffic list', command: 'focus-traffic' },
  { keys: ['Alt', 'I'], does: 'Go to the inspector', command: 'focus-inspector' },
  { keys: ['Alt', 'E'], does: 'Examine a token, curl, raw HTTP or HAR', command: 'examine-text' },
  { keys: ['/'], does: 'Search traffic', command: 'search-traffic' },
  { keys: ['F6'], does: 'Go to the next part of the screen', command: 'next-part' },
  { keys: ['Shift', 'F6'], does: 'Go to the previous part of the screen', command: 'previous-part' },
  { keys: ['Ctrl', ','], does: 'Open the settings', command: 'show-settings' },
  { keys: ['?'], does: 'Show this list', command: 'show-shortcuts' },
  { keys: ['Enter'], does: 'Send the message' },
  { keys: ['Shift', 'Enter'], does: 'New line in the message' },
  { keys: ['↑', '↓'], does: 'Move in a list or between bubbles' },
  { keys: ['Enter'], does: 'On a bubble: show its exchange' },
];

const byCode: Readonly<Record<string, Command>> = {
  KeyN: 'new-conversation',
  KeyM: 'focus-composer',
  KeyT: 'focus-traffic',
  KeyI: 'focus-inspector',
  KeyE: 'examine-text',
};

/** The command of a key press, or null. Keys that write a character count only where nothing is being written. */
export const commandOf = (keys: Keys, isWriting: boolean): Command | null => {
  // What people know from other programs; on a Mac it is the command key.
  if (keys.ctrlKey || keys.metaKey) return keys.key === ',' && !keys.altKey && !keys.shiftKey ? 'show-settings' : null;
  // By the place of the key: with Alt, some systems write another character.
  if (keys.altKey) return keys.shiftKey ? null : (byCode[keys.code] ?? null);
  if (keys.key === 'F6') return keys.shiftKey ? 'previous-part' : 'next-part';
  if (isWriting) return null;
  if (keys.key === '?') return 'show-shortcuts';
  return keys.key === '/' ? 'search-traffic' : null;
};
