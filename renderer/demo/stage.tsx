import { useEffect, useRef, type ReactNode } from 'react';
import { classes } from '#renderer/kit/classes.ts';
import { useCatalogue, useSession } from '#renderer/store/context.tsx';
import type { Demo, Shown } from '#renderer/store/demo/demo.ts';
import { authorName, botNameOf } from '#renderer/store/selectors.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { plainText, type Author, type Content } from '#shared/exchange/message.ts';
import styles from './demo.module.css';

/** Draws what a message says, in the way of the conversation. */
export type DrawContent = (content: Content, place: string) => ReactNode;

type StageProps = { readonly demo: Demo; readonly drawContent: DrawContent };

/** What is said, as large as it can be read from a chair. */
export const Stage = ({ demo, drawContent }: StageProps) => {
  const words = useWords();
  const catalogue = useCatalogue();
  const channel = useSession(({ channels }) => channels.find(({ id }) => id === demo.channelId));
  const scroller = useRef<HTMLDivElement>(null);
  const { shown, typing } = demo;
  // Whatever was added is at the end.
  useEffect(() => {
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  });
  const { authors } = words.conversation;
  const botName = channel ? botNameOf(channel, catalogue, words.conversation) : authors.bot;
  const nameOf = (author: Author) => authorName(author, botName, words.conversation);
  return (
    <div className={styles.stage}>
      <div ref={scroller} className={styles.scroller} role="log" aria-label={words.demo.stage} tabIndex={0}>
        <div className={styles.talk}>
          {shown.map((each, at) => (
            <StageBubble
              key={`${each.source} ${each.message.id}`}
              shown={each}
              name={nameOf(each.message.author)}
              isFirst={shown[at - 1]?.message.author !== each.message.author}
              drawContent={drawContent}
            />
          ))}
          {typing && (
            <div className={classes(styles.said, styles[typing])}>
              <p className={styles.author}>{nameOf(typing)}</p>
              <p className={classes(styles.bubble, styles.dots)}>
                <span className="only-heard">{words.demo.typing(nameOf(typing))}</span>
                <i aria-hidden />
                <i aria-hidden />
                <i aria-hidden />
              </p>
            </div>
          )}
        </div>
      </div>
    </div>
  );
};

const isWide = ({ kind }: Content): boolean => kind === 'carousel' || kind === 'table' || kind === 'list';

type BubbleProps = {
  readonly shown: Shown;
  readonly name: string;
  /** Whether its author was silent before. */
  readonly isFirst: boolean;
  readonly drawContent: DrawContent;
};

const StageBubble = ({ shown: { message }, name, isFirst, drawContent }: BubbleProps) => {
  const { author, content, id } = message;
  return (
    <article
      className={classes(styles.said, styles[author])}
      aria-label={`${name}: ${plainText(content).slice(0, 500)}`}
    >
      {isFirst && author !== 'channel' && <p className={styles.author}>{name}</p>}
      {/* It is looked at: nothing in it can be pressed, and whoever listens hears it as text. */}
      <p className="only-heard">{plainText(content)}</p>
      <div
        className={classes(content.kind === 'event' ? styles.event : styles.bubble, isWide(content) && styles.wide)}
        inert
      >
        {drawContent(content, id)}
      </div>
    </article>
  );
};
