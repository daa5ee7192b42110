import { Bot, Cable, Check, ChevronDown, UserRoundPlus, Zap } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { Button } from '#renderer/kit/button.tsx';
import { RadioItems } from '#renderer/kit/radio-items.tsx';
import { MenuContent } from '#renderer/kit/menu-content.tsx';
import menu from '#renderer/kit/menu.module.css';
import { useCommand } from '#renderer/store/commands/use-commands.ts';
import { useActions, useCatalogue, useSession } from '#renderer/store/context.tsx';
import type { ChannelPart } from '#renderer/store/remember.ts';
import { useReadOnly } from '#renderer/store/use-read-only.ts';
import { botEndOf, voicesOf } from '#renderer/store/voices.ts';
import { conversationsOf } from '#renderer/store/selectors.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { byHand, type Channel, type Conversation } from '#shared/channel/channel.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import styles from './head.module.css';

type HeadProps = {
  readonly channel: Channel;
  readonly platform: Platform | undefined;
  readonly conversation: Conversation | null;
};

/** Whose conversation this is, who answers, and a way to another one. */
export const ConversationHead = ({ channel, platform, conversation }: HeadProps) => {
  const actions = useActions();
  const { conversation: said, defects } = useWords();
  const { head: words } = said;
  const showPart = (part: ChannelPart) => actions.showChannel({ channelId: channel.id, part });
  const mayAnswer = channel.plays.platform || channel.plays[botEndOf(channel, platform)];
  const newUser = useCommand('new-conversation');
  const readOnly = useReadOnly();
  const canSpeak = voicesOf(channel, platform).length > 0;
  return (
    <header className={styles.head}>
      <h2 className="only-heard">{said.title}</h2>
      <ConversationMenu channel={channel} conversation={conversation} />
      {channel.defects.length > 0 && (
        <Button
          className={styles.defects}
          icon={<Zap size={12} aria-hidden />}
          tip={words.defects}
          onClick={() => showPart('defects')}
        >
          {defects.on(channel.defects.length)}
        </Button>
      )}
      <span className={styles.space} />
      <Button
        look="quiet"
        icon={<Cable size={14} aria-hidden />}
        tip={words.connectHint}
        why={readOnly}
        onClick={() => showPart('connect')}
      >
        <span className={styles.roomy}>{words.connect}</span>
      </Button>
      {mayAnswer && readOnly === '' && <BotMenu channel={channel} />}
      {canSpeak && (
        <Button
          look="quiet"
          icon={<UserRoundPlus size={14} aria-hidden />}
          tip={words.newUserHint}
          keys={newUser.keys}
          why={newUser.button.why}
          onClick={newUser.run}
        >
          <span className={styles.roomy}>{words.newUser}</span>
        </Button>
      )}
    </header>
  );
};

const ConversationMenu = ({ channel, conversation }: Omit<HeadProps, 'platform'>) => {
  const actions = useActions();
  const { conversation: said, format } = useWords();
  const { head: words } = said;
  const all = useSession((session) => session.conversations);
  const conversations = conversationsOf(all, channel.id);
  if (!conversation) return <span className={styles.title}>{words.none}</span>;
  if (conversations.length === 1) return <span className={styles.title}>{conversation.userId}</span>;
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={menu.trigger} aria-label={words.with(conversation.userId)}>
        <span className={styles.title}>{conversation.userId}</span>
        <ChevronDown size={14} aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <MenuContent align="start">
          <DropdownMenu.Label className={menu.label}>{words.all}</DropdownMenu.Label>
          <DropdownMenu.RadioGroup
            value={conversation.id}
            onValueChange={(id) => actions.selectConversation(channel.id, id)}
          >
            {conversations.map((each) => (
              <DropdownMenu.RadioItem key={each.id} value={each.id} className={menu.item}>
                <span className={menu.mark}>
                  <DropdownMenu.ItemIndicator>
                    <Check size={14} aria-hidden />
                  </DropdownMenu.ItemIndicator>
                </span>
                <span className={menu.words}>{each.userId}</span>
                <span className={menu.hint}>{format.moment(each.startedAt)}</span>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </MenuContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
};

const BotMenu = ({ channel }: { readonly channel: Channel }) => {
  const actions = useActions();
  const catalogue = useCatalogue();
  const { authors, head: words } = useWords().conversation;
  const choices = [...catalogue.botScripts.map(({ id, name }) => ({ id, name })), { id: byHand, name: words.byHand }];
  const chosen = choices.find(({ id }) => id === channel.botId)?.name ?? authors.bot;
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={menu.trigger} aria-label={words.whoAnswers(chosen)}>
        <Bot size={14} aria-hidden />
        <span className={`${menu.words ?? ''} ${styles.roomiest ?? ''}`}>{chosen}</span>
        <ChevronDown size={14} aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <MenuContent align="end">
          <DropdownMenu.Label className={menu.label}>{words.whoAnswersAsBot}</DropdownMenu.Label>
          <RadioItems
            chosen={channel.botId}
            items={choices}
            choose={(botId) => void actions.chooseBot(channel.id, botId)}
          />
          <DropdownMenu.Separator className={menu.separator} />
          <DropdownMenu.Item
            className={menu.item}
            onSelect={() => actions.showBot(channel.botId === byHand ? {} : { botId: channel.botId })}
          >
            <span className={menu.mark} />
            <span className={menu.words}>{words.editBots}</span>
          </DropdownMenu.Item>
        </MenuContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
};
