import { Trash2 } from 'lucide-react';
import { Button } from '#renderer/kit/button.tsx';
import { playsWords } from '#renderer/store/channel-words.ts';
import { useActions, useSession } from '#renderer/store/context.tsx';
import { activeEnvironment } from '#renderer/store/selectors.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Channel } from '#shared/channel/channel.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import styles from './channel-sheet.module.css';

type ChannelHeadProps = { readonly channel: Channel; readonly platform: Platform };

/** Which channel it is, and what can be done with the whole of it. */
export const ChannelHead = ({ channel, platform }: ChannelHeadProps) => {
  const actions = useActions();
  const words = useWords();
  const { channels: said } = words;
  const channels = useSession((session) => session.channels);
  const environment = activeEnvironment(channel);
  const remove = async () => {
    const place = channels.indexOf(channel);
    const next = channels[place + 1] ?? channels[place - 1];
    if (!(await actions.removeChannel(channel.id))) return;
    if (next) actions.showChannel({ channelId: next.id });
    else actions.showDialog({ kind: 'add-channel' });
  };
  return (
    <header className={styles.head}>
      <div className={styles.naming}>
        <h3 className={styles.name}>{channel.name}</h3>
        {environment && <span className={styles.environment}>{environment.name}</span>}
        <span className={styles.what}>{said.what(platform.name, playsWords(channel, platform.name, words))}</span>
      </div>
      <div className={styles.acts}>
        <Button look="quiet" icon={<Trash2 size={14} aria-hidden />} onClick={() => void remove()}>
          <span className={styles.roomy}>{said.remove}</span>
        </Button>
      </div>
    </header>
  );
};
