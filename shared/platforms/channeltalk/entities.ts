import type { Stamp } from '#shared/platforms/context.ts';
import type { Json, JsonObject } from '#shared/text/json.ts';
import { freshId } from './ids.ts';
import { plainTextOfBlocks } from './read-message.ts';
import type { ChannelTalkSettings } from './settings.ts';
import { listIn, textIn, withoutEmpty } from './wire.ts';

/** What was made before the bench began: 2026-01-01 in milliseconds since 1970. */
const longAgo = 1_767_225_600_000;

/** Where a message stands, and who wrote it. */
export type Written = {
  readonly chatType: 'userChat' | 'group';
  readonly chatId: string;
  readonly personType: 'user' | 'manager' | 'bot';
  readonly personId: string;
};

/** Both kinds of chat in one name: `userChat-…` or `group-…`. */
export const chatKeyOf = ({ chatType, chatId }: Pick<Written, 'chatType' | 'chatId'>): string =>
  `${chatType}-${chatId}`;

/** The message that a body makes, as v5 has it. */
export const messageEntity = (
  written: Written,
  body: JsonObject,
  settings: ChannelTalkSettings,
  stamp: Stamp,
): JsonObject => {
  const blocks: readonly Json[] =
    body['blocks'] === undefined && textIn(body['plainText']) !== ''
      ? [{ type: 'text', value: textIn(body['plainText']) }]
      : listIn(body['blocks']);
  const chatKey = chatKeyOf(written);
  return withoutEmpty({
    id: freshId(stamp),
    chatKey,
    mainKey: chatKey,
    channelId: settings.channelId,
    ...written,
    requestId: textIn(body['requestId']),
    language: 'en',
    createdAt: stamp.now,
    updatedAt: stamp.now,
    version: 0,
    blocks,
    plainText: plainTextOfBlocks(blocks),
    buttons: body['buttons'],
    files: body['files'],
    webPage: body['webPage'],
    form: body['form'],
    options: body['options'],
    rootMessageId: body['rootMessageId'],
    state: 'sent',
  });
};

export const userChatEntity = (
  userId: string,
  name: string,
  settings: ChannelTalkSettings,
  stamp: Stamp,
): JsonObject => ({
  id: freshId(stamp),
  channelId: settings.channelId,
  state: 'opened',
  managed: true,
  priority: 'medium',
  userId,
  name,
  source: { page: 'https://bank.example/' },
  managerIds: [],
  tags: [],
  firstOpenedAt: stamp.now,
  openedAt: stamp.now,
  createdAt: stamp.now,
  updatedAt: stamp.now,
  replyCount: 0,
  version: 0,
});

/** A user as v5 has it: a member where the settings know a member id, else a lead. */
export const userEntity = (id: string, settings: ChannelTalkSettings, { now }: Stamp): JsonObject =>
  withoutEmpty({
    id,
    channelId: settings.channelId,
    memberId: settings.memberId,
    veilId: id,
    type: settings.memberId === '' ? 'lead' : 'member',
    name: settings.userName,
    profile: withoutEmpty({ name: settings.userName, email: settings.email }),
    email: settings.email,
    tags: [],
    alert: 0,
    unread: 0,
    blocked: false,
    unsubscribeEmail: false,
    unsubscribeTexting: false,
    hasChat: true,
    hasPushToken: false,
    language: 'en',
    country: 'GB',
    timeZone: 'Europe/London',
    web: {
      device: 'desktop',
      os: 'Linux',
      osName: 'Linux',
      browser: 'Chrome',
      browserName: 'Chrome',
      sessionsCount: 1,
      lastSeenAt: now,
    },
    sessionsCount: 1,
    lastSeenAt: now,
    createdAt: now,
    updatedAt: now,
    version: 0,
    member: settings.memberId !== '',
  });

export const managerEntity = (settings: ChannelTalkSettings): JsonObject => ({
  id: settings.managerId,
  channelId: settings.channelId,
  accountId: settings.managerId,
  name: settings.managerName,
  description: '',
  email: 'kim@bank.example',
  roleId: '1',
  removed: false,
  createdAt: longAgo,
  operator: true,
  operatorScore: 0,
});

export const groupEntity = (settings: ChannelTalkSettings): JsonObject => ({
  id: settings.groupId,
  channelId: settings.channelId,
  title: settings.groupName,
  name: settings.groupName,
  scope: 'all',
  managerIds: [settings.managerId],
  icon: 'hash',
  active: true,
  createdAt: longAgo,
  updatedAt: longAgo,
});

export const channelEntity = (settings: ChannelTalkSettings): JsonObject => ({
  id: settings.channelId,
  name: settings.channelName,
  language: 'en',
  timeZone: 'Europe/London',
  createdAt: longAgo,
});

export const botEntity = (id: string, name: string, settings: ChannelTalkSettings, { now }: Stamp): JsonObject => ({
  id,
  channelId: settings.channelId,
  name,
  createdAt: now,
  color: '#123456',
  ai: false,
});

/** A file that a user sent. Where it lies is known to Channel Talk only. */
export const fileEntity = (
  url: string,
  title: string,
  media: string,
  settings: ChannelTalkSettings,
  stamp: Stamp,
): JsonObject => {
  const id = freshId(stamp);
  const name = title || (url.split(/[?#]/, 1)[0]?.split('/').at(-1) ?? '') || 'file';
  return { id, name, size: 0, bucket: 'bin.example', key: `pri-file/${settings.channelId}/${id}/${name}`, type: media };
};
