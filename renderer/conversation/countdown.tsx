import { useEffect, useState } from 'react';
import { classes } from '#renderer/kit/classes.ts';
import { countdownWords, timeLeft } from '#renderer/store/by-hand.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import styles from './composer.module.css';

/** How long the caller still waits: it drains, and says so at the moments that matter. */
export const Countdown = ({ since, until }: { readonly since: number; readonly until: number }) => {
  const { composer: words } = useWords();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  const { seconds, share } = timeLeft(now, since, until);
  return (
    <div className={styles.countdown}>
      <span className={styles.track} aria-hidden>
        <span
          className={classes(styles.left, seconds <= 5 && styles.urgent)}
          style={{ transform: `scaleX(${String(share)})` }}
        />
      </span>
      <span className={classes(styles.seconds, seconds <= 5 && styles.urgentWords)} role="timer" aria-live="off">
        {words.secondsLeft(seconds)}
      </span>
      <span className="only-heard" role="status">
        {countdownWords(seconds, words)}
      </span>
    </div>
  );
};
