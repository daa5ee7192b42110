import type { Words } from '#renderer/words/words.ts';
import type { MenuCommand } from '#shared/contract/shell.ts';

export type Command = MenuCommand | 'examine-text' | 'search-traffic' | 'next-part' | 'previous-part';

type Keys = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** Every shortcut: how it is written, and what it does. */
export const shortcuts: readonly {
  readonly keys: readonly string[];
  readonly does: keyof Words['shortcuts'];
}[] = [
  { keys: ['Alt', 'N'], does: 'new-conversation' },
  { keys: ['Alt', 'M'], does: 'focus-composer' },
  { keys: ['Alt', 'T'], does: 'focus-traffic' },
  { keys: ['Alt', 'I'], does: 'focus-inspector' },
  { keys: ['Alt', 'E'], does: 'examine-text' },
  { keys: ['/'], does: 'search-traffic' },
  { keys: ['F6'], does: 'next-part' },
  { keys: ['Shift', 'F6'], does: 'previous-part' },
  { keys: ['Ctrl', ','], does: 'show-settings' },
  { keys: ['?'], does: 'show-shortcuts' },
  { keys: ['Enter'], does: 'send' },
  { keys: ['Shift', 'Enter'], does: 'new-line' },
  { keys: ['↑', '↓'], does: 'move' },
  { keys: ['Enter'], does: 'show-exchange' },
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
