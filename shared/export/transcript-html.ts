import { assertNever } from '#shared/text/assert-never.ts';
import { isoTime } from '#shared/text/iso-time.ts';
import { traceName } from '#shared/exchange/trace.ts';
import type { Action, Card, Content } from '#shared/exchange/message.ts';
import { writerOfConversations, type FileWriter } from '#shared/export/file-writer.ts';
import type { ExportedConversation } from '#shared/export/exported.ts';

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const style = `
:root { color-scheme: light dark; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
ol { list-style: none; padding: 0; }
li.message { margin: 0.75rem 0; padding: 0.5rem 0.75rem; border: 1px solid #8886; border-radius: 12px; width: fit-content; max-width: 85%; }
li.user { margin-left: auto; }
header { font-size: 12px; opacity: 0.75; }
p, td, th, pre { white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; margin: 0; }
td, th { border: 1px solid #8886; padding: 0 0.5rem; text-align: start; }
`;

/** Conversations as one HTML page that loads nothing and runs nothing: everything that was said is text, links lead to http(s) only. */
export const htmlWriter = (): FileWriter =>
  writerOfConversations({
    begin: () => head,
    conversation: conversationHtml,
    separator: '\n',
    end: () => '\n</body>\n</html>\n',
  });

const head = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<title>Transcript</title>
<style>${style}</style>
</head>
<body>
`;

const conversationHtml = ({ conversation, channel, messages, traces }: ExportedConversation): string => `<section>
<h1 dir="auto">${escaped(channel.name)}: ${escaped(conversation.userId)}</h1>
<p>Began ${isoTime(conversation.startedAt)}, ${String(messages.length)} ${messages.length === 1 ? 'message' : 'messages'}.</p>
<ol>
${messages
  .map(
    ({ author, at, content, exchangeId }) =>
      `<li class="message ${author}"><header>${author} · <time>${isoTime(at)}</time>${traceHtml(traces.get(exchangeId))}</header>${contentHtml(content)}</li>`,
  )
  .join('\n')}
</ol>
</section>`;

const traceHtml = (trace: number | undefined): string => (trace === undefined ? '' : ` · ${traceName(trace)}`);

const contentHtml = (content: Content): string => {
  switch (content.kind) {
    case 'text':
      return paragraph(content.text);
    case 'buttons':
      return paragraph(content.text) + list(content.buttons.map(({ title, action }) => offer(title, action)));
    case 'quick-replies':
      return paragraph(content.text) + list(content.replies.map(({ title }) => `(${escaped(title)})`));
    case 'carousel':
      return list(content.cards.map(cardHtml));
    case 'list':
      return list([
        ...content.cards.map(cardHtml),
        ...content.buttons.map(({ title, action }) => offer(title, action)),
      ]);
    case 'media':
      return `<p dir="auto">${link(content.title ?? content.media, content.url)}</p>`;
    case 'table':
      return paragraph(content.text ?? '') + tableHtml(content.columns, content.rows);
    case 'form':
      return (
        paragraph(content.title) +
        list([...content.fields.map(({ label }) => `${escaped(label)}: ___`), `[${escaped(content.submit)}]`])
      );
    case 'event':
      return `<p dir="auto"><em>${escaped(content.detail === '' ? content.name : `${content.name}: ${content.detail}`)}</em></p>`;
    case 'unknown':
      return `${paragraph(content.label)}<pre dir="auto">${escaped(content.source)}</pre>`;
    default:
      return assertNever(content);
  }
};

const paragraph = (text: string): string => (text === '' ? '' : `<p dir="auto">${escaped(text)}</p>`);

const list = (items: readonly string[]): string =>
  `<ul>${items.map((each) => `<li dir="auto">${each}</li>`).join('')}</ul>`;

const cardHtml = ({ title, subtitle, url, buttons }: Card): string =>
  [
    url === undefined ? escaped(title) : link(title, url),
    ...(subtitle === undefined ? [] : [escaped(subtitle)]),
    ...buttons.map((each) => offer(each.title, each.action)),
  ].join(' · ');

const offer = (title: string, action: Action): string =>
  action.kind === 'url' ? link(title, action.url) : `[${escaped(title)}]`;

/** Everything else than http(s) is told, and leads nowhere. */
const link = (title: string, url: string): string =>
  /^https?:\/\//i.test(url)
    ? `<a rel="noreferrer noopener" href="${escaped(url)}">${escaped(title)}</a>`
    : `${escaped(title)} (${escaped(url)})`;

const tableHtml = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table><tr>${columns.map((each) => `<th dir="auto">${escaped(each)}</th>`).join('')}</tr>${rows
    .map((row) => `<tr>${row.map((cell) => `<td dir="auto">${escaped(cell)}</td>`).join('')}</tr>`)
    .join('')}</table>`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text in HTML, in elements and in quoted attributes. Controls that reorder what stands around them are shown by their number. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? '')
    .replaceAll(
      /[\u202a-\u202e\u2066-\u2069\0]/g,
      (sign) => `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
    );
