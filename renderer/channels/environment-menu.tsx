import { ChevronDown } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { classes } from '#renderer/kit/classes.ts';
import { RadioItems } from '#renderer/kit/radio-items.tsx';
import { MenuContent } from '#renderer/kit/menu-content.tsx';
import menu from '#renderer/kit/menu.module.css';
import { useActions } from '#renderer/store/context.tsx';
import { activeEnvironment } from '#renderer/store/selectors.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Channel } from '#shared/channel/channel.ts';
import styles from './channel-sheet.module.css';

/** Which environment is active, and a switch to another one. Absent where there is only one. */
export const EnvironmentMenu = ({ channel }: { readonly channel: Channel }) => {
  const actions = useActions();
  const { environments: words } = useWords();
  const active = activeEnvironment(channel);
  if (!active) return null;
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={classes(menu.trigger, styles.switcher)} aria-label={words.menu(active.name)}>
        <span className={menu.words}>{active.name}</span>
        <ChevronDown size={14} aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <MenuContent align="end">
          <DropdownMenu.Label className={menu.label}>{words.title}</DropdownMenu.Label>
          <RadioItems
            chosen={active.id}
            items={channel.environments}
            choose={(environmentId) => void actions.switchEnvironment({ channelId: channel.id, environmentId })}
          />
        </MenuContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
};
