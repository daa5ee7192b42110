import { useEffect, type RefObject } from 'react';
import { useActions, useBench } from '#renderer/store/context.tsx';
import type { MessageGroup } from '#renderer/store/selectors.ts';

type Spotlit = {
  readonly scroller: RefObject<HTMLElement | null>;
  /** What is drawn: a message may have to be read first. */
  readonly groups: readonly MessageGroup[];
  /** The end is no longer followed. */
  readonly stay: () => void;
};

/** Goes to the message that was asked for as soon as it is drawn: into the middle, with the focus on it. */
export const useSpotlight = ({ scroller, groups, stay }: Spotlit): void => {
  const actions = useActions();
  const spotlight = useBench(({ view }) => view.spotlight);
  const isDrawn = groups.some(({ messages }) => messages.some(({ id }) => id === spotlight));
  useEffect(() => {
    if (spotlight === null || !isDrawn) return;
    const bubble = scroller.current?.querySelector<HTMLElement>(`[data-message="${CSS.escape(spotlight)}"]`);
    if (!bubble) return;
    stay();
    bubble.focus({ preventScroll: true });
    bubble.scrollIntoView({ block: 'center' });
    actions.endSpotlight();
  }, [actions, scroller, spotlight, isDrawn, stay]);
};
