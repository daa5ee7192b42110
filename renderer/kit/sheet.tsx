import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import { useWords } from '#renderer/words/use-words.tsx';
import { IconButton } from './button.tsx';
import { classes } from './classes.ts';
import styles from './sheet.module.css';

type SheetProps = {
  readonly title: string;
  readonly close: () => void;
  /** Holds a lot, and keeps its size whatever part of it is shown. */
  readonly isLarge?: boolean;
  readonly children: ReactNode;
};

/** A dialog with a title and a way out; the page behind it rests. */
export const Sheet = ({ title, close, isLarge, children }: SheetProps) => {
  const { kit: words } = useWords();
  const [opener] = useState(currentOpener);
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.scrim} />
        <Dialog.Content
          className={classes(styles.sheet, isLarge && styles.large)}
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            // Without a trigger of its own, the dialog would leave the focus nowhere. Where it has gone on already, it stays.
            event.preventDefault();
            if (document.activeElement === document.body) opener?.focus();
          }}
        >
          <header className={styles.head}>
            <Dialog.Title className={styles.title}>{title}</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton label={words.close} icon={<X size={16} aria-hidden />} />
            </Dialog.Close>
          </header>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
};

/** What had the focus; of a menu, which is gone by the time that the focus comes back, the button that opens it. */
const currentOpener = (): HTMLElement | null => {
  const focused = document.activeElement;
  const trigger = focused?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  const opener = typeof trigger === 'string' ? document.getElementById(trigger) : focused;
  return opener instanceof HTMLElement ? opener : null;
};
