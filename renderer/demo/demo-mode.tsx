import { Dialog } from 'radix-ui';
import { useRef, type KeyboardEvent } from 'react';
import { FocusBack } from '#renderer/kit/focus-back.tsx';
import { intoFromBehind } from '#renderer/kit/into-from-behind.ts';
import { useActions, useBench, usePage } from '#renderer/store/context.tsx';
import type { Demo } from '#renderer/store/demo/demo.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { Controls } from './controls.tsx';
import { NotesPane } from './notes-pane.tsx';
import { Ready } from './ready.tsx';
import { Stage, type DrawContent } from './stage.tsx';
import { WirePane } from './wire-pane.tsx';
import styles from './demo.module.css';

type DrawingProps = { readonly drawContent: DrawContent };

/** A conversation in front of an audience: it takes the whole window, and the page is as it was when it ends. */
export const DemoMode = ({ drawContent }: DrawingProps) => {
  const demo = useBench(({ view }) => view.demo);
  return demo ? <OpenDemo demo={demo} drawContent={drawContent} /> : null;
};

const OpenDemo = ({ demo, drawContent }: DrawingProps & { readonly demo: Demo }) => {
  const actions = useActions();
  const { demo: words } = useWords();
  const root = useRef<HTMLDivElement>(null);
  const obey = useDemoKeys(demo);
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && actions.closeDemo()}>
      <Dialog.Portal>
        <Dialog.Content
          ref={root}
          className={styles.demo}
          aria-describedby={undefined}
          onKeyDown={(event) => {
            intoFromBehind(event);
            obey(event);
          }}
          onEscapeKeyDown={(event) => {
            // Out of the notes first: what is written there is kept.
            if (!(document.activeElement instanceof HTMLTextAreaElement)) return;
            event.preventDefault();
            root.current?.focus();
          }}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <FocusBack />
          <Dialog.Title className="only-heard">{words.title}</Dialog.Title>
          {demo.isStarted ? (
            <>
              <div className={styles.middle}>
                {demo.areNotesShown && <NotesPane conversationId={demo.conversationId} />}
                <Stage demo={demo} drawContent={drawContent} />
                {demo.isWireShown && <WirePane demo={demo} />}
              </div>
              <Controls demo={demo} />
            </>
          ) : (
            <Ready demo={demo} />
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
};

/** Single keys, as a presenter has a hand for: they are the page's only here. */
const useDemoKeys = (demo: Demo) => {
  const actions = useActions();
  const { screen } = usePage();
  return (event: KeyboardEvent<HTMLElement>): void => {
    const { target, key, ctrlKey, metaKey, altKey } = event;
    if (!demo.isStarted || ctrlKey || metaKey || altKey || !(target instanceof HTMLElement)) return;
    if (/^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return;
    // A button that has the focus is pressed by the space bar.
    if (key === ' ' && target.tagName === 'BUTTON') return;
    const act: (() => void) | undefined = {
      ' ': () => actions.playDemo(!demo.isPlaying),
      ArrowRight: () => actions.stepDemo(),
      ArrowLeft: () => actions.stepDemoBack(),
      ArrowUp: () => actions.changeDemoSpeed(1),
      ArrowDown: () => actions.changeDemoSpeed(-1),
      Home: () => actions.rewindDemo(),
      n: () => actions.showNotes(!demo.areNotesShown),
      w: () => actions.showWire(!demo.isWireShown),
      f: () => screen.toggleFullScreen(),
    }[key.length === 1 ? key.toLowerCase() : key];
    if (!act) return;
    event.preventDefault();
    act();
  };
};
