import { Button } from '#renderer/kit/button.tsx';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { useActions } from '#renderer/store/context.tsx';
import type { Channel } from '#shared/channel/channel.ts';
import styles from './conversation.module.css';

/** What is wrong with the channel as a whole, with the one click that mends it. */
export const ConditionBanner = ({ channel }: { readonly channel: Channel }) => {
  const actions = useActions();
  const { condition, id } = channel;
  if (!condition) return null;
  const { sentence, remedy } = condition;
  return (
    <div className={styles.condition} role="alert">
      <ToneIcon tone="attention" />
      <p lang="en">{sentence}</p>
      {remedy && <Button onClick={() => void actions.applyRemedy(id, remedy.id)}>{remedy.title}</Button>}
    </div>
  );
};
