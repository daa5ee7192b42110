import { AlertDialog } from 'radix-ui';
import { Button } from '#renderer/kit/button.tsx';
import sheet from '#renderer/kit/sheet.module.css';
import { useActions, useBench } from '#renderer/store/context.tsx';

/** Asks before everything that was captured is forgotten. */
export const ClearTrafficDialog = () => {
  const actions = useActions();
  const isOpen = useBench(({ view }) => view.dialog?.kind === 'clear-traffic');
  const close = () => actions.showDialog(null);
  return (
    <AlertDialog.Root open={isOpen} onOpenChange={(opens) => !opens && close()}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={sheet.scrim} />
        <AlertDialog.Content className={sheet.alert}>
          <AlertDialog.Title className={sheet.title}>Clear all traffic?</AlertDialog.Title>
          <AlertDialog.Description className={sheet.words}>
            Every exchange, and the messages that they carried, are forgotten for good. Channels and settings stay.
          </AlertDialog.Description>
          <div className={sheet.answers}>
            <AlertDialog.Cancel asChild>
              <Button>Keep it</Button>
            </AlertDialog.Cancel>
            <AlertDialog.Action asChild>
              <Button
                look="danger"
                onClick={() => {
                  close();
                  void actions.clearTraffic();
                }}
              >
                Clear traffic
              </Button>
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
};
