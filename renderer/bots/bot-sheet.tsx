import { Sheet } from '#renderer/kit/sheet.tsx';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { useFileDrop } from '#renderer/kit/use-file-drop.ts';
import type { DrawMessage } from '#renderer/rules/preview.tsx';
import { useActions, useBench, useCatalogue, usePage, useSession } from '#renderer/store/context.tsx';
import { currentChannel } from '#renderer/store/selectors.ts';
import type { BotPlace } from '#renderer/store/store.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { BotEditor } from './bot-editor.tsx';
import { BotHead } from './bot-head.tsx';
import { useBotWriting } from './use-bot-writing.ts';
import styles from './bots.module.css';

type BotSheetProps = { readonly drawMessage: DrawMessage };

/** The screen of the bots, where it is asked for. */
export const BotSheet = ({ drawMessage }: BotSheetProps) => {
  const dialog = useBench(({ view }) => view.dialog);
  return dialog?.kind === 'edit-bots' ? <BotScreen place={dialog} drawMessage={drawMessage} /> : null;
};

/** A bot with its rules: one that is built in to be read, one's own to be written. */
const BotScreen = ({ place, drawMessage }: BotSheetProps & { readonly place: BotPlace }) => {
  const actions = useActions();
  const { catalogue } = usePage();
  const { botScripts } = useCatalogue();
  const { bots: words } = useWords();
  const shown = useBench(({ session, view }) => currentChannel(session?.channels ?? [], view.remembered.channelId));
  const isBundle = useSession((session) => session.openedBundle !== null);
  const writing = useBotWriting();
  const drop = useFileDrop((file) => void actions.importBot(file, place));
  const bot =
    botScripts.find(({ id }) => id === place.botId) ??
    botScripts.find(({ id }) => id === shown?.botId) ??
    botScripts[0];
  const isGone = place.botId !== undefined && place.botId !== bot?.id && writing.isWritten(place.botId);
  const isReadOnly = isBundle || catalogue.botScripts.some(({ id }) => id === bot?.id);
  const close = () => (place.from ? actions.showChannel(place.from) : actions.showDialog(null));
  return (
    <Sheet
      title={words.title}
      close={close}
      isWide
      isUnsaved={isGone || botScripts.some((each) => writing.isChanged(each))}
    >
      {bot && (
        <div className={styles.screen} {...(isBundle ? {} : drop.place)}>
          {drop.isOver && <p className={styles.drop}>{words.dropHere}</p>}
          {isGone && (
            <p className={styles.gone} role="status">
              <ToneIcon tone="attention" />
              {words.gone}
            </p>
          )}
          <BotHead bot={bot} place={place} isBuiltIn={isReadOnly} isBundle={isBundle} writing={writing} />
          <BotEditor
            key={`${bot.id} ${place.rule ?? ''}`}
            bot={bot}
            isReadOnly={isReadOnly}
            first={place.rule}
            channelId={place.from?.channelId}
            writing={writing}
            drawMessage={drawMessage}
          />
        </div>
      )}
    </Sheet>
  );
};
