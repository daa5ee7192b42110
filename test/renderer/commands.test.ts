import { expect, test } from 'vitest';
import { arePressed, keysText, spokenKeys, writtenKeys } from '#renderer/store/commands/keys.ts';
import { commandIds, commandOf, commands } from '#renderer/store/commands/registry.ts';
import { steppedZoom } from '#renderer/store/zoom.ts';
import { menuKeys } from '#shared/contract/shell.ts';
import { inEnglish, inKorean } from './spoken.ts';

const press = (key: string, change: Partial<KeyboardEvent> = {}) => ({
  key,
  code: '',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...change,
});
const page = { isWriting: false, isInDialog: false, isMac: false, isIn: () => false };
const field = { ...page, isWriting: true };

test('a shortcut that writes a sign counts only where nothing is written', () => {
  expect(commandOf(press('?', { shiftKey: true }), page)).toBe('show-shortcuts');
  expect(commandOf(press('?', { shiftKey: true }), field)).toBeNull();
  expect(commandOf(press('µ', { code: 'KeyM', altKey: true }), field)).toBe('focus-composer');
  expect(commandOf(press('n', { code: 'KeyN', ctrlKey: true }), page)).toBeNull();
  expect(commandOf(press('F6', { shiftKey: true }), field)).toBe('previous-part');
  expect(commandOf(press('F6'), field)).toBe('next-part');
});

test('keys of one part of the screen mean something else in the others', () => {
  const inInspector = { ...page, isIn: (selector: string) => selector === '#pane-inspector' };
  expect(commandOf(press('f', { ctrlKey: true }), page)).toBe('search-traffic');
  expect(commandOf(press('f', { ctrlKey: true }), inInspector)).toBe('find-in-body');
});

test('undo in a field is the field’s own', () => {
  expect(commandOf(press('z', { ctrlKey: true }), page)).toBe('undo-removal');
  expect(commandOf(press('z', { ctrlKey: true }), field)).toBeNull();
});

test('behind a dialog only the size of the page can be changed', () => {
  const dialog = { ...page, isInDialog: true };
  expect(commandOf(press('k', { ctrlKey: true }), dialog)).toBeNull();
  expect(commandOf(press('+', { ctrlKey: true, shiftKey: true }), dialog)).toBe('zoom-in');
  expect(commandOf(press('=', { ctrlKey: true }), dialog)).toBe('zoom-in');
});

test('on a Mac the command key does what Ctrl does elsewhere, and keys are written as they stand there', () => {
  const mac = { ...page, isMac: true };
  expect(commandOf(press('k', { metaKey: true }), mac)).toBe('show-palette');
  expect(commandOf(press('k', { ctrlKey: true }), mac)).toBeNull();
  expect(commandOf(press('k', { metaKey: true }), page)).toBeNull();
  expect(keysText('Mod+K', true)).toBe('⌘K');
  expect(keysText('Mod+K', false)).toBe('Ctrl+K');
  expect(writtenKeys('Shift+F6', true)).toEqual(['⇧', 'F6']);
  expect(keysText('Mod+Plus', false)).toBe('Ctrl++');
  expect(spokenKeys('Mod+K', false)).toBe('Control+K');
});

test('a letter is known by its place where the keyboard writes another one', () => {
  expect(arePressed('Mod+K', press('ㅏ', { code: 'KeyK', ctrlKey: true }), false)).toBe(true);
  expect(arePressed('Mod+K', press('t', { code: 'KeyK', ctrlKey: true }), false)).toBe(false);
  expect(arePressed('Mod+Z', press('z', { ctrlKey: true, shiftKey: true }), false)).toBe(false);
  expect(arePressed('Alt+N', press('n', { code: 'KeyN', altKey: true, ctrlKey: true }), false)).toBe(false);
});

test('no two commands have the same keys, each has a title in both languages, and the menu shows what the page obeys', () => {
  const keys = commandIds.flatMap((id) => commands[id].keys ?? []);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { titles } of [inEnglish.commands, inKorean.commands])
    expect(Object.keys(titles).toSorted()).toEqual(commandIds.toSorted());
  for (const [id, menuKey] of Object.entries(menuKeys))
    expect(commands[id as keyof typeof menuKeys].keys).toBe(menuKey);
});

test('zoom goes in steps and stops at the ends', () => {
  expect([steppedZoom(1, 1), steppedZoom(1, -1), steppedZoom(1.3, 1), steppedZoom(1.3, -1)]).toEqual([
    1.1, 0.9, 1.5, 1.25,
  ]);
  expect([steppedZoom(3, 1), steppedZoom(0.5, -1)]).toEqual([3, 0.5]);
});
