import { ChevronRight, MessagesSquare, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { SetupList } from '#renderer/setup/setup-list.tsx';
import { useActions, useCatalogue } from '#renderer/store/context.tsx';
import { tryWords } from '#renderer/store/try-words.ts';
import { useReadOnly } from '#renderer/store/use-read-only.ts';
import { endName, silenceOf, voicesOf } from '#renderer/store/voices.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Words } from '#renderer/words/words.ts';
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
  const words = useWords();
  const tries = tryWords(botScripts.find((each) => each.id === channel.botId));
  const { plays } = channel;
  const [chosen, choose] = useState<boolean | null>(null);
  const isReadOnly = useReadOnly() !== '';
  const isConnecting = chosen ?? !(plays.platform && plays.app);
  if (isReadOnly)
    return (
      <div className={styles.empty}>
        <MessagesSquare size={28} strokeWidth={1.5} aria-hidden />
        <h3>{channel.name}</h3>
        <p>{words.conversation.empty.noneInBundle}</p>
      </div>
    );
  return (
    <div className={styles.empty}>
      <MessagesSquare size={28} strokeWidth={1.5} aria-hidden />
      <h3>{channel.name}</h3>
      <p>{whatHappens(channel, platform, words)}</p>
      {say && (
        <div className={styles.chips} role="group" aria-label={words.conversation.empty.tryIt}>
          <span className={styles.chipsTitle}>{words.conversation.empty.tryIt}</span>
          {tries.map((word) => (
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
            {words.conversation.empty.connect}
          </summary>
          {isConnecting && <SetupList channel={channel} />}
        </details>
      )}
    </div>
  );
};

const whatHappens = (channel: Channel, platform: Platform | undefined, words: Words): string => {
  const { plays } = channel;
  const speaker = voicesOf(channel, platform)[0];
  if (!speaker || !platform) return silenceOf(channel, platform, words) ?? '';
  const { empty } = words.conversation;
  const voice = words.names.voices[speaker.name];
  if (plays.platform && plays.app) return empty.bothOurs(voice, platform.name);
  const other = plays.platform ? empty.yourApp : empty.realPlatform(platform.name);
  return empty.oneOurs(endName(speaker.end, platform, words), other, voice);
};

/** A bench without a channel: one step to have one. */
export const NoChannel = () => {
  const actions = useActions();
  const { empty: words } = useWords().conversation;
  const isReadOnly = useReadOnly() !== '';
  if (isReadOnly) return <p className={styles.empty}>{words.noChannelInBundle}</p>;
  return (
    <div className={styles.empty}>
      <MessagesSquare size={28} strokeWidth={1.5} aria-hidden />
      <h3>{words.noChannel}</h3>
      <p>{words.noChannelHint}</p>
      <Button
        look="primary"
        icon={<Plus size={14} aria-hidden />}
        onClick={() => actions.showDialog({ kind: 'add-channel' })}
      >
        {words.addChannel}
      </Button>
    </div>
  );
};
