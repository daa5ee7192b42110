import type { KeyboardEvent, MouseEvent } from 'react';
import { classes } from '#renderer/kit/classes.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { plainText, type Message } from '#shared/exchange/message.ts';
import { MessageContent } from './content.tsx';
import type { Say } from './say.ts';
import styles from './conversation.module.css';

type BubbleProps = {
  readonly message: Message;
  readonly author: string;
  readonly isLit: boolean;
  readonly isTabStop: boolean;
  readonly say: Say;
  readonly onSelect: () => void;
  readonly onMove: (event: KeyboardEvent<HTMLElement>) => void;
};

/** One message. A click on it, or Enter, shows the exchange that carried it. */
export const Bubble = ({ message, author, isLit, isTabStop, say, onSelect, onMove }: BubbleProps) => {
  const { conversation: words, format } = useWords();
  const isEvent = message.content.kind === 'event';
  const select = (event: MouseEvent) => {
    if (!(event.target instanceof Element) || event.target.closest('button, a, form')) return;
    if (getSelection()?.isCollapsed === false) return;
    onSelect();
  };
  return (
    <article
      tabIndex={isTabStop ? 0 : -1}
      aria-label={words.bubble(author, format.shortClock(message.at), plainText(message.content).slice(0, 200))}
      aria-current={isLit ? 'true' : undefined}
      data-lit={isLit || undefined}
      data-message={message.id}
      title={words.showExchange}
      className={classes(isEvent ? styles.event : styles.bubble, isWide(message) && styles.wide)}
      onClick={select}
      onKeyDown={(event) => {
        onMove(event);
        if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return;
        event.preventDefault();
        onSelect();
      }}
    >
      <MessageContent content={message.content} place={message.id} say={say} />
    </article>
  );
};

const isWide = ({ content }: Message): boolean =>
  content.kind === 'carousel' || content.kind === 'table' || content.kind === 'list' || content.kind === 'form';
