import { Check, ChevronDown } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { MenuContent } from '#renderer/kit/menu-content.tsx';
import menu from '#renderer/kit/menu.module.css';
import { useActions, useSession } from '#renderer/store/context.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import type { BotScript } from '#shared/bot/bot-script.ts';

type BotUseProps = { readonly bot: BotScript; readonly isBundle: boolean };

/** The channels on which a bot answers; it can be put on others. */
export const BotUse = ({ bot, isBundle }: BotUseProps) => {
  const actions = useActions();
  const { bots: words } = useWords();
  const channels = useSession((session) => session.channels);
  const users = channels.filter(({ botId }) => botId === bot.id);
  const [first, ...others] = users;
  if (isBundle || channels.length === 0) return null;
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={menu.trigger} title={words.answersOnHint}>
        <span className={menu.words}>
          {first ? words.answersOnThese(first.name, others.length) : words.answersNowhere}
        </span>
        <ChevronDown size={14} aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <MenuContent align="start">
          <DropdownMenu.Label className={menu.label}>{words.answersOn}</DropdownMenu.Label>
          {channels.map(({ id, name, botId }) => (
            <DropdownMenu.CheckboxItem
              key={id}
              className={menu.item}
              checked={botId === bot.id}
              // Somebody has to answer: another bot is chosen where it is to answer instead.
              disabled={botId === bot.id}
              onSelect={() => void actions.chooseBot(id, bot.id)}
            >
              <span className={menu.mark}>
                <DropdownMenu.ItemIndicator>
                  <Check size={14} aria-hidden />
                </DropdownMenu.ItemIndicator>
              </span>
              <span className={menu.words}>{name}</span>
            </DropdownMenu.CheckboxItem>
          ))}
        </MenuContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
};
