import { RotateCw } from 'lucide-react';
import { Button } from '#renderer/kit/button.tsx';
import { classes } from '#renderer/kit/classes.ts';
import { useActions } from '#renderer/store/context.tsx';
import type { Unsent } from '#renderer/store/store.ts';
import { sayFault } from '#renderer/store/say-fault.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { contentOfUtterance, plainText } from '#shared/exchange/message.ts';
import { MessageTrouble } from './trouble.tsx';
import styles from './conversation.module.css';

type UnsentBubbleProps = { readonly unsent: Unsent; readonly channelId: string };

/** What could not be sent at all: it stays where it would have been, with the reason. */
export const UnsentBubble = ({ unsent, channelId }: UnsentBubbleProps) => {
  const actions = useActions();
  const words = useWords();
  const { conversation: said } = words;
  const text = plainText(contentOfUtterance(unsent.utterance));
  const { message, next } = sayFault(unsent.fault, words);
  return (
    <li className={classes(styles.said, styles.user)}>
      <article className={classes(styles.bubble, styles.unsent)} aria-label={said.notSent(text)}>
        <p>{text}</p>
      </article>
      <MessageTrouble
        trouble={{ state: 'failed', sentence: said.notSentBecause(message), next }}
        // Whoever could check it is not there either.
        channelId={unsent.fault.code === 'wire.lost' ? null : channelId}
      >
        <Button
          look="quiet"
          icon={<RotateCw size={14} aria-hidden />}
          onClick={() => void actions.sayAgain(channelId, unsent)}
        >
          {said.sendAgain}
        </Button>
        <Button look="quiet" onClick={() => actions.forgetUnsent(unsent.key)}>
          {said.dismiss}
        </Button>
      </MessageTrouble>
    </li>
  );
};
