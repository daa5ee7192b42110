import { expect, test } from 'vitest';
import { createMemory } from '#shared/platforms/memory.ts';

test('a memory gives back what it was told, finds by the beginning of a key, and forgets', () => {
  const memory = createMemory();
  memory.set('session/a', { at: 1 });
  memory.set('session/b', { at: 2 });
  memory.set('poll/x', 'rest');
  expect(memory.keys('session/')).toEqual(['session/a', 'session/b']);
  memory.set('session/a', { at: 3 });
  expect(memory.keys('session/')).toEqual(['session/b', 'session/a']);
  expect(memory.get('session/a')).toEqual({ at: 3 });
  memory.forget('session/a');
  expect(memory.get('session/a')).toBeUndefined();
  memory.clear();
  expect(memory.keys('')).toEqual([]);
});

test('a client that invents users cannot fill it: the oldest values go first', () => {
  const memory = createMemory();
  for (let user = 0; user < 10_050; user += 1) memory.set(`session/${String(user)}`, user);
  expect(memory.keys('')).toHaveLength(10_000);
  expect(memory.get('session/49')).toBeUndefined();
  expect(memory.get('session/10049')).toBe(10_049);
});
