import { ChevronRight, MessagesSquare, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { SetupList } from '#renderer/setup/setup-list.tsx';
import { useActions, useCatalogue } from '#renderer/store/context.tsx';
import { tryWords } from '#renderer/store/try-words.ts';
import { endName, silenceOf, voicesOf } from '#renderer/store/voices.ts';
import type { Channel } from '#shared/channel/channel.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import type { Say } from './say.ts';
import styles from './empty.module.css';

type EmptyConversationProps = {
  readonly channel: Channel;
  readonly platform: Platform | undefined;
  readonly say: Say;
};

/** The first screen of a channel: what to try, what will happen, and how to bring one's own system. */
export const EmptyConversation = ({ channel, platform, say }: EmptyConversationProps) => {
  const { botScripts } = useCatalogue();
  const words = tryWords(botScripts.find((each) => each.id === channel.botId));
  const { plays } = channel;
  const [chosen, choose] = useState<boolean | null>(null);
  const isConnecting = chosen ?? !(plays.platform && plays.app);
  return (
    <div className={styles.empty}>
      <MessagesSquare size={28} strokeWidth={1.5} aria-hidden />
      <h3>{channel.name}</h3>
      <p>{whatHappens(channel, platform)}</p>
      {say && (
        <div className={styles.chips} role="group" aria-label="Try it">
          <span className={styles.chipsTitle}>Try it</span>
          {words.map((word) => (
            <button key={word} type="button" className={styles.chip} onClick={() => say({ kind: 'text', text: word })}>
              {word}
            </button>
          ))}
        </div>
      )}
      {(plays.platform || plays.app) && (
        <details className={styles.setup} open={isConnecting}>
          <summary
            onClick={(event) => {
              event.preventDefault();
              choose(!isConnecting);
            }}
          >
            <ChevronRight size={14} aria-hidden />
            Connect your own system
          </summary>
          {isConnecting && <SetupList channel={channel} />}
        </details>
      )}
    </div>
  );
};

const whatHappens = (channel: Channel, platform: Platform | undefined): string => {
  const { plays } = channel;
  const speaker = voicesOf(channel, platform)[0];
  if (!speaker || !platform) return silenceOf(channel, platform) ?? '';
  if (plays.platform && plays.app)
    return `Say something as the ${speaker.name}. Both ends of ${platform.name} run on this machine, and what you say goes between them over real HTTP. Click any bubble to see the exact exchange.`;
  const other = plays.platform ? 'your own app' : `the real ${platform.name}`;
  return `Hookbench plays the ${endName(speaker.end, platform)}; the other one is ${other}. Say something as the ${speaker.name}, and click any bubble to see the exact exchange.`;
};

/** A bench without a channel: one step to have one. */
export const NoChannel = () => {
  const actions = useActions();
  return (
    <div className={styles.empty}>
      <MessagesSquare size={28} strokeWidth={1.5} aria-hidden />
      <h3>No channel yet</h3>
      <p>
        A channel is one connection of one platform: its settings, its secrets, and which of its two ends Hookbench
        plays.
      </p>
      <Button
        look="primary"
        icon={<Plus size={14} aria-hidden />}
        onClick={() => actions.showDialog({ kind: 'add-channel' })}
      >
        Add a channel
      </Button>
    </div>
  );
};
