import { useState } from 'react';
import { Sheet } from '#renderer/kit/sheet.tsx';
import { useFileDrop } from '#renderer/kit/use-file-drop.ts';
import type { DrawMessage } from '#renderer/rules/preview.tsx';
import { useActions, useBench, useSession } from '#renderer/store/context.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import { ChannelList } from './channel-list.tsx';
import { ChannelParts } from './channel-parts.tsx';
import { NewChannel } from './new-channel.tsx';
import { useWriting, type Writing } from './use-writing.ts';
import styles from './channel-sheet.module.css';

/** The screen of the channels, where it is asked for. */
export const ChannelSheet = ({ drawMessage }: { readonly drawMessage: DrawMessage }) => {
  const writing = useWriting();
  const isOpen = useBench(({ view }) => view.dialog?.kind === 'add-channel' || view.dialog?.kind === 'edit-channel');
  return isOpen ? <ChannelScreen writing={writing} drawMessage={drawMessage} /> : null;
};

type ChannelScreenProps = { readonly writing: Writing; readonly drawMessage: DrawMessage };

/** All channels, and beside them one with all its parts, or a new one. */
const ChannelScreen = ({ writing, drawMessage }: ChannelScreenProps) => {
  const actions = useActions();
  const { channels: words } = useWords();
  const dialog = useBench(({ view }) => view.dialog);
  const rememberedPart = useBench(({ view }) => view.remembered.channelPart);
  const channels = useSession((session) => session.channels);
  const drop = useFileDrop((file) => void actions.importChannel(file));
  const place = dialog?.kind === 'edit-channel' ? dialog : null;
  const channel = channels.find(({ id }) => id === place?.channelId);
  const [seen, see] = useState<string | null>(null);
  if (channel && channel.id !== seen) see(channel.id);
  const isGone = place !== null && !channel && place.channelId === seen;
  return (
    <Sheet
      title={words.title}
      close={() => {
        writing.forgetAll();
        actions.showDialog(null);
      }}
      isWide
      isUnsaved={channels.some((each) => writing.unsavedParts(each).length > 0)}
    >
      <div className={styles.screen} {...drop.place}>
        {drop.isOver && <p className={styles.drop}>{words.dropHere}</p>}
        <ChannelList channels={channels} shownId={channel?.id ?? null} writing={writing} />
        <div className={styles.shown}>
          {channel ? (
            <ChannelParts
              key={channel.id}
              channel={channel}
              part={place?.part ?? rememberedPart}
              setting={place?.setting}
              rule={place?.rule}
              writing={writing}
              drawMessage={drawMessage}
            />
          ) : (
            // One that was made just now may still be on its way.
            !place && <NewChannel />
          )}
          {isGone && (
            <p className={styles.absent} role="status">
              {words.gone}
            </p>
          )}
        </div>
      </div>
    </Sheet>
  );
};
