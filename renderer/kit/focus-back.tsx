import { useEffect, useRef } from 'react';

/** What had the focus is gone, and nothing has it yet. */
export const isFocusNowhere = (): boolean => (document.activeElement ?? document.body) === document.body;

/** Where that is gone, too: what lies in front now. */
const frontDialog = (): Element | undefined => [...document.querySelectorAll('[role=dialog]')].at(-1);

type FocusBackProps = {
  /** Left out: to what had the focus before. */
  readonly to?: () => Element | null;
  /** What is done as soon as it is gone. */
  readonly after?: () => void;
};

/**
 * Stands in something that floats, and gives the focus back in the moment in which that goes. Radix does it by a timer
 * (@radix-ui/react-focus-scope 1.3): a key that is pressed before that would go astray, such as Ctrl+Enter behind Escape.
 */
export const FocusBack = (props: FocusBackProps) => {
  const asked = useRef(props);
  useEffect(() => {
    const { to, after } = asked.current;
    const before = document.activeElement;
    return () => {
      const opener = to ? to() : before;
      const back = opener?.isConnected ? opener : frontDialog();
      if (back instanceof HTMLElement && isFocusNowhere()) back.focus();
      after?.();
    };
  }, []);
  return null;
};
