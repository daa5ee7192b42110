import { useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
import { classes } from '#renderer/kit/classes.ts';
import { querySpans } from '#renderer/store/search/query-spans.ts';
import type { QueryProblem } from '#shared/query/problem.ts';
import styles from './search-box.module.css';

type QueryTextProps = {
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly problems: readonly QueryProblem[];
  /** The field itself: its own letters are not seen. */
  readonly children: ReactNode;
};

/** Draws what is written in the field, letter over letter, as it was understood. */
export const QueryText = ({ ref, text, problems, children }: QueryTextProps) => {
  const drawn = useRef<HTMLDivElement>(null);
  const follow = () => {
    if (drawn.current && ref.current) drawn.current.scrollLeft = ref.current.scrollLeft;
  };
  useLayoutEffect(() => {
    if (drawn.current && ref.current) drawn.current.scrollLeft = text === '' ? 0 : ref.current.scrollLeft;
  }, [ref, text]);
  return (
    <div className={styles.written} onScroll={follow} onKeyUp={follow}>
      {children}
      <div ref={drawn} className={styles.drawn} aria-hidden>
        {querySpans(text, problems).map((span, index) => (
          <span key={index} className={classes(styles[span.kind], span.isWrong && styles.wrong)}>
            {span.text}
          </span>
        ))}
      </div>
    </div>
  );
};
