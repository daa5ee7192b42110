import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { classes } from '#renderer/kit/classes.ts';
import { useActions, usePage } from '#renderer/store/context.tsx';
import styles from './inspector.module.css';

type ScrollerProps = {
  /** What is scrolled, by a name of its own: it is where it was when it is seen again. */
  readonly place: string;
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/** A part of the inspector that scrolls by itself. */
export const Scroller = ({ place, label, className, children }: ScrollerProps) => {
  const actions = useActions();
  const { store } = usePage();
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    element.scrollTop = store.getState().view.places.scrolled.get(place) ?? 0;
    return () => actions.noteScrolled(place, element.scrollTop);
  }, [actions, store, place]);
  return (
    <div
      ref={box}
      data-scroller
      className={classes(styles.scroller, className)}
      tabIndex={0}
      role="group"
      aria-label={label}
    >
      <div className={styles.scrolled}>{children}</div>
    </div>
  );
};
