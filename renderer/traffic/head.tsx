import { Columns2, Layers, Pause, Play, Share, Trash2, X } from 'lucide-react';
import { ActionsMenu } from '#renderer/kit/actions-menu.tsx';
import { IconButton } from '#renderer/kit/button.tsx';
import { useMenu, type MenuItem } from '#renderer/store/commands/use-menu.ts';
import { useCommand } from '#renderer/store/commands/use-commands.ts';
import { useActions, useBench } from '#renderer/store/context.tsx';
import { countNewer, rowCount } from '#renderer/store/listing/row-ids.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { ColumnMenu } from './column-menu.tsx';
import styles from './traffic.module.css';

const fileMenu: readonly MenuItem[] = ['open-file', 'import-traffic', 'line', 'export-traffic'];

/** How much there is, and what can be done with the list as a whole. */
export const TrafficHead = ({ isTabular }: { readonly isTabular: boolean }) => {
  const { traffic: words, format } = useWords();
  const clear = useCommand('clear-traffic');
  const pause = useCommand('pause-traffic');
  const group = useCommand('group-traffic');
  const wide = useCommand('wide-traffic');
  const files = useMenu(fileMenu);
  // Of the rows, as they are listed: both ends of one are one. What a search finds is told below it.
  const rows = useBench(({ view: { listing } }) => (listing.sought.query === '' ? rowCount(listing.found.ids) : 0));
  const isPaused = pause.isOn === true;
  return (
    <header className={styles.head}>
      <h2>{words.title}</h2>
      <span className={styles.count}>{rows > 0 ? format.count(rows) : ''}</span>
      <Chosen />
      <HeldBack />
      <IconButton
        {...pause.button}
        label={isPaused ? words.resume : words.pause}
        aria-pressed={isPaused}
        icon={isPaused ? <Play size={14} aria-hidden /> : <Pause size={14} aria-hidden />}
      />
      <IconButton {...group.button} aria-pressed={group.isOn === true} icon={<Layers size={14} aria-hidden />} />
      {isTabular && <ColumnMenu />}
      {wide.isPossible && <IconButton {...wide.button} icon={<Columns2 size={14} aria-hidden />} />}
      <ActionsMenu label={words.files} entries={files} icon={<Share size={14} aria-hidden />} />
      <IconButton {...clear.button} icon={<Trash2 size={14} aria-hidden />} />
    </header>
  );
};

/** How many rows are selected together. */
const Chosen = () => {
  const actions = useActions();
  const { traffic: words, format } = useWords();
  const count = useBench(({ view }) => view.chosen.ids.size);
  if (count < 2) return null;
  return (
    <button
      type="button"
      className={styles.heldBack}
      aria-label={`${words.chosen(count)}: ${words.chooseNone}`}
      onClick={actions.chooseNone}
    >
      <span className={styles.roomy}>{words.chosen(count)}</span>
      <span className={styles.tight}>{format.count(count)}</span>
      <X size={12} aria-hidden />
    </button>
  );
};

/** While the list is paused: how much came since. */
const HeldBack = () => {
  const actions = useActions();
  const { traffic: words } = useWords();
  const ids = useBench(({ view }) => view.listing.found.ids);
  const pausedAt = useBench(({ view }) => view.listing.pausedAt);
  if (pausedAt === null) return null;
  const count = countNewer(ids, pausedAt);
  return (
    <button type="button" className={styles.heldBack} onClick={actions.resumeRows} aria-label={words.heldBack(count)}>
      {words.newRows(count)}
    </button>
  );
};
