import { plainText, type Card, type Content } from '#shared/exchange/message.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { assertNever } from '#shared/text/assert-never.ts';

/** C0 but tab and line feed, DEL, C1, line separators, and every character that reorders or hides what stands around it. */
const dangerous =
  // eslint-disable-next-line no-control-regex -- control characters are what this is about.
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Text that a terminal shows and never obeys: what could move the cursor, set a title or reverse the reading order is printed as its
 * escape. The escapes are those of JSON strings, so JSON text stays the same JSON.
 */
export const printable = (text: string): string =>
  text.replaceAll(dangerous, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`);

export const printLine = (text: string): void => {
  process.stdout.write(`${printable(text)}\n`);
};

export const printProblem = (text: string): void => {
  process.stderr.write(`${printable(text)}\n`);
};

export const printJson = (value: unknown): void => printLine(JSON.stringify(value));

/** What happened, what is wrong in which field, what to do; nothing twice. */
export const printFault = ({ message, next, issues = [] }: Fault): void => {
  printProblem(message);
  for (const issue of issues.filter((each) => !message.includes(each.message)))
    printProblem(`  ${issue.path || '/'} ${issue.message}`);
  printProblem(next);
};

/** A message as a person reads it in a terminal, line by line. */
export const contentLines = (content: Content): readonly string[] => {
  switch (content.kind) {
    case 'text':
      return content.text.split('\n');
    case 'buttons':
      return [...linesOf(content.text), ...content.buttons.map(({ title }) => `  [${title}]`)];
    case 'quick-replies':
      return [...linesOf(content.text), ...content.replies.map(({ title }) => `  (${title})`)];
    case 'carousel':
      return content.cards.flatMap(cardLines);
    case 'list':
      return [...content.cards.flatMap(cardLines), ...content.buttons.map(({ title }) => `  [${title}]`)];
    case 'media':
      return [`${content.media}: ${content.title ? `${content.title} ` : ''}${content.url}`];
    case 'table':
      return [
        ...linesOf(content.text ?? ''),
        content.columns.join(' | '),
        ...content.rows.map((row) => row.join(' | ')),
      ];
    case 'form':
      return [
        content.title,
        ...content.fields.map(({ label, isRequired }) => `  ${label}${isRequired ? ' *' : ''}: ____`),
        `  [${content.submit}]`,
      ];
    case 'event':
      return [`(${plainText(content)})`];
    case 'unknown':
      return [`${content.label}: ${content.source}`];
    default:
      return assertNever(content);
  }
};

/** Nothing is no line. */
const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.split('\n'));

const cardLines = ({ title, subtitle, url, buttons }: Card): readonly string[] => [
  `* ${[title, subtitle, url].filter(Boolean).join(' - ')}`,
  ...buttons.map((button) => `    [${button.title}]`),
];
