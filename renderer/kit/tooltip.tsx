import { Tooltip } from 'radix-ui';
import { createContext, useContext, useEffect, useRef, type ReactNode, type RefObject } from 'react';
import styles from './tooltip.module.css';

/** Whether the focus is being moved from place to place by the person, and not by the page. */
const Tabbing = createContext<RefObject<boolean>>({ current: false });

/** What all tooltips share: once one is open, the next one comes at once. */
export const Tips = ({ children }: { readonly children: ReactNode }) => {
  const isTabbing = useRef(false);
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => (isTabbing.current = key === 'Tab');
    const onPointer = () => (isTabbing.current = false);
    document.addEventListener('keydown', onKey, true);
    document.addEventListener('pointerdown', onPointer, true);
    return () => {
      document.removeEventListener('keydown', onKey, true);
      document.removeEventListener('pointerdown', onPointer, true);
    };
  }, []);
  return (
    <Tabbing value={isTabbing}>
      <Tooltip.Provider delayDuration={500}>{children}</Tooltip.Provider>
    </Tabbing>
  );
};

type TipProps = {
  /** Empty where there is nothing to say now. */
  readonly words: string;
  /** The keys that do the same. */
  readonly keys?: string;
  /** Says more than the name of the control: then it is its description for whoever does not see it. */
  readonly isRead?: boolean;
  /** One control, which takes a ref. */
  readonly children: ReactNode;
};

/** Says what a control does, and with which keys, to whoever rests on it. */
export const Tip = ({ words, keys = '', isRead = false, children }: TipProps) => {
  const isTabbing = useContext(Tabbing);
  return (
    <Tooltip.Root>
      <Tooltip.Trigger
        asChild
        // Where the name of the control says the same, it would be read out twice.
        {...(isRead && words !== '' ? {} : { 'aria-describedby': undefined })}
        onFocus={(event) => {
          // Where the page put the focus, as into a dialog that opens, nobody has asked for a tooltip.
          if (!isTabbing.current) event.preventDefault();
        }}
      >
        {children}
      </Tooltip.Trigger>
      {words !== '' && (
        <Tooltip.Portal>
          <Tooltip.Content className={styles.tip} sideOffset={4} collisionPadding={8}>
            {words}
            {keys !== '' && <kbd className={styles.keys}>{keys}</kbd>}
          </Tooltip.Content>
        </Tooltip.Portal>
      )}
    </Tooltip.Root>
  );
};
