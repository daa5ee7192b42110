import { useEffect, useRef, useState } from 'react';
import { useSession } from '#renderer/store/context.tsx';
import { newsOf } from '#renderer/store/news.ts';
import { useWords } from '#renderer/words/use-words.tsx';

/** Says aloud what is new: what the bot said, and the verdict on what came in. What was there before is not news. */
export const Announcer = () => {
  const words = useWords();
  const messages = useSession((session) => session.messages);
  const exchanges = useSession((session) => session.exchanges);
  const before = useRef({ messages, exchanges });
  const [news, setNews] = useState('');
  useEffect(() => {
    const said = newsOf(before.current, { messages, exchanges }, words);
    before.current = { messages, exchanges };
    if (said !== '') setNews(said);
  }, [messages, exchanges, words]);
  return (
    <div className="only-heard" role="status" aria-label={words.shell.news}>
      {news}
    </div>
  );
};
