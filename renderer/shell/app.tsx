import { ChannelDialogs } from '#renderer/channels/channel-dialogs.tsx';
import { Skeleton } from '#renderer/kit/skeleton.tsx';
import { SettingsDialog } from '#renderer/settings/settings-dialog.tsx';
import { useBench } from '#renderer/store/context.tsx';
import { ExamineDialog } from '#renderer/trust/examine-dialog.tsx';
import { MintDialog } from '#renderer/trust/mint-dialog.tsx';
import type { Transport } from '#renderer/transport/choose-transport.ts';
import { Announcer } from './announcer.tsx';
import { Banners } from './banners.tsx';
import { ClearTrafficDialog } from './clear-traffic.tsx';
import { Panes } from './panes.tsx';
import { Refusal } from './refusal.tsx';
import { ShortcutList } from './shortcut-list.tsx';
import { TopBar } from './top-bar.tsx';
import { useShortcuts } from './use-shortcuts.ts';
import { useTheme } from './use-theme.ts';
import styles from './shell.module.css';

/** The whole screen. */
export const App = ({ onMenu }: Pick<Transport, 'onMenu'>) => {
  const hasSession = useBench(({ session }) => session !== null);
  const link = useBench((state) => state.link);
  useTheme();
  if (link.state === 'refused') return <Refusal fault={link.fault} />;
  return hasSession ? <Bench onMenu={onMenu} /> : <Waiting />;
};

const Bench = ({ onMenu }: Pick<Transport, 'onMenu'>) => {
  useShortcuts(onMenu);
  return (
    <div className={styles.app}>
      <TopBar />
      <Banners />
      <Panes />
      <ChannelDialogs />
      <SettingsDialog />
      <ExamineDialog />
      <MintDialog />
      <ShortcutList />
      <ClearTrafficDialog />
      <Announcer />
    </div>
  );
};

const Waiting = () => {
  const isLost = useBench(({ link }) => link.state === 'lost');
  return (
    <main className={styles.waiting}>
      {isLost ? (
        <p role="alert">Hookbench does not answer. Check that it is still running; the page connects by itself.</p>
      ) : (
        <Skeleton lines={6} label="Connecting to Hookbench" />
      )}
    </main>
  );
};
