import { assertNever } from '#shared/text/assert-never.ts';
import { isoTime } from '#shared/text/iso-time.ts';
import { traceName } from '#shared/exchange/trace.ts';
import type { Action, Card, Content } from '#shared/exchange/message.ts';
import { writerOfConversations, type FileWriter } from '#shared/export/file-writer.ts';
import type { ExportedConversation } from '#shared/export/exported.ts';

/** Conversations as CommonMark. Whatever was said is text there: no markup of its own, no link but to http(s). */
export const markdownWriter = (): FileWriter =>
  writerOfConversations({
    begin: () => '',
    conversation: conversationText,
    separator: '\n\n---\n\n',
    end: () => '\n',
  });

const conversationText = ({ conversation, channel, messages, traces }: ExportedConversation): string =>
  [
    `# ${plain(channel.name)}: ${plain(conversation.userId)}`,
    `Began ${isoTime(conversation.startedAt)}, ${String(messages.length)} ${messages.length === 1 ? 'message' : 'messages'}.`,
    ...messages.map(({ author, at, content, exchangeId }) => {
      const trace = traces.get(exchangeId);
      const head = [`**${author}**`, isoTime(at), ...(trace === undefined ? [] : [traceName(trace)])];
      return `${head.join(' · ')}\n\n${contentText(content)}`;
    }),
  ].join('\n\n');

const contentText = (content: Content): string => {
  switch (content.kind) {
    case 'text':
      return paragraph(content.text);
    case 'buttons':
      return joined(paragraph(content.text), list(content.buttons.map(({ title, action }) => offer(title, action))));
    case 'quick-replies':
      return joined(paragraph(content.text), list(content.replies.map(({ title }) => `(${plain(title)})`)));
    case 'carousel':
      return list(content.cards.map(cardText));
    case 'list':
      return list([
        ...content.cards.map(cardText),
        ...content.buttons.map(({ title, action }) => offer(title, action)),
      ]);
    case 'media':
      return link(content.title ?? content.media, content.url);
    case 'table':
      return joined(paragraph(content.text ?? ''), tableText(content.columns, content.rows));
    case 'form':
      return joined(
        paragraph(content.title),
        list([...content.fields.map(({ label }) => `${plain(label)}: \\_\\_\\_`), `\\[${plain(content.submit)}\\]`]),
      );
    case 'event':
      return `*${plain(content.detail === '' ? content.name : `${content.name}: ${content.detail}`)}*`;
    case 'unknown':
      return joined(plain(content.label), codeBlock(content.source));
    default:
      return assertNever(content);
  }
};

const joined = (...parts: readonly string[]): string => parts.filter((each) => each !== '').join('\n\n');

const list = (items: readonly string[]): string => items.map((each) => `- ${each}`).join('\n');

const cardText = ({ title, subtitle, url, buttons }: Card): string =>
  [
    url === undefined ? plain(title) : link(title, url),
    ...(subtitle === undefined ? [] : [plain(subtitle)]),
    ...buttons.map((each) => offer(each.title, each.action)),
  ].join(' · ');

const offer = (title: string, action: Action): string =>
  action.kind === 'url' ? link(title, action.url) : `\\[${plain(title)}\\]`;

/** Everything else than http(s) is told, and leads nowhere. */
const link = (title: string, url: string): string =>
  /^https?:\/\//i.test(url)
    ? `[${plain(title)}](<${url.replaceAll(/[<>\s\\]/g, (sign) => encodeURIComponent(sign))}>)`
    : `${plain(title)} (${plain(url)})`;

const tableText = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  [columns, columns.map(() => null), ...rows]
    .map((row) => `| ${row.map((cell) => (cell === null ? '---' : plain(cell))).join(' | ')} |`)
    .join('\n');

const codeBlock = (source: string): string => {
  const longest = Math.max(2, ...Array.from(source.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${source}\n${fence}`;
};

const paragraph = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map(plain)
    .join('\\\n');

/** What has a meaning is escaped (CommonMark 0.31 §2.4), what has one at the beginning of a line only there. */
const plain = (text: string): string =>
  text
    .replaceAll(/[\r\n]+/g, ' ')
    .replaceAll(/[\\`*_[\]<>&|~]/g, String.raw`\$&`)
    .replace(/^\s+/, '')
    .replace(/^[#+=-]/, String.raw`\$&`)
    .replace(/^(\d+)([.)])/, String.raw`$1\$2`);
