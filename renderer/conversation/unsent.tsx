import { Button } from '#renderer/kit/button.tsx';
import { classes } from '#renderer/kit/classes.ts';
import type { Unsent } from '#renderer/store/store.ts';
import { MessageTrouble } from './trouble.tsx';
import styles from './conversation.module.css';

/** What could not be sent at all: it stays where it would have been, with the reason. */
export const UnsentBubble = ({ unsent, forget }: { readonly unsent: Unsent; readonly forget: () => void }) => (
  <li className={classes(styles.said, styles.user)}>
    <article className={classes(styles.bubble, styles.unsent)} aria-label={`Not sent: ${unsent.text}`}>
      <p>{unsent.text}</p>
    </article>
    <MessageTrouble
      trouble={{ state: 'failed', sentence: `Not sent. ${unsent.fault.message}`, next: unsent.fault.next }}
    />
    <Button look="quiet" onClick={forget}>
      Dismiss
    </Button>
  </li>
);
