/** A key press, as far as it matters here. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

const partsOf = (keys: string): { readonly modifiers: readonly string[]; readonly key: string } => {
  const parts = keys.split('+');
  return { modifiers: parts.slice(0, -1), key: parts.at(-1) ?? '' };
};

/** A key that writes a sign: it says nothing to a page in which something is being written. */
export const writesASign = (keys: string): boolean => keys.length === 1;

/** By the sign, or by the place of the key where the keyboard writes other letters or Alt makes another sign of it. */
const isKey = (key: string, pressed: Pressed): boolean => {
  if (key === 'Plus') return pressed.key === '+' || pressed.key === '=';
  if (pressed.key.toLowerCase() === key.toLowerCase()) return true;
  const isOther = pressed.altKey || pressed.key > '~';
  return isOther && /^[A-Z]$/.test(key) && pressed.code === `Key${key}`;
};

/** Whether these keys were pressed, and no modifier more. */
export const arePressed = (keys: string, pressed: Pressed, isMac: boolean): boolean => {
  const { modifiers, key } = partsOf(keys);
  const wants = (name: string) => modifiers.includes(name);
  const mod = isMac ? pressed.metaKey : pressed.ctrlKey;
  const other = isMac ? pressed.ctrlKey : pressed.metaKey;
  if (other || wants('Mod') !== mod || wants('Alt') !== pressed.altKey) return false;
  // A sign is written with Shift on one keyboard and without it on another.
  const isSign = writesASign(key) ? !/[a-z]/i.test(key) : key === 'Plus';
  return (isSign || wants('Shift') === pressed.shiftKey) && isKey(key, pressed);
};

const onMac: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '⏎',
  Plus: '+',
  ArrowUp: '↑',
  ArrowDown: '↓',
};
const elsewhere: Readonly<Record<string, string>> = { Mod: 'Ctrl', Plus: '+', ArrowUp: '↑', ArrowDown: '↓' };

/** The keys as they stand on the keyboard of the person, each by itself. */
export const writtenKeys = (keys: string, isMac: boolean): readonly string[] => {
  const { modifiers, key } = partsOf(keys);
  const names = isMac ? onMac : elsewhere;
  return [...modifiers, key].map((each) => names[each] ?? each);
};

/** The same in one piece, for a menu or a tooltip. */
export const keysText = (keys: string, isMac: boolean): string => writtenKeys(keys, isMac).join(isMac ? '' : '+');

/** The same for `aria-keyshortcuts` (WAI-ARIA 1.2), which writes modifiers out. */
export const spokenKeys = (keys: string, isMac: boolean): string =>
  keys.replace('Mod', isMac ? 'Meta' : 'Control').replace(/Plus$/, '+');
