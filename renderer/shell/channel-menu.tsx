import { ChevronDown } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { classes } from '#renderer/kit/classes.ts';
import { RadioItems } from '#renderer/kit/radio-items.tsx';
import { MenuContent } from '#renderer/kit/menu-content.tsx';
import menu from '#renderer/kit/menu.module.css';
import type { CommandId } from '#renderer/store/commands/registry.ts';
import { useCommand } from '#renderer/store/commands/use-commands.ts';
import { useActions, useBench, useSession } from '#renderer/store/context.tsx';
import { activeEnvironment, currentChannel } from '#renderer/store/selectors.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import styles from './top-bar.module.css';

/** Which channel is on screen, with its environment; another one, and what can be done with it. */
export const ChannelMenu = () => {
  const actions = useActions();
  const { shell, environments } = useWords();
  const { top: words } = shell;
  const isBundle = useSession((session) => session.openedBundle !== null);
  const channels = useSession((session) => session.channels);
  const chosen = useBench(({ view }) => view.remembered.channelId);
  const current = currentChannel(channels, chosen);
  if (!current) return null;
  const environment = activeEnvironment(current);
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        className={classes(menu.trigger, styles.switcher)}
        aria-label={words.channel(current.name, environment?.name ?? null)}
      >
        <span className={menu.words}>{current.name}</span>
        {environment && <span className={styles.environment}>{environment.name}</span>}
        <ChevronDown size={14} aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <MenuContent align="start">
          <RadioItems
            chosen={current.id}
            items={channels.map((each) => ({
              id: each.id,
              name: each.name,
              hint: activeEnvironment(each)?.name ?? '',
            }))}
            choose={actions.selectChannel}
          />
          {environment && !isBundle && (
            <>
              <DropdownMenu.Separator className={menu.separator} />
              <DropdownMenu.Label className={menu.label}>{environments.title}</DropdownMenu.Label>
              <RadioItems
                label={environments.title}
                chosen={environment.id}
                items={current.environments}
                choose={(environmentId) => void actions.switchEnvironment({ channelId: current.id, environmentId })}
              />
            </>
          )}
          <DropdownMenu.Separator className={menu.separator} />
          <DropdownMenu.Label className={menu.label}>{current.name}</DropdownMenu.Label>
          <CommandItem id="edit-channel" words={words.parts.settings} />
          <CommandItem id="connect-channel" words={words.parts.connect} />
          <CommandItem id="check-channel" words={words.parts.check} />
          <CommandItem id="edit-environments" words={words.parts.environments} />
          <CommandItem id="edit-replies" words={words.parts.replies} />
          <CommandItem id="show-bots" words={words.parts.bots} />
          <CommandItem id="choose-defects" words={words.parts.defects} />
          <CommandItem id="make-token" words={words.makeToken} />
          <DropdownMenu.Separator className={menu.separator} />
          <CommandItem id="examine-text" words={words.examineMenu} />
          <CommandItem id="new-channel" words={words.addChannel} />
        </MenuContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
};

/** A command with its keys; absent where it is not possible. */
const CommandItem = ({ id, words }: { readonly id: CommandId; readonly words: string }) => {
  const { isPossible, keys, run } = useCommand(id);
  return isPossible ? (
    <DropdownMenu.Item className={menu.item} onSelect={run}>
      <span className={menu.mark} />
      <span className={menu.words}>{words}</span>
      <span className={menu.hint}>{keys}</span>
    </DropdownMenu.Item>
  ) : null;
};
