import { AlertDialog } from 'radix-ui';
import { Button } from '#renderer/kit/button.tsx';
import { Sheet } from '#renderer/kit/sheet.tsx';
import sheet from '#renderer/kit/sheet.module.css';
import { useActions, useBench, useSession } from '#renderer/store/context.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import { ChannelParts } from './channel-parts.tsx';
import { NewChannel } from './new-channel.tsx';

/** The dialogs about channels, whichever is asked for. */
export const ChannelDialogs = () => {
  const actions = useActions();
  const { channels: words } = useWords();
  const dialog = useBench(({ view }) => view.dialog);
  const channels = useSession((session) => session.channels);
  const close = () => actions.showDialog(null);
  if (dialog?.kind === 'add-channel')
    return (
      <Sheet title={words.add} close={close} isLarge>
        <NewChannel />
      </Sheet>
    );
  if (dialog?.kind !== 'edit-channel' && dialog?.kind !== 'remove-channel') return null;
  const channel = channels.find((each) => each.id === dialog.channelId);
  if (!channel) return null;
  if (dialog.kind === 'edit-channel')
    return (
      <Sheet title={channel.name} close={close} isLarge>
        <ChannelParts key={channel.id} channel={channel} first={dialog.part ?? 'settings'} setting={dialog.setting} />
      </Sheet>
    );
  return (
    <AlertDialog.Root open onOpenChange={(isOpen) => !isOpen && close()}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={sheet.scrim} />
        <AlertDialog.Content className={sheet.alert}>
          <AlertDialog.Title className={sheet.title}>{words.remove.title(channel.name)}</AlertDialog.Title>
          <AlertDialog.Description className={sheet.words}>{words.remove.consequence}</AlertDialog.Description>
          <div className={sheet.answers}>
            <AlertDialog.Cancel asChild>
              <Button>{words.remove.keep}</Button>
            </AlertDialog.Cancel>
            <AlertDialog.Action asChild>
              <Button look="danger" onClick={() => void actions.removeChannel(channel.id)}>
                {words.remove.remove}
              </Button>
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
};
