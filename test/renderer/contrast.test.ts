import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contrast, linearRgb, themesOf, weakPairs } from './contrast.ts';

const css = readFileSync('renderer/kit/tokens.css', 'utf8');
const themes = themesOf(css);
const needs = {
  light: { text: 4.5, controls: 3 },
  dark: { text: 4.5, controls: 3 },
  'contrast-light': { text: 7, controls: 4.5 },
  'contrast-dark': { text: 7, controls: 4.5 },
} as const;

test('the formulas are those of CSS Color 4 and WCAG: known colours have their known values', () => {
  expect(contrast([1, 0, 0], [0, 0, 0])).toBeCloseTo(21, 5);
  // The same colour twice in the specification: oklch(0.628 0.2577 29.23) is red.
  const [red, green, blue] = linearRgb([0.62796, 0.25768, 29.234]);
  expect([red, green, blue].map((each) => Math.round(each * 1000) / 1000)).toEqual([1, 0, 0]);
});

test.each(Object.entries(needs))('all that is read and used in the %s theme stands out enough', (name, need) => {
  expect(weakPairs(themes.get(name) ?? new Map(), need)).toEqual([]);
});

test('every theme has the same tokens', () => {
  expect([...themes.keys()].toSorted()).toEqual(Object.keys(needs).toSorted());
  const names = [...themes.values()].map((colours) => [...colours.keys()].toSorted());
  for (const each of names) expect(each).toEqual(names[0]);
});

test('a token that became too weak is named with its ratio', () => {
  const spoiled = css.replace(/(--text-faint: )oklch\([^)]*\)/, '$1oklch(0.75 0.01 265)');
  expect(weakPairs(themesOf(spoiled).get('light') ?? new Map(), needs.light)).toContain(
    'text-faint on surface-raised: 2.23',
  );
});
