import { useId, useState } from 'react';
import { classes } from '#renderer/kit/classes.ts';
import type { PhaseBar } from '#renderer/store/phase-bars.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Words } from '#renderer/words/words.ts';
import type { Direction } from '#shared/exchange/exchange.ts';
import { Lane } from './lane.tsx';
import styles from './timing.module.css';

type PhaseRowProps = { readonly bar: PhaseBar; readonly way: Direction };

/** One stretch of an exchange; who asks is told what it is. */
export const PhaseRow = ({ bar, way }: PhaseRowProps) => {
  const { timing: words, translations, format } = useWords();
  const [isExplained, explain] = useState(false);
  const noteId = useId();
  const name = translations?.phases[bar.name] ?? bar.name;
  const meaning = meaningOf(bar.name, way, words);
  return (
    <>
      <tr className={classes(isExplained && styles.explained)}>
        <th scope="row">
          {meaning === null ? (
            name
          ) : (
            <button
              type="button"
              className={styles.ask}
              title={words.explain(name)}
              aria-expanded={isExplained}
              aria-controls={isExplained ? noteId : undefined}
              onClick={() => explain(!isExplained)}
            >
              {name}
            </button>
          )}
        </th>
        <Lane bar={bar} look={waiting.test(bar.name) ? 'waiting' : 'working'} />
        <td className={styles.number}>{format.duration(bar.from)}</td>
        <td className={styles.number}>{format.duration(bar.took)}</td>
      </tr>
      {isExplained && (
        <tr id={noteId} className={styles.note}>
          <td colSpan={4}>{meaning}</td>
        </tr>
      )}
    </>
  );
};

/** Stretches in which nobody on this side did anything. */
const waiting = /^(?:queue|pause|wait)$/;

const meaningOf = (name: string, way: Direction, { means }: Words['timing']): string | null => {
  const known: Readonly<Record<string, string>> = means[way];
  return Object.hasOwn(known, name) ? (known[name] ?? null) : null;
};
