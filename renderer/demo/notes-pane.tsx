import { useEffect, useRef, useState } from 'react';
import { useActions, useSession } from '#renderer/store/context.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import styles from './panes.module.css';

/** What the presenter wants to say; it is kept as it is written. */
export const NotesPane = ({ conversationId }: { readonly conversationId: string }) => {
  const actions = useActions();
  const { notes: words } = useWords().demo;
  const kept = useSession(({ shelf }) => shelf.notes.find(({ id }) => id === conversationId)?.text ?? '');
  const isBundle = useSession(({ openedBundle }) => openedBundle !== null);
  const [text, setText] = useState(kept);
  const written = useRef(kept);
  useEffect(() => {
    if (text === written.current) return undefined;
    const keep = () => {
      written.current = text;
      void actions.keepNotes(conversationId, text);
    };
    const timer = setTimeout(keep, 500);
    return () => {
      clearTimeout(timer);
      keep();
    };
  }, [text, conversationId, actions]);
  return (
    <section className={styles.notes} aria-label={words.title}>
      <h2 className={styles.title}>{words.title}</h2>
      {isBundle ? (
        <p className={styles.soft}>{words.readOnly}</p>
      ) : (
        <textarea
          className={styles.writing}
          aria-label={words.title}
          placeholder={words.placeholder}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
    </section>
  );
};
