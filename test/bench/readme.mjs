import { readFileSync, writeFileSync } from 'node:fs';

const readme = new URL('../../README.md', import.meta.url);

/** Puts figures between the two marks of their name in the README, so that none is ever typed by hand. */
export const writeFigures = (name, text) => {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const before = readFileSync(readme, 'utf8');
  const start = before.indexOf(open);
  const end = before.indexOf(close);
  if (start < 0 || end < start) throw new Error(`README.md has no place marked ${open} … ${close}.`);
  writeFileSync(readme, `${before.slice(0, start + open.length)}\n\n${text}\n\n${before.slice(end)}`);
};
