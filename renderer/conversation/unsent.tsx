import { Button } from '#renderer/kit/button.tsx';
import { classes } from '#renderer/kit/classes.ts';
import type { Unsent } from '#renderer/store/store.ts';
import { sayFault } from '#renderer/store/say-fault.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { MessageTrouble } from './trouble.tsx';
import styles from './conversation.module.css';

type UnsentBubbleProps = { readonly unsent: Unsent; readonly channelId: string; readonly forget: () => void };

/** What could not be sent at all: it stays where it would have been, with the reason. */
export const UnsentBubble = ({ unsent, channelId, forget }: UnsentBubbleProps) => {
  const words = useWords();
  const { conversation: said } = words;
  const { message, next } = sayFault(unsent.fault, words);
  return (
    <li className={classes(styles.said, styles.user)}>
      <article className={classes(styles.bubble, styles.unsent)} aria-label={said.notSent(unsent.text)}>
        <p>{unsent.text}</p>
      </article>
      <MessageTrouble
        trouble={{ state: 'failed', sentence: said.notSentBecause(message), next }}
        channelId={channelId}
      />
      <Button look="quiet" onClick={forget}>
        {said.dismiss}
      </Button>
    </li>
  );
};
