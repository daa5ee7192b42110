import { Dialog } from 'radix-ui';
import { useRef } from 'react';
import { FocusBack } from '#renderer/kit/focus-back.tsx';
import { intoFromBehind } from '#renderer/kit/into-from-behind.ts';
import { useActions, useBench } from '#renderer/store/context.tsx';
import type { Find } from '#renderer/store/palette/find.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { PaletteSearch } from './palette-search.tsx';
import styles from './palette.module.css';

/** Everything that can be gone to or done, by a few letters of its name. */
export const Palette = () => {
  const isOpen = useBench(({ view }) => view.dialog?.kind === 'palette');
  return isOpen ? <OpenPalette /> : null;
};

const OpenPalette = () => {
  const actions = useActions();
  const { palette: words } = useWords();
  const chosen = useRef<Find>(null);
  const close = () => actions.showDialog(null);
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.scrim} />
        <Dialog.Content
          className={styles.palette}
          aria-describedby={undefined}
          onKeyDown={intoFromBehind}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          {/* First the focus goes back, then the command runs: what it opens gives the focus back to the same place. */}
          <FocusBack after={() => void chosen.current?.run()} />
          <Dialog.Title className="only-heard">{words.title}</Dialog.Title>
          <PaletteSearch
            choose={(find) => {
              chosen.current = find;
              actions.rememberFind(find.id);
              close();
            }}
          />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
};
