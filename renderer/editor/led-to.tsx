import { useMemo } from 'react';
import { useActions, useSession } from '#renderer/store/context.tsx';
import { ledTo } from '#renderer/store/editor/led-to.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import { plainText } from '#shared/exchange/message.ts';
import styles from './result.module.css';

const most = 6;

/** The bubbles that came of it; each leads to its exchange, with its conversation on screen. */
export const LedTo = ({ summary }: { readonly summary: ExchangeSummary }) => {
  const actions = useActions();
  const words = useWords();
  const exchanges = useSession((session) => session.exchanges);
  const messages = useSession((session) => session.messages);
  const led = useMemo(() => ledTo({ exchanges, messages }, summary), [exchanges, messages, summary]);
  if (led.length === 0) return null;
  return (
    <section aria-label={words.editor.result.ledTo}>
      <h3 className={styles.ledTitle}>{words.editor.result.ledTo}</h3>
      <ul>
        {led.slice(-most).map((message) => (
          <li key={message.id}>
            <button
              type="button"
              className={styles.led}
              onClick={() => {
                actions.showDialog(null);
                actions.inspectExchange(message.exchangeId);
              }}
            >
              <span className={styles.author}>{words.conversation.authors[message.author]}</span>
              <span translate="no" className={styles.said}>
                {plainText(message.content).slice(0, 300)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
