import { Copy, Upload, Trash2 } from 'lucide-react';
import { Button } from '#renderer/kit/button.tsx';
import { playsWords } from '#renderer/store/channel-words.ts';
import { useActions, usePage, useSession } from '#renderer/store/context.tsx';
import { saveFile } from '#renderer/store/share/save-file.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Channel } from '#shared/channel/channel.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { EnvironmentMenu } from './environment-menu.tsx';
import styles from './channel-sheet.module.css';

type ChannelHeadProps = { readonly channel: Channel; readonly platform: Platform };

/** Which channel it is, in which environment, and what can be done with the whole of it. */
export const ChannelHead = ({ channel, platform }: ChannelHeadProps) => {
  const actions = useActions();
  const page = usePage();
  const words = useWords();
  const { channels: said } = words;
  const channels = useSession((session) => session.channels);
  const remove = async () => {
    const place = channels.indexOf(channel);
    const next = channels[place + 1] ?? channels[place - 1];
    if (!(await actions.removeChannel(channel.id))) return;
    if (next) actions.showChannel({ channelId: next.id });
    else actions.showDialog({ kind: 'add-channel' });
  };
  const exportIt = async () => {
    const file = await actions.exportChannel(channel.id);
    if (!file) return;
    await saveFile(page, {
      name: file.name,
      mediaType: 'application/json',
      bytes: new TextEncoder().encode(file.text),
    });
  };
  return (
    <header className={styles.head}>
      <div className={styles.naming}>
        <h3 className={styles.name}>{channel.name}</h3>
        <span className={styles.what}>{said.what(platform.name, playsWords(channel, platform.name, words))}</span>
      </div>
      <EnvironmentMenu channel={channel} />
      <div className={styles.acts}>
        <Button
          look="quiet"
          icon={<Copy size={14} aria-hidden />}
          onClick={() => void actions.duplicateChannel(channel, said.copyOf(channel.name))}
        >
          <span className={styles.roomy}>{said.duplicate}</span>
        </Button>
        <Button
          look="quiet"
          icon={<Upload size={14} aria-hidden />}
          tip={said.exportHint}
          onClick={() => void exportIt()}
        >
          <span className={styles.roomy}>{said.export}</span>
        </Button>
        <Button look="quiet" icon={<Trash2 size={14} aria-hidden />} onClick={() => void remove()}>
          <span className={styles.roomy}>{said.remove}</span>
        </Button>
      </div>
    </header>
  );
};
