import { Stethoscope } from 'lucide-react';
import { Button } from '#renderer/kit/button.tsx';
import { ToneWord } from '#renderer/kit/tone.tsx';
import { foundWord } from '#renderer/store/checkups/checkup-words.ts';
import { lastFound } from '#renderer/store/checkups/checkup.ts';
import { useActions, useBench, useSession } from '#renderer/store/context.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import styles from './conversation.module.css';

/** Where something went wrong: looks at the whole channel, says in a word what it found, and leads to it. */
export const CheckOffer = ({ channelId }: { readonly channelId: string }) => {
  const actions = useActions();
  const spoken = useWords();
  const { checkup: words } = spoken;
  const checkup = useBench(({ view }) => view.checkups[channelId]);
  const isKnown = useSession(
    (session) => session.openedBundle === null && session.channels.some(({ id }) => id === channelId),
  );
  if (!isKnown) return null;
  const found = checkup?.state === 'done' ? lastFound(checkup) : null;
  const mark = found && foundWord(found, spoken);
  return (
    <span className={styles.offer}>
      {checkup?.state === 'running' ? (
        <ToneWord tone="busy" word={words.runningShort} />
      ) : (
        <Button
          look="quiet"
          icon={<Stethoscope size={14} aria-hidden />}
          onClick={() => void actions.checkChannel(channelId)}
        >
          {words.offer}
        </Button>
      )}
      <span role="status">{mark && <ToneWord {...mark} />}</span>
      {checkup && checkup.state !== 'running' && (
        <Button look="quiet" onClick={() => actions.showChannel({ channelId, part: 'check' })}>
          {words.show}
        </Button>
      )}
    </span>
  );
};
