import { CircleCheck, CircleDashed, CircleMinus, CircleX, Info, LoaderCircle, TriangleAlert } from 'lucide-react';
import { classes } from './classes.ts';
import styles from './tone.module.css';

/** What something means for the person who looks: never by colour alone, always an icon, and a word beside it. */
export type Tone = 'good' | 'bad' | 'attention' | 'unknown' | 'none' | 'note' | 'busy';

const icons = {
  good: CircleCheck,
  bad: CircleX,
  attention: TriangleAlert,
  unknown: CircleDashed,
  none: CircleMinus,
  note: Info,
  busy: LoaderCircle,
} as const;

/** The colour alone, for a word that says the rest. */
export const toneClass = (tone: Tone): string => styles[tone] ?? '';

export const ToneIcon = ({ tone, size = 16 }: { readonly tone: Tone; readonly size?: number }) => {
  const Icon = icons[tone];
  return <Icon size={size} aria-hidden className={classes(styles.icon, styles[tone])} />;
};

/** An icon and its word, in the tone's colour. */
export const ToneWord = ({ tone, word }: { readonly tone: Tone; readonly word: string }) => (
  <span className={classes(styles.word, styles[tone])}>
    <ToneIcon tone={tone} size={14} />
    {word}
  </span>
);

export const Badge = ({ tone, children }: { readonly tone: Tone; readonly children: string }) => (
  <span className={classes(styles.badge, styles[tone])}>{children}</span>
);
