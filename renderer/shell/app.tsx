import { BotSheet } from '#renderer/bots/bot-sheet.tsx';
import { ChannelSheet } from '#renderer/channels/channel-sheet.tsx';
import { MessageContent } from '#renderer/conversation/content.tsx';
import { Skeleton } from '#renderer/kit/skeleton.tsx';
import { Tips } from '#renderer/kit/tooltip.tsx';
import { Palette } from '#renderer/palette/palette.tsx';
import { SettingsDialog } from '#renderer/settings/settings-dialog.tsx';
import { DropTarget } from '#renderer/share/drop-target.tsx';
import { ExportSheet } from '#renderer/share/export-sheet.tsx';
import { ImportSheet } from '#renderer/share/import-sheet.tsx';
import { useBench } from '#renderer/store/context.tsx';
import { FilterDialogs } from '#renderer/traffic/filter-dialogs.tsx';
import { NoteDialog } from '#renderer/traffic/note-dialog.tsx';
import { ExamineDialog } from '#renderer/trust/examine-dialog.tsx';
import { MintDialog } from '#renderer/trust/mint-dialog.tsx';
import type { Transport } from '#renderer/transport/choose-transport.ts';
import { Speaking, useWords } from '#renderer/words/use-words.tsx';
import type { Content } from '#shared/exchange/message.ts';
import { Announcer } from './announcer.tsx';
import { BundleBanner } from './bundle-banner.tsx';
import { Banners } from './banners.tsx';
import { ClearTrafficDialog } from './clear-traffic.tsx';
import { DemoLater } from './demo-later.tsx';
import { SheetsLater } from './later.tsx';
import { Panes } from './panes.tsx';
import { Refusal } from './refusal.tsx';
import { ShortcutList } from './shortcut-list.tsx';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { useFiles } from './use-files.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useRoom } from './use-room.ts';
import { useTheme } from './use-theme.ts';
import styles from './shell.module.css';

/** The whole screen. */
export const App = ({ onMenu }: Pick<Transport, 'onMenu'>) => {
  const hasSession = useBench(({ session }) => session !== null);
  const link = useBench((state) => state.link);
  const language = useBench(({ view }) => view.remembered.language);
  useTheme();
  useRoom();
  return (
    <Speaking language={language}>
      <Tips>
        {link.state === 'refused' ? (
          <Refusal fault={link.fault} />
        ) : hasSession ? (
          <Bench onMenu={onMenu} />
        ) : (
          <Waiting />
        )}
      </Tips>
    </Speaking>
  );
};

const Bench = ({ onMenu }: Pick<Transport, 'onMenu'>) => {
  useShortcuts(onMenu);
  const isHeldOver = useFiles();
  return (
    <div className={styles.app}>
      <TopBar />
      <BundleBanner />
      <Banners />
      <Panes />
      <StatusBar />
      <ExportSheet />
      <ImportSheet />
      <BotSheet drawMessage={drawMessage} />
      <ChannelSheet drawMessage={drawMessage} />
      <SheetsLater />
      <SettingsDialog />
      <ExamineDialog />
      <MintDialog />
      <ShortcutList />
      <Palette />
      <DemoLater />
      <ClearTrafficDialog />
      <FilterDialogs />
      <NoteDialog />
      {isHeldOver && <DropTarget />}
      <Announcer />
    </div>
  );
};

const drawMessage = (content: Content) => <MessageContent content={content} place="" say={null} />;

const Waiting = () => {
  const { shell: words } = useWords();
  const isLost = useBench(({ link }) => link.state === 'lost');
  return (
    <main className={styles.waiting}>
      {isLost ? <p role="alert">{words.noAnswer}</p> : <Skeleton lines={6} label={words.connecting} />}
    </main>
  );
};
