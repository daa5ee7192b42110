import type { ReactNode } from 'react';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import type { Trouble } from '#renderer/store/selectors.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { CheckOffer } from './check-offer.tsx';
import styles from './conversation.module.css';

type MessageTroubleProps = {
  readonly trouble: Trouble | null;
  /** The channel that can be checked; null where nothing can. */
  readonly channelId: string | null;
  /** What else can be done about it. */
  readonly children?: ReactNode;
};

/** Under a bubble: that its exchange is still open, or why it went wrong and what to do. */
export const MessageTrouble = ({ trouble, channelId, children }: MessageTroubleProps) => {
  const { conversation: words } = useWords();
  if (!trouble) return null;
  if (trouble.state === 'waiting')
    return (
      <p className={styles.waiting}>
        <ToneIcon tone="busy" size={12} /> {words.waiting}
      </p>
    );
  if (trouble.state === 'withheld')
    return (
      <p className={styles.waiting}>
        <ToneIcon tone="none" size={12} /> {trouble.sentence}
      </p>
    );
  return (
    <>
      <p className={styles.trouble}>
        <ToneIcon tone="bad" size={14} />
        <span>
          {trouble.sentence} {trouble.next}
        </span>
      </p>
      <span className={styles.ways}>
        {children}
        {channelId !== null && <CheckOffer channelId={channelId} />}
      </span>
    </>
  );
};
