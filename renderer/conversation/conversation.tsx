import { useCallback, useEffect, useMemo, useState } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { useActions, useBench, useCatalogue, useSession } from '#renderer/store/context.tsx';
import {
  botNameOf,
  currentChannel,
  currentConversation,
  groupMessages,
  messagesOf,
  waitingTurn,
} from '#renderer/store/selectors.ts';
import { useReadOnly } from '#renderer/store/use-read-only.ts';
import { voicesOf } from '#renderer/store/voices.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Utterance } from '#shared/exchange/message.ts';
import type { VoiceName } from '#shared/platforms/voice.ts';
import { Composer } from './composer.tsx';
import { ConditionBanner } from './condition-banner.tsx';
import { EmptyConversation, NoChannel } from './empty.tsx';
import { ConversationHead } from './head.tsx';
import { MessageList } from './message-list.tsx';
import { UnsentBubble } from './unsent.tsx';
import styles from './conversation.module.css';

const firstShown = 100;

/** What the user and the bot said to each other, and the place to say more. */
export const Conversation = () => {
  const { conversation: words } = useWords();
  const chosen = useBench(({ view }) => view.remembered.channelId);
  const channels = useSession((session) => session.channels);
  const channel = currentChannel(channels, chosen);
  return (
    <section className={styles.pane} aria-label={words.title} id="pane-conversation">
      {channel ? <ChannelConversation key={channel.id} channelId={channel.id} /> : <NoChannel />}
    </section>
  );
};

const ChannelConversation = ({ channelId }: { readonly channelId: string }) => {
  const actions = useActions();
  const catalogue = useCatalogue();
  const { conversation: words } = useWords();
  const channel = useSession((session) => session.channels.find((each) => each.id === channelId));
  const conversations = useSession((session) => session.conversations);
  const remembered = useBench(({ view }) => view.remembered);
  const turns = useSession((session) => session.turns);
  const unsent = useBench(({ view }) => view.unsent);
  const conversation = currentConversation(conversations, channelId, remembered);
  const conversationId = conversation?.id ?? null;
  const say = useCallback(
    (utterance: Utterance, as: VoiceName = 'user') => actions.say(channelId, conversationId, utterance, as),
    [actions, channelId, conversationId],
  );
  const isReadOnly = useReadOnly() !== '';
  const { groups, isCut, showEarlier } = useShownMessages(conversationId);
  if (!channel) return null;
  const botName = botNameOf(channel, catalogue, words);
  const platform = catalogue.platforms.find((each) => each.id === channel.platformId);
  const isUserOurs = !isReadOnly && voicesOf(channel, platform).some(({ name }) => name === 'user');
  const ours = unsent.filter((each) => each.conversationId === conversationId);
  return (
    <>
      <ConversationHead channel={channel} platform={platform} conversation={conversation} />
      <ConditionBanner channel={channel} />
      {groups.length === 0 && ours.length === 0 ? (
        <EmptyConversation
          channel={channel}
          platform={platform}
          say={isUserOurs ? (utterance) => void say(utterance) : null}
        />
      ) : (
        <MessageList
          key={conversationId}
          groups={groups}
          botName={botName}
          say={isUserOurs ? (utterance) => void say(utterance) : null}
          before={
            isCut && (
              <Button look="quiet" onClick={showEarlier}>
                {words.earlier}
              </Button>
            )
          }
          after={ours.map((each) => (
            <UnsentBubble key={each.key} unsent={each} channelId={channel.id} />
          ))}
        />
      )}
      <Composer
        channel={channel}
        platform={platform}
        conversationId={conversationId}
        turn={waitingTurn(turns, conversationId)}
        say={say}
      />
    </>
  );
};

/** The newest messages of the conversation, and more of them on demand: first what is held, then what the store has. */
const useShownMessages = (conversationId: string | null) => {
  const actions = useActions();
  const messages = useSession((session) => session.messages);
  const older = useBench(({ view }) => (conversationId === null ? undefined : view.olderMessages[conversationId]));
  const [shown, setShown] = useState(firstShown);
  const all = useMemo(
    () => (conversationId === null ? [] : messagesOf(messages, older, conversationId)),
    [messages, older, conversationId],
  );
  // Who goes to an old message sees it, and all that was said since.
  const spotlight = useBench(({ view }) => view.spotlight);
  const spotlit = spotlight === null ? -1 : all.findIndex(({ id }) => id === spotlight);
  if (spotlit >= 0 && all.length - spotlit > shown) setShown(all.length - spotlit);
  const groups = useMemo(() => groupMessages(all.slice(-shown)), [all, shown]);
  // Fewer than a page came with the session: then nothing older can be in the store, unless the session's window is full.
  const mayHaveOlder = older ? older.hasMore : messages.length >= 1000;
  const isElsewhere = all.length === 0 && mayHaveOlder && !older;
  // An old conversation, none of whose messages came with the session: the store has them.
  useEffect(() => {
    if (isElsewhere && conversationId !== null) void actions.readOlderMessages(conversationId, undefined);
  }, [actions, isElsewhere, conversationId]);
  const isCut = all.length > shown || (all.length > 0 && mayHaveOlder);
  const showEarlier = () => {
    setShown((count) => count + firstShown);
    if (all.length <= shown + firstShown && mayHaveOlder && conversationId !== null)
      void actions.readOlderMessages(conversationId, all[0]?.id);
  };
  return { groups, isCut, showEarlier };
};
