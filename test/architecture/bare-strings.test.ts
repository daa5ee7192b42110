import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { bareStringsIn } from './bare-strings.ts';

const page = resolve(import.meta.dirname, '../../renderer');

const sources = readdirSync(page, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((path) => !path.startsWith(join(page, 'words')));

/** What looks like words and is none, or is told in English on purpose, each with where it stands. */
const allowed = new Set([
  // The beginning of every address.
  'conversation/link-dialog.tsx: https://',
  'conversation/spans.tsx: noopener noreferrer',
  // Classes and lines of CSS that a script writes.
  'inspector/code-marks.ts: cm-note cm-note-',
  'inspector/code-marks.ts: cm-found cm-current',
  'inspector/code-theme.ts: 2px solid var(--focus)',
  'inspector/code-theme.ts: 0 1px var(--attention)',
  'inspector/code-theme.ts: 2px solid var(--attention)',
  // A term of the query language.
  'store/files/tell-imported.ts: is:imported id:',
  // Names for the tools of React.
  'traffic/row.tsx: Row',
  // What the DOM calls files that are dragged.
  'kit/use-file-drop.ts: Files',
  'shell/use-files.ts: Files',
  // How the English reasons of platforms begin.
  'store/traffic-rows.ts: Not checked:',
  // Reasons in faults: faults are English until they are shown.
  'store/files/given-file.ts: it was changed or taken away',
  'store/files/import-files.ts: it is larger than',
  'store/files/open-bundle.ts: it is larger than',
  'store/files/open-bundle.ts: it is no text in UTF-8',
  'store/transfer-actions.ts: it is too large for a channel',
  'store/bot-actions.ts: it is too large for a bot',
  'store/bot-actions.ts: it is no JSON.',
  'store/bot-actions.ts: it is no bot:',
  'store/bot-actions.ts: the whole',
  'transport/choose-transport.ts: it came without the token of this start',
]);

test('every word of the page is in the dictionary', () => {
  const bare = sources.flatMap((path) =>
    bareStringsIn(path, readFileSync(path, 'utf8')).map((text) => `${relative(page, path)}: ${text}`),
  );
  expect(bare.filter((each) => !allowed.has(each))).toEqual([]);
  expect([...allowed].filter((each) => !bare.includes(each))).toEqual([]);
});

test.each([
  ['a text', '<p>Nothing here</p>', 'Nothing here'],
  ['one word', '<Button onClick={act}>Send</Button>', 'Send'],
  ['a small word', '<p>{count} exchanges</p>', 'exchanges'],
  ['a choice of two words', "<p>{isOn ? 'on' : 'off'}</p>", 'on, off'],
  ['a condition', "<p>{count > 0 && 'some'}</p>", 'some'],
  ['a template', '<p>{`${count} left`}</p>', 'left'],
  ['a tooltip', '<b title="Copy" />', 'Copy'],
  ['what is heard', '<b aria-label={`Remove ${name}`} />', 'Remove'],
  ['a default that is shown', "<input placeholder={hint ?? 'anything'} />", 'anything'],
  ['a part of ours', '<IconButton label="close" icon={<X size={14} />} />', 'close'],
  ['Korean', '<p>보내기</p>', '보내기'],
  ['a word kept in a table', "({ trust: 'Trust' })", 'Trust'],
  ['a sentence of the code', '(`${count} seconds left`)', 'seconds left'],
])('%s is seen', (_what, source, text) => {
  expect(bareStringsIn('planted.tsx', `export const planted = ${source};\n`).join(', ')).toBe(text);
});

test.each([
  ['a word of the dictionary', '<p title={words.copy}>{words.title}</p>'],
  ['a key of the dictionary', "<p aria-label={words.end('app')}>{words.ends['platform']}</p>"],
  ['signs', '<p> · {count} — #{id}</p>'],
  ['what a machine reads', '<input type="text" className="only-heard" role="status" autoComplete="off" />'],
  ['a comparison', "<p>{kind === 'text' ? words.one : words.other}</p>"],
  ['a key', '<kbd>Ctrl</kbd>'],
  ['an error for those who write the page', "new Error('A part is drawn outside of it.')"],
])('%s is no bare string', (_what, source) => {
  expect(bareStringsIn('planted.tsx', `export const planted = ${source};\n`)).toEqual([]);
});
