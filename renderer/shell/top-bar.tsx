import { Check, ChevronDown, CircleHelp, Monitor, Moon, ScanSearch, Settings, Sun } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { CopyButton } from '#renderer/kit/copy-button.tsx';
import menu from '#renderer/kit/menu.module.css';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { spokenBenchFields } from '#renderer/store/bench-settings.ts';
import { useActions, useBench, useCatalogue, useSession } from '#renderer/store/context.tsx';
import { currentChannel } from '#renderer/store/selectors.ts';
import { signedModelOf } from '#renderer/store/signed-tokens.ts';
import type { ChannelPart } from '#renderer/store/store.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Channel } from '#shared/channel/channel.ts';
import type { BenchSettings } from '#shared/session/state.ts';
import { Mark } from './mark.tsx';
import styles from './shell.module.css';

/** What this is, which channel, where it listens, and how it looks. */
export const TopBar = () => {
  const actions = useActions();
  const { top: words } = useWords().shell;
  return (
    <header className={styles.top}>
      <h1 className={styles.product}>
        <Mark />
        Hookbench
      </h1>
      <ChannelMenu />
      <ListeningAddress />
      <span className={styles.space} />
      <IconButton
        label={words.examine}
        title={words.withKeys(words.examine, 'Alt+E')}
        className={styles.roomy}
        icon={<ScanSearch size={16} aria-hidden />}
        onClick={() => actions.showDialog({ kind: 'examine-text' })}
      />
      <ThemeMenu />
      <IconButton
        label={words.settings}
        title={words.withKeys(words.settings, 'Ctrl ,')}
        icon={<Settings size={16} aria-hidden />}
        onClick={() => actions.showDialog({ kind: 'settings' })}
      />
      <IconButton
        label={words.shortcuts}
        icon={<CircleHelp size={16} aria-hidden />}
        onClick={() => actions.showDialog({ kind: 'shortcuts' })}
      />
    </header>
  );
};

/** What there is to be looked at and changed of a channel. */
const partsOf = ({ plays }: Channel): readonly ChannelPart[] => [
  'settings',
  'connect',
  ...(plays.app ? (['replies'] as const) : []),
  'defects',
];

const ChannelMenu = () => {
  const actions = useActions();
  const { top: words } = useWords().shell;
  const { platforms } = useCatalogue();
  const channels = useSession((session) => session.channels);
  const chosen = useBench(({ view }) => view.remembered.channelId);
  const current = currentChannel(channels, chosen);
  if (!current) return null;
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        className={`${menu.trigger ?? ''} ${styles.switcher ?? ''}`}
        aria-label={words.channel(current.name)}
      >
        <span className={menu.words}>{current.name}</span>
        <ChevronDown size={14} aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={menu.menu} align="start" sideOffset={4}>
          <DropdownMenu.RadioGroup value={current.id} onValueChange={(id) => actions.selectChannel(id)}>
            {channels.map((channel) => (
              <DropdownMenu.RadioItem key={channel.id} value={channel.id} className={menu.item}>
                <span className={menu.mark}>
                  <DropdownMenu.ItemIndicator>
                    <Check size={14} aria-hidden />
                  </DropdownMenu.ItemIndicator>
                </span>
                <span className={menu.words}>{channel.name}</span>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
          <DropdownMenu.Separator className={menu.separator} />
          <DropdownMenu.Label className={menu.label}>{current.name}</DropdownMenu.Label>
          {partsOf(current).map((part) => (
            <DropdownMenu.Item
              key={part}
              className={menu.item}
              onSelect={() => actions.showDialog({ kind: 'edit-channel', channelId: current.id, part })}
            >
              <span className={menu.mark} />
              <span className={menu.words}>{words.parts[part]}</span>
            </DropdownMenu.Item>
          ))}
          {signedModelOf(
            current,
            platforms.find(({ id }) => id === current.platformId),
          ) && (
            <DropdownMenu.Item
              className={menu.item}
              onSelect={() => actions.showDialog({ kind: 'mint', channelId: current.id })}
            >
              <span className={menu.mark} />
              <span className={menu.words}>{words.makeToken}</span>
            </DropdownMenu.Item>
          )}
          <DropdownMenu.Separator className={menu.separator} />
          <DropdownMenu.Item className={menu.item} onSelect={() => actions.showDialog({ kind: 'examine-text' })}>
            <span className={menu.mark} />
            <span className={menu.words}>{words.examineMenu}</span>
            <span className={menu.hint}>Alt+E</span>
          </DropdownMenu.Item>
          <DropdownMenu.Item className={menu.item} onSelect={() => actions.showDialog({ kind: 'add-channel' })}>
            <span className={menu.mark} />
            <span className={menu.words}>{words.addChannel}</span>
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
};

const ListeningAddress = () => {
  const actions = useActions();
  const { top: words } = useWords().shell;
  const listening = useSession((session) => session.listening);
  const port = useSession((session) => session.settings.port);
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

const themeIcons = { system: Monitor, light: Sun, dark: Moon } as const;

const ThemeMenu = () => {
  const actions = useActions();
  const words = useWords();
  const themes = spokenBenchFields(words).find(({ name }) => name === 'theme')?.choices ?? [];
  const theme = useSession((session) => session.settings.theme);
  const Icon = themeIcons[theme];
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <IconButton label={words.shell.top.theme} icon={<Icon size={16} aria-hidden />} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={menu.menu} align="end" sideOffset={4}>
          <DropdownMenu.RadioGroup
            value={theme}
            onValueChange={(value) => void actions.changeTheme(value as BenchSettings['theme'])}
          >
            {themes.map(({ value, title }) => (
              <DropdownMenu.RadioItem key={value} value={value} className={menu.item}>
                <span className={menu.mark}>
                  <DropdownMenu.ItemIndicator>
                    <Check size={14} aria-hidden />
                  </DropdownMenu.ItemIndicator>
                </span>
                <span className={menu.words}>{title}</span>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
};
