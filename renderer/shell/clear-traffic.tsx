import { AlertDialog } from 'radix-ui';
import { Button } from '#renderer/kit/button.tsx';
import { FocusBack } from '#renderer/kit/focus-back.tsx';
import { intoFromBehind } from '#renderer/kit/into-from-behind.ts';
import sheet from '#renderer/kit/sheet.module.css';
import { useActions, useBench, useSession } from '#renderer/store/context.tsx';
import { useWords } from '#renderer/words/use-words.tsx';

/** Asks before exchanges that are pinned go with all others. */
export const ClearTrafficDialog = () => {
  const actions = useActions();
  const { clear: words } = useWords().shell;
  const isOpen = useBench(({ view }) => view.dialog?.kind === 'clear-traffic');
  const pinned = useSession(({ marks }) => marks.filter(({ isPinned }) => isPinned).length);
  const close = () => actions.showDialog(null);
  return (
    <AlertDialog.Root open={isOpen} onOpenChange={(opens) => !opens && close()}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={sheet.scrim} />
        <AlertDialog.Content className={sheet.alert} onKeyDown={intoFromBehind}>
          <FocusBack />
          <AlertDialog.Title className={sheet.title}>{words.title}</AlertDialog.Title>
          <AlertDialog.Description className={sheet.words}>{words.consequence(pinned)}</AlertDialog.Description>
          <div className={sheet.answers}>
            <AlertDialog.Cancel asChild>
              <Button>{words.keep}</Button>
            </AlertDialog.Cancel>
            <AlertDialog.Action asChild>
              <Button
                look="danger"
                onClick={() => {
                  close();
                  void actions.clearTraffic();
                }}
              >
                {words.clear}
              </Button>
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
};
