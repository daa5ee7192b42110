import { Bot, Cable, Check, ChevronDown, UserRoundPlus, Zap } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { Button } from '#renderer/kit/button.tsx';
import { formatMoment } from '#renderer/kit/format.ts';
import menu from '#renderer/kit/menu.module.css';
import { useActions, useCatalogue, useSession } from '#renderer/store/context.tsx';
import { defectCount } from '#renderer/store/defects.ts';
import type { ChannelPart } from '#renderer/store/store.ts';
import { botEndOf, voicesOf } from '#renderer/store/voices.ts';
import { conversationsOf } from '#renderer/store/selectors.ts';
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
  const showPart = (part: ChannelPart) => actions.showDialog({ kind: 'edit-channel', channelId: channel.id, part });
  const mayAnswer = channel.plays.platform || channel.plays[botEndOf(channel, platform)];
  const canSpeak = voicesOf(channel, platform).length > 0;
  return (
    <header className={styles.head}>
      <h2 className="only-heard">Conversation</h2>
      <ConversationMenu channel={channel} conversation={conversation} />
      {channel.defects.length > 0 && (
        <Button
          className={styles.defects}
          icon={<Zap size={12} aria-hidden />}
          title="Show the defects of this channel"
          onClick={() => showPart('defects')}
        >
          {defectCount(channel.defects.length)}
        </Button>
      )}
      <span className={styles.space} />
      <Button
        look="quiet"
        icon={<Cable size={14} aria-hidden />}
        title="What to paste where, so that your own system and Hookbench find each other"
        onClick={() => showPart('connect')}
      >
        <span className={styles.roomy}>Connect</span>
      </Button>
      {mayAnswer && <BotMenu channel={channel} />}
      {canSpeak && (
        <Button
          look="quiet"
          icon={<UserRoundPlus size={14} aria-hidden />}
          title="A new user starts a new conversation (Alt+N)"
          onClick={() => void actions.startConversation(channel.id)}
        >
          <span className={styles.roomy}>New user</span>
        </Button>
      )}
    </header>
  );
};

const ConversationMenu = ({ channel, conversation }: Omit<HeadProps, 'platform'>) => {
  const actions = useActions();
  const all = useSession((session) => session.conversations);
  const conversations = conversationsOf(all, channel.id);
  if (!conversation) return <span className={styles.title}>No conversation yet</span>;
  if (conversations.length === 1) return <span className={styles.title}>{conversation.userId}</span>;
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={menu.trigger} aria-label={`Conversation with ${conversation.userId}`}>
        <span className={styles.title}>{conversation.userId}</span>
        <ChevronDown size={14} aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={menu.menu} align="start" sideOffset={4}>
          <DropdownMenu.Label className={menu.label}>Conversations on this channel</DropdownMenu.Label>
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
                <span className={menu.hint}>{formatMoment(each.startedAt)}</span>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
};

const BotMenu = ({ channel }: { readonly channel: Channel }) => {
  const actions = useActions();
  const catalogue = useCatalogue();
  const choices = [
    ...catalogue.botScripts.map(({ id, name }) => ({ id, name })),
    { id: byHand, name: 'I answer by hand' },
  ];
  const chosen = choices.find(({ id }) => id === channel.botId)?.name ?? 'Bot';
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={menu.trigger} aria-label={`Who answers: ${chosen}`}>
        <Bot size={14} aria-hidden />
        <span className={`${menu.words ?? ''} ${styles.roomiest ?? ''}`}>{chosen}</span>
        <ChevronDown size={14} aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={menu.menu} align="end" sideOffset={4}>
          <DropdownMenu.Label className={menu.label}>Who answers as the bot</DropdownMenu.Label>
          <DropdownMenu.RadioGroup
            value={channel.botId}
            onValueChange={(botId) => void actions.chooseBot(channel.id, botId)}
          >
            {choices.map((each) => (
              <DropdownMenu.RadioItem key={each.id} value={each.id} className={menu.item}>
                <span className={menu.mark}>
                  <DropdownMenu.ItemIndicator>
                    <Check size={14} aria-hidden />
                  </DropdownMenu.ItemIndicator>
                </span>
                <span className={menu.words}>{each.name}</span>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
};
