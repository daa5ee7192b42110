import { CircleHelp, Presentation, ScanSearch, Search, Settings } from 'lucide-react';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { classes } from '#renderer/kit/classes.ts';
import { CopyButton } from '#renderer/kit/copy-button.tsx';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { useCommand } from '#renderer/store/commands/use-commands.ts';
import { useActions, useSession } from '#renderer/store/context.tsx';
import { useReadOnly } from '#renderer/store/use-read-only.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { ChannelMenu } from './channel-menu.tsx';
import { LookMenu } from './look-menu.tsx';
import { Mark } from './mark.tsx';
import styles from './top-bar.module.css';

/** What this is, which channel, where it listens, a way to everything, and how it looks. */
export const TopBar = () => {
  const { top: words } = useWords().shell;
  const examine = useCommand('examine-text');
  const demo = useCommand('demo-mode');
  const settings = useCommand('show-settings');
  const shortcuts = useCommand('show-shortcuts');
  return (
    <header className={styles.top}>
      <div className={styles.side}>
        <h1 className={styles.product}>
          <Mark />
          <span className={styles.name}>Hookbench</span>
        </h1>
        <ChannelMenu />
        <ListeningAddress />
      </div>
      <CommandField />
      <div className={classes(styles.side, styles.end)}>
        <IconButton
          {...examine.button}
          label={words.examine}
          className={styles.roomy}
          icon={<ScanSearch size={16} aria-hidden />}
        />
        <IconButton
          {...demo.button}
          label={words.demo}
          className={styles.roomy}
          icon={<Presentation size={16} aria-hidden />}
        />
        <LookMenu />
        <IconButton {...settings.button} label={words.settings} icon={<Settings size={16} aria-hidden />} />
        <IconButton {...shortcuts.button} label={words.shortcuts} icon={<CircleHelp size={16} aria-hidden />} />
      </div>
    </header>
  );
};

/** Looks like the field that it opens. */
const CommandField = () => {
  const { palette: words } = useWords();
  const { button } = useCommand('show-palette');
  return (
    <button
      type="button"
      className={styles.field}
      aria-label={button.label}
      aria-keyshortcuts={button['aria-keyshortcuts']}
      aria-haspopup="dialog"
      onClick={button.onClick}
    >
      <Search size={14} aria-hidden />
      <span className={styles.fieldWords}>{words.field}</span>
      <kbd className={styles.keys}>{button.keys}</kbd>
    </button>
  );
};

const ListeningAddress = () => {
  const actions = useActions();
  const { top: words } = useWords().shell;
  const listening = useSession((session) => session.listening);
  const port = useSession((session) => session.settings.port);
  const isBundle = useReadOnly() !== '';
  if (isBundle) return null;
  if (listening.state === 'listening')
    return (
      <div className={styles.address}>
        <ToneIcon tone="good" size={14} />
        <span className={styles.addressWord}>{words.listeningOn}</span>
        <code>
          {listening.host}:{listening.port}
        </code>
        <CopyButton text={listening.url} label={words.copyAddress} />
      </div>
    );
  const isFailed = listening.state === 'failed';
  return (
    <div className={styles.address}>
      <ToneIcon tone={isFailed ? 'bad' : 'none'} size={14} />
      <span>{isFailed ? words.notListening : words.listeningIsOff}</span>
      {!isFailed && <Button onClick={() => void actions.listenOn(port)}>{words.startListening}</Button>}
    </div>
  );
};
