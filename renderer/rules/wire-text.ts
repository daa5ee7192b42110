import type { Words } from '#renderer/words/words.ts';
import type { HeaderLines } from '#shared/exchange/raw-http.ts';
import type { PreviewedWire } from '#shared/preview/preview-bot.ts';
import type { WireText } from './preview.tsx';

const headAndBody = (first: string, headers: HeaderLines, body: string): string =>
  `${[first, ...headers.map(([name, value]) => `${name}: ${value}`)].join('\n')}\n\n${body}`;

export const replyText = (
  { status, headers, body }: { readonly status: number; readonly headers: HeaderLines; readonly body: string },
  title: string,
): WireText => ({ title, text: headAndBody(`HTTP/1.1 ${String(status)}`, headers, body) });

/** One side of the HTTP of a bot, as a person reads it. */
export const wireText = (wire: PreviewedWire, { rules }: Pick<Words, 'rules'>): WireText =>
  wire.kind === 'reply'
    ? replyText(wire, rules.preview.reply(wire.status, wire.to))
    : {
        title: `${wire.method} ${wire.target}`,
        text: headAndBody(`${wire.method} ${wire.target} HTTP/1.1`, wire.headers, wire.body),
      };
