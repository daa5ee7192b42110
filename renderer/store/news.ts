import type { Words } from '#renderer/words/words.ts';
import { plainText } from '#shared/exchange/message.ts';
import type { Session } from '#shared/session/state.ts';
import { statusWord, verdictWord } from './traffic-rows.ts';

type Seen = Pick<Session, 'messages' | 'exchanges'>;

/** What is worth saying aloud after a change: what others said, and each verdict of refusal. Empty where nothing is new. */
export const newsOf = (before: Seen, now: Seen, words: Pick<Words, 'outcomes'>): string => {
  const newest = before.messages.at(-1);
  const start = newest ? now.messages.findLastIndex((each) => each.id === newest.id) + 1 : 0;
  const said = now.messages
    .slice(start)
    .filter((message) => message.author !== 'user')
    .map((message) => plainText(message.content));
  const open = new Map(before.exchanges.map((each) => [each.id, each.outcome.state === 'pending']));
  const verdicts = now.exchanges
    .filter((each) => each.verdict === 'refused' && each.outcome.state !== 'pending' && open.get(each.id) !== false)
    .map((each) =>
      words.outcomes.news(each.method, statusWord(each, words), verdictWord(each.verdict, words).word, each.note),
    );
  // A flood is not news: only the last few are said.
  return [...said, ...verdicts].slice(-4).join(' ');
};
