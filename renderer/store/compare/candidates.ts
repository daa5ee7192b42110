import type { Words } from '#renderer/words/words.ts';
import { userIdOf } from '#shared/channel/channel.ts';
import { pathOf } from '#shared/exchange/raw-http.ts';
import { plainText, type Message } from '#shared/exchange/message.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import type { Session } from '#shared/session/state.ts';
import { veiledTarget } from '../inspect/veil.ts';
import type { Compared } from '../store.ts';
import { statusWord, trafficRows } from '../traffic-rows.ts';

/** Something that can be compared with: what it is called, and what is said beside it. */
export type Candidate = {
  readonly compared: Compared;
  readonly title: string;
  readonly detail: string;
  readonly aside: string;
  /** Searched and never shown. */
  readonly also: string;
};

const exchangeCandidate = (exchange: ExchangeSummary, words: Words): Candidate => ({
  compared: { exchangeId: exchange.id, messageId: null },
  title: `${exchange.method} ${veiledTarget(exchange.target)}`,
  detail: `#${String(exchange.id)}`,
  aside: `${statusWord(exchange, words)} · ${words.format.clock(exchange.openedAt)}`,
  also: `${words.outcomes.verdicts[exchange.verdict]} ${exchange.conversationId === null ? '' : userIdOf(exchange.conversationId)}`,
});

const messageCandidate = (message: Message, { conversation, format }: Words): Candidate => ({
  compared: { exchangeId: message.exchangeId, messageId: message.id },
  title: plainText(message.content).slice(0, 200),
  detail: conversation.authors[message.author],
  aside: format.clock(message.at),
  also: `#${String(message.exchangeId)}`,
});

/** What an exchange or a message can be compared with, newest first: those to the same path, or of the same author, before the others. */
export const candidatesFor = (one: Compared, session: Session, words: Words): readonly Candidate[] => {
  if (one.messageId !== null) {
    const author = session.messages.find(({ id }) => id === one.messageId)?.author;
    const others = session.messages.filter(({ id }) => id !== one.messageId).toReversed();
    return likeFirst(others, (each) => each.author === author).map((each) => messageCandidate(each, words));
  }
  const rows = trafficRows(session.exchanges).map(({ exchange }) => exchange);
  const itself = session.exchanges.find(({ id }) => id === one.exchangeId);
  const others = rows.filter(({ id, twinId }) => id !== one.exchangeId && twinId !== one.exchangeId);
  const isLike = ({ target }: ExchangeSummary): boolean => !!itself && pathOf(target) === pathOf(itself.target);
  return likeFirst(others, isLike).map((each) => exchangeCandidate(each, words));
};

const likeFirst = <Item>(items: readonly Item[], isLike: (item: Item) => boolean): readonly Item[] => [
  ...items.filter(isLike),
  ...items.filter((each) => !isLike(each)),
];

/** Nobody reads through more. */
const most = 200;

/** Those with every one of these words; the number of an exchange finds it even where it is not listed. */
export const candidatesWith = (
  candidates: readonly Candidate[],
  typed: string,
  { compare }: Words,
): readonly Candidate[] => {
  const wanted = typed.trim().toLowerCase().split(/\s+/);
  const found = candidates
    .filter(({ title, detail, aside, also }) => {
      const text = `${title} ${detail} ${aside} ${also}`.toLowerCase();
      return wanted.every((word) => text.includes(word));
    })
    .slice(0, most);
  const id = Number(/^#?(\d{1,12})$/.exec(typed.trim())?.[1]);
  if (!(id > 0) || found.some(({ compared }) => compared.exchangeId === id)) return found;
  const byNumber = { title: compare.choose.byNumber(id), detail: '', aside: '', also: '' };
  return [...found, { compared: { exchangeId: id, messageId: null }, ...byNumber }];
};
