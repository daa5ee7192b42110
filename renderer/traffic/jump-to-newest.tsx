import { ArrowUp } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useActions, useBench } from '#renderer/store/context.tsx';
import { countNewer, idAt } from '#renderer/store/listing/row-ids.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import styles from './list.module.css';

type JumpProps = {
  readonly isAtTop: boolean;
  /** Pixels at the top of the list that are covered. */
  readonly below: number;
  readonly jump: () => void;
};

/** Milliseconds without a new row after which conversations are put in order. */
const patience = 300;

/** Leads back to the newest row, and says how many came since it was left. Only there where it is out of sight. */
export const JumpToNewest = ({ isAtTop, below, jump }: JumpProps) => {
  const actions = useActions();
  const { traffic: words } = useWords();
  const ids = useBench(({ view }) => view.listing.found.ids);
  const pausedAt = useBench(({ view }) => view.listing.pausedAt);
  const held = pausedAt === null ? 0 : countNewer(ids, pausedAt);
  const newest = idAt(ids, held) ?? 0;
  const [seen, setSeen] = useState(newest);
  if (isAtTop && seen !== newest) setSeen(newest);
  useEffect(() => {
    // Nobody is reading further down: conversations may take their places.
    const timer = isAtTop && newest > 0 ? setTimeout(actions.orderGroups, patience) : undefined;
    return () => clearTimeout(timer);
  }, [isAtTop, newest, actions]);
  if (isAtTop) return null;
  const count = countNewer(ids, seen) - held;
  return (
    <button type="button" className={styles.jump} style={{ top: below + 8 }} onClick={jump}>
      <ArrowUp size={14} aria-hidden />
      {count > 0 ? words.newRows(count) : words.jumpToNewest}
    </button>
  );
};
