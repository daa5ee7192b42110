import type { ReactNode } from 'react';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import type { ShownMessages } from '#renderer/store/rules/shown-messages.ts';
import type { Content } from '#shared/exchange/message.ts';
import styles from './preview.module.css';

/** How the conversation draws a message; it belongs to another part of the screen. */
export type DrawMessage = (content: Content) => ReactNode;

/** One side of the HTTP: what it is, and its head and body as text. */
export type WireText = { readonly title: string; readonly text: string };

type PreviewProps = {
  /** On which channel, where that can be chosen. */
  readonly choice?: ReactNode;
  readonly messages: ShownMessages;
  readonly losses: readonly string[];
  readonly wire: readonly WireText[] | 'unknown' | 'unreadable' | null;
  readonly note: string;
  readonly drawMessage: DrawMessage;
};

/** What a rule would look like: its bubbles, what the channel does not carry of them, and the bytes. */
export const Preview = ({ choice, messages, losses, wire, note, drawMessage }: PreviewProps) => {
  const { rules } = useWords();
  const { preview: words } = rules;
  const bubbles = typeof messages === 'string' ? [] : messages;
  return (
    <section className={styles.preview} aria-label={words.label}>
      {choice}
      <h4>{words.bubble}</h4>
      {messages === 'of-bot' && <p className={styles.soft}>{rules.sayings.bot}</p>}
      {messages.length === 0 && <p className={styles.soft}>{words.nothingSaid}</p>}
      <div className={styles.bubbles} translate="no">
        {bubbles.map((content, index) => (
          <div key={index} className={content.kind === 'event' ? styles.event : styles.bubble}>
            {drawMessage(content)}
          </div>
        ))}
      </div>
      {losses.length > 0 && (
        <>
          <h4>{words.loss}</h4>
          <ul lang="en">
            {losses.map((loss) => (
              <li key={loss} className={styles.loss}>
                <ToneIcon tone="attention" size={14} /> <span>{loss}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {note !== '' && <p className={styles.note}>{note}</p>}
      {wire === 'unreadable' && <p className={styles.soft}>{words.unreadable}</p>}
      {wire === 'unknown' && <p className={styles.soft}>{words.unknown}</p>}
      {Array.isArray(wire) &&
        (wire as readonly WireText[]).map(({ title, text }, index) => (
          <div key={index} className={styles.wire}>
            <h4 translate="no">{title}</h4>
            <pre tabIndex={0} aria-label={words.wireOf(index + 1)}>
              {text}
            </pre>
          </div>
        ))}
    </section>
  );
};
