import {
  ArrowLeftRight,
  Bot,
  Cable,
  Check,
  Clock,
  FileClock,
  Filter,
  Layers,
  MessageSquare,
  Send,
  SquareTerminal,
} from 'lucide-react';
import { classes } from '#renderer/kit/classes.ts';
import type { Find, FindKind } from '#renderer/store/palette/find.ts';
import type { Hit, HitGroup } from '#renderer/store/palette/search-finds.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { Lit } from './lit.tsx';
import styles from './palette.module.css';

const icons: Readonly<Record<FindKind, typeof Clock>> = {
  recent: Clock,
  command: SquareTerminal,
  channel: Cable,
  environment: Layers,
  conversation: MessageSquare,
  exchange: ArrowLeftRight,
  filter: Filter,
  file: FileClock,
  bot: Bot,
  payload: Send,
};

type ListProps = {
  readonly id: string;
  readonly groups: readonly HitGroup[];
  /** The place of the hit that Enter chooses. */
  readonly at: number;
  readonly optionId: (place: number) => string;
  readonly choose: (find: Find) => void;
};

/** What was found, by kind. */
export const PaletteList = ({ id, groups, at, optionId, choose }: ListProps) => {
  const { palette: words } = useWords();
  const starts = groups.map((_, index) => groups.slice(0, index).reduce((sum, { hits }) => sum + hits.length, 0));
  return (
    <div id={id} role="listbox" aria-label={words.found} className={styles.list} tabIndex={-1}>
      {groups.map(({ kind, hits }, index) => (
        <div key={kind} role="group" aria-label={words.kinds[kind]}>
          <p className={styles.kind} aria-hidden>
            {words.kinds[kind]}
          </p>
          {hits.map((hit, place) => {
            const whole = (starts[index] ?? 0) + place;
            return (
              <Option
                key={hit.find.id}
                id={optionId(whole)}
                hit={hit}
                isChosen={whole === at}
                choose={() => choose(hit.find)}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
};

type OptionProps = {
  readonly id: string;
  readonly hit: Hit;
  readonly isChosen: boolean;
  readonly choose: () => void;
};

const Option = ({ id, hit: { find, inTitle, inDetail }, isChosen, choose }: OptionProps) => {
  const { palette: words } = useWords();
  const Icon = icons[find.kind];
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the focus, and its keys choose.
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      className={classes(styles.option, isChosen && styles.chosen)}
      onClick={choose}
    >
      <Icon size={14} aria-hidden />
      <span className={classes(styles.title, find.kind === 'exchange' && styles.wire)}>
        <Lit text={find.title} places={inTitle} />
      </span>
      {find.isOn && (
        <span className={styles.on}>
          <Check size={14} aria-hidden />
          <span className="only-heard">{words.on}</span>
        </span>
      )}
      <span className={styles.detail}>
        <Lit text={find.detail} places={inDetail} />
      </span>
      <span className={styles.aside}>{find.aside}</span>
    </div>
  );
};
