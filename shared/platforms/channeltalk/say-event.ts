import { contentOfUtterance, plainText, type Utterance } from '#shared/exchange/message.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Dispatch, SpokenMessage } from '#shared/platforms/dispatch.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { currentChat, forgetUser, keepChat, keepLink, keepUser, openChat, userOf, writeIntoChat } from './chats.ts';
import { fileEntity } from './entities.ts';
import { channelEvent, tell, type Happening } from './event.ts';
import { chatClosed, chatHappened, messageHappened, userHappened } from './happenings.ts';
import { escapeMarkup } from './markup.ts';
import { channelTalkSettings } from './settings.ts';
import { textIn } from './wire.ts';

type Said = Parameters<Platform['say']>[0];
type Done = { readonly happenings: readonly Happening[]; readonly messages: readonly SpokenMessage[] };

const teamText = 'Can somebody have a look at this chat?';

const bodyOf = (utterance: Utterance, context: PlatformContext): JsonObject => {
  switch (utterance.kind) {
    case 'text':
    case 'press':
    case 'form':
    case 'gesture':
      return { blocks: [{ type: 'text', value: escapeMarkup(spoken(utterance)) }] };
    case 'media': {
      const { url, title = '', media } = utterance;
      const file = fileEntity(url, title, media, channelTalkSettings(context.settings), context.stamp);
      keepLink(textIn(file['key']), url, context);
      return { files: [file] };
    }
    default:
      return assertNever(utterance);
  }
};

/** Buttons of Channel Talk open links, so a press comes of what another platform's message offered: its payload is typed. */
const spoken = (utterance: Utterance): string =>
  utterance.kind === 'press' ? utterance.payload : plainText(contentOfUtterance(utterance));

const writeInUserChat = ({ as, userId, utterance }: Said, context: PlatformContext): Done => {
  const known = currentChat(userId, context);
  const chat = known ?? openChat(userId, context);
  const { managerId } = channelTalkSettings(context.settings);
  const writer =
    as === 'agent'
      ? ({ personType: 'manager', personId: managerId } as const)
      : ({ personType: 'user', personId: userId } as const);
  const written = { chatType: 'userChat', chatId: textIn(chat['id']), ...writer } as const;
  const message = writeIntoChat(written, bodyOf(utterance, context), context);
  const opened = known ? [] : [chatHappened(chat, message, context)];
  return {
    happenings: [...opened, messageHappened(message, null, userId, context)],
    messages: [{ author: as === 'agent' ? 'agent' : 'user', content: contentOfUtterance(utterance) }],
  };
};

const changeUser = (userId: string, change: (user: JsonObject) => JsonObject, context: PlatformContext): JsonObject => {
  const user = userOf(userId, context);
  const version = typeof user['version'] === 'number' ? user['version'] + 1 : 1;
  const changed = { ...user, ...change(user), updatedAt: context.stamp.now, version };
  keepUser(changed, context);
  return changed;
};

const makeGesture = ({ userId }: Said, id: string, context: PlatformContext): Done => {
  const { managerId, groupId, groupName } = channelTalkSettings(context.settings);
  switch (id) {
    case 'start':
      return {
        happenings: [chatHappened(openChat(userId, context), null, context)],
        messages: [channelEvent('Chat opened', '')],
      };
    case 'user-contact': {
      const user = changeUser(
        userId,
        ({ version }) => {
          const email = `robin.${textIn(version)}@example.com`;
          return { email, profile: { name: channelTalkSettings(context.settings).userName, email } };
        },
        context,
      );
      return {
        happenings: [userHappened(user, 'upserted.contact')],
        messages: [channelEvent('Contact changed', textIn(user['email']))],
      };
    }
    case 'user-subscription': {
      const user = changeUser(
        userId,
        ({ unsubscribeEmail }) => ({ unsubscribeEmail: unsubscribeEmail !== true }),
        context,
      );
      const detail = user['unsubscribeEmail'] === true ? 'no e-mail any more' : 'e-mail again';
      return {
        happenings: [userHappened(user, 'upserted.subscription')],
        messages: [channelEvent('Subscription changed', detail)],
      };
    }
    case 'user-delete': {
      const user = userOf(userId, context);
      forgetUser(userId, context);
      context.memory.forget(`platform/chat-of/${userId}`);
      return { happenings: [userHappened(user, 'deleted')], messages: [channelEvent('User deleted', '')] };
    }
    case 'team-chat': {
      const written = { chatType: 'group', chatId: groupId, personType: 'manager', personId: managerId } as const;
      const message = writeIntoChat(written, { blocks: [{ type: 'text', value: teamText }] }, context);
      context.memory.set(`platform/team-of/${groupId}`, userId);
      return {
        happenings: [messageHappened(message, null, userId, context)],
        messages: [
          channelEvent('Team chat', groupName),
          { author: 'agent', content: { kind: 'text', text: teamText } },
        ],
      };
    }
    case 'close': {
      const chat = currentChat(userId, context) ?? openChat(userId, context);
      const closed = { ...chat, state: 'closed', closedAt: context.stamp.now, updatedAt: context.stamp.now };
      keepChat(closed, context);
      return { happenings: [chatClosed(closed, context)], messages: [channelEvent('Chat closed', '')] };
    }
    default:
      throw new RangeError(`Channel Talk has no gesture ${id}.`);
  }
};

/** Platform end: somebody writes or does something in a chat, and the webhooks are told. */
export const sayToApp = (said: Said, context: PlatformContext): readonly Dispatch[] => {
  const { utterance } = said;
  const { happenings, messages } =
    utterance.kind === 'gesture' ? makeGesture(said, utterance.id, context) : writeInUserChat(said, context);
  return tell(happenings, messages, context);
};
