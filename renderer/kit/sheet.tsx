import { X } from 'lucide-react';
import { AlertDialog, Dialog } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import { useWords } from '#renderer/words/use-words.tsx';
import { Button, IconButton } from './button.tsx';
import { classes } from './classes.ts';
import { FocusBack } from './focus-back.tsx';
import { intoFromBehind } from './into-from-behind.ts';
import styles from './sheet.module.css';

type SheetProps = {
  readonly title: string;
  readonly close: () => void;
  /** Holds a lot, and keeps its size whatever part of it is shown. */
  readonly isLarge?: boolean;
  /** A place to work in: it takes nearly the whole window, and a click beside it does not close it. */
  readonly isWide?: boolean;
  /** Stands in the head, between the title and the way out. */
  readonly head?: ReactNode;
  /** Whether something would be lost: then it is asked before the sheet closes. */
  readonly isUnsaved?: boolean;
  /** What has the focus when it opens, where that is not the first thing that can have it. */
  readonly begin?: () => HTMLElement | null;
  readonly children: ReactNode;
};

/** A dialog with a title and a way out; the page behind it rests, but for the status bar. */
export const Sheet = ({ title, close, isLarge, isWide, head, isUnsaved = false, begin, children }: SheetProps) => {
  const { kit: words } = useWords();
  const [opener] = useState(currentOpener);
  const [isAsking, setAsking] = useState(false);
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && (isUnsaved ? setAsking(true) : close())}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.scrim} />
        <Dialog.Content
          className={classes(styles.sheet, isLarge && styles.large, isWide && styles.wide)}
          aria-describedby={undefined}
          onKeyDown={intoFromBehind}
          onOpenAutoFocus={(event) => {
            const first = begin?.();
            if (!first) return;
            event.preventDefault();
            first.focus();
          }}
          onEscapeKeyDown={(event) => {
            // What is being written there is given up first.
            if (event.target instanceof Element && event.target.closest('[data-takes-escape]')) event.preventDefault();
          }}
          onInteractOutside={(event) => {
            if (isWide || isInStatusBar(event.target)) event.preventDefault();
          }}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <FocusBack {...(opener?.isConnected ? { to: () => opener } : {})} />
          <header className={styles.head}>
            <Dialog.Title className={styles.title}>{title}</Dialog.Title>
            <div className={styles.beside}>{head}</div>
            <Dialog.Close asChild>
              <IconButton label={words.close} icon={<X size={16} aria-hidden />} />
            </Dialog.Close>
          </header>
          {children}
          {isAsking && <LosingDialog stay={() => setAsking(false)} leave={close} />}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
};

type LosingProps = { readonly stay: () => void; readonly leave: () => void };

/** Asks before what is not saved is lost. */
const LosingDialog = ({ stay, leave }: LosingProps) => {
  const { losing: words } = useWords().kit;
  return (
    <AlertDialog.Root open onOpenChange={(isOpen) => !isOpen && stay()}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={styles.scrim} />
        <AlertDialog.Content className={styles.alert} onKeyDown={intoFromBehind}>
          <FocusBack />
          <AlertDialog.Title className={styles.title}>{words.title}</AlertDialog.Title>
          <AlertDialog.Description className={styles.words}>{words.consequence}</AlertDialog.Description>
          <div className={styles.answers}>
            <AlertDialog.Cancel asChild>
              <Button>{words.stay}</Button>
            </AlertDialog.Cancel>
            <AlertDialog.Action asChild>
              <Button look="danger" onClick={leave}>
                {words.leave}
              </Button>
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
};

/** What is said there can be answered without leaving the dialog: Undo, Cancel. */
const isInStatusBar = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('#status-bar') !== null;

/** What had the focus; of a menu, which is gone by the time that the focus comes back, the button that opens it. */
const currentOpener = (): HTMLElement | null => {
  const focused = document.activeElement;
  const trigger = focused?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  const opener = typeof trigger === 'string' ? document.getElementById(trigger) : focused;
  return opener instanceof HTMLElement ? opener : null;
};
