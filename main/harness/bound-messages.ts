import { plainText, type Content } from '#shared/exchange/message.ts';
import type { SpokenMessage } from '#shared/platforms/dispatch.ts';

/** What a conversation shows of one exchange: messages, and characters of all of them together as JSON. */
const mostMessages = 200;
const mostCharacters = 32_000;

/**
 * What a conversation shows of what was said. The other side may send 64 MB of it, and messages ride on events and stay in memory:
 * what is too long is cut, and a line says so. The whole is in the exchange, to the byte.
 */
export const boundMessages = (spoken: readonly SpokenMessage[]): readonly SpokenMessage[] => {
  const shown: SpokenMessage[] = [];
  let room = mostCharacters;
  for (const { author, content } of spoken) {
    if (room <= 0 || shown.length === mostMessages) {
      shown.push({ author: 'channel', content: notShown(spoken.length - shown.length) });
      break;
    }
    const size = JSON.stringify(content).length;
    shown.push({ author, content: size <= room ? content : cutContent(content, room) });
    room -= size;
  }
  return shown;
};

const cutContent = (content: Content, room: number): Content => {
  if (content.kind === 'text') return { kind: 'text', text: cut(content.text, room) };
  const label = content.kind === 'unknown' ? cut(content.label, 100) : `Too large to draw (${content.kind})`;
  return {
    kind: 'unknown',
    label,
    source: cut(content.kind === 'unknown' ? content.source : plainText(content), room),
  };
};

const cut = (text: string, room: number): string =>
  text.length <= room ? text : `${shortened(text, room)}… (cut: the exchange holds all ${text.length} characters)`;

/** A control character takes six in JSON. */
const shortened = (text: string, room: number): string => {
  const start = text.slice(0, room);
  return JSON.stringify(start).length <= 2 * room ? start : text.slice(0, Math.floor(room / 6));
};

const notShown = (left: number): Content => ({
  kind: 'event',
  name: 'Not shown',
  detail: `${left} more messages of the same exchange: its body holds them all`,
});
