import { Plus, Download } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { FileButton } from '#renderer/kit/file-button.tsx';
import { useFallenFocus } from '#renderer/kit/next-focus.ts';
import { useReorder } from '#renderer/kit/reorder.ts';
import { useActions } from '#renderer/store/context.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Channel } from '#shared/channel/channel.ts';
import { ChannelItem } from './channel-item.tsx';
import type { Writing } from './use-writing.ts';
import styles from './channel-list.module.css';

type ChannelListProps = {
  readonly channels: readonly Channel[];
  /** The one beside the list. */
  readonly shownId: string | null;
  readonly writing: Writing;
};

/** Every channel, in the order in which they are asked: of two with one address, the first. */
export const ChannelList = ({ channels, shownId, writing }: ChannelListProps) => {
  const actions = useActions();
  const { channels: words } = useWords();
  const { list, news, item, handle } = useReorder<HTMLOListElement>({
    keys: channels.map(({ id }) => id),
    nameOf: (place) => channels[place]?.name ?? '',
    move: (from, to) => {
      const moved = channels[from];
      if (moved) void actions.moveChannel(moved.id, to);
    },
  });
  const place = useFallenFocus<HTMLElement>(shownId, '[aria-current=true]');
  return (
    <nav ref={place} className={styles.side} aria-label={words.all}>
      <header className={styles.head}>
        <Button
          look="quiet"
          icon={<Plus size={14} aria-hidden />}
          aria-label={words.add}
          onClick={() => actions.showDialog({ kind: 'add-channel' })}
        >
          {words.addShort}
        </Button>
        <FileButton
          look="quiet"
          icon={<Download size={14} aria-hidden />}
          tip={words.importHint}
          accept=".json,application/json"
          onFile={(file) => void actions.importChannel(file)}
        >
          {words.import}
        </FileButton>
      </header>
      {channels.length === 0 ? (
        <p className={styles.none}>{words.none}</p>
      ) : (
        <ol ref={list} className={styles.list} onKeyDown={moveFocus}>
          {channels.map((channel, place) => (
            <ChannelItem
              key={channel.id}
              channel={channel}
              isShown={channel.id === shownId}
              isUnsaved={writing.unsavedParts(channel).length > 0}
              item={item(place)}
              handle={handle(place)}
            />
          ))}
        </ol>
      )}
      <label className={styles.choice}>
        <span className="only-heard">{words.all}</span>
        <select value={shownId ?? ''} onChange={(event) => actions.showChannel({ channelId: event.target.value })}>
          {shownId === null && <option value="">{words.add}</option>}
          {channels.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <div className="only-heard" role="status">
        {news}
      </div>
    </nav>
  );
};

/** Arrow keys go through the list; Tab still goes on from it. */
const moveFocus = (event: KeyboardEvent<HTMLElement>): void => {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (step === undefined || event.defaultPrevented) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-holds-place]')];
  const next = rows[rows.findIndex((each) => each.contains(document.activeElement)) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
};
