import { EqualNot, Minus, MoveRight, Plus } from 'lucide-react';
import { classes } from '#renderer/kit/classes.ts';
import styles from './diff.module.css';

/** In which way something differs: never by colour alone. */
export type Way = 'added' | 'removed' | 'changed' | 'moved';

const icons = { added: Plus, removed: Minus, changed: EqualNot, moved: MoveRight } as const;

export const WayMark = ({ way, word }: { readonly way: Way; readonly word: string }) => {
  const Icon = icons[way];
  return (
    <span className={classes(styles.way, styles[way])}>
      <Icon size={14} aria-hidden />
      {word}
    </span>
  );
};
