import { queryOf } from '#shared/exchange/form-body.ts';
import type { RawRequest } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { SpokenMessage } from '#shared/platforms/dispatch.ts';
import type { Memory } from '#shared/platforms/memory.ts';
import { isoTime } from '#shared/text/iso-time.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { decodeJwt } from '#shared/trust/jwt.ts';
import { messageIdOf } from './ids.ts';
import { ok, withTrust, type Served, type Service } from './services-reading.ts';
import { koreSettings } from './settings.ts';
import { writeContent } from './write-templates.ts';

/** The web SDK never asks for more at once. */
const longestHistory = 100;

const historyKey = (userId: string): string => `platform/history/${userId}`;

const notedOf = (memory: Pick<Memory, 'get'>, userId: string): readonly Json[] => {
  const noted = memory.get(historyKey(userId));
  return Array.isArray(noted) ? noted : [];
};

/** Platform end: this was said in the conversation of this user, so that the chat history can tell it. The newest hundred stay. */
export const noteHistory = (
  messages: readonly SpokenMessage[],
  userId: string,
  { memory, stamp }: Pick<PlatformContext, 'memory' | 'stamp'>,
): void => {
  const said = messages.filter(({ content }) => content.kind !== 'event');
  if (said.length === 0) return;
  const noted = said.map(({ author, content }) => ({
    id: messageIdOf(stamp.id()),
    isFromUser: author === 'user',
    // As on the wire: a template is JSON in a text.
    text: writeContent(content, false),
    at: stamp.now,
  }));
  memory.set(historyKey(userId), [...notedOf(memory, userId), ...noted].slice(-longestHistory));
};

/** The user whom a token speaks for. */
const userOf = (token: string): string | null => {
  const { userIdentity, sub } = decodeJwt(token).payload.json ?? {};
  const identity = userIdentity ?? sub;
  return typeof identity === 'string' || typeof identity === 'number' ? String(identity) : null;
};

const defaultIcon =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 16 16%22%3E%3Crect width=%2216%22 height=%2216%22 rx=%224%22 fill=%22%23456%22/%3E%3Cpath d=%22M4 6h8M4 10h5%22 stroke=%22%23fff%22/%3E%3C/svg%3E';

const iconOf = ({ settings }: Pick<PlatformContext, 'settings'>): string =>
  koreSettings(settings).botIcon || defaultIcon;

const writtenMessage = (noted: JsonObject): JsonObject => ({
  _id: noted['id'] ?? '',
  type: noted['isFromUser'] === true ? 'incoming' : 'outgoing',
  components: [{ cT: 'text', data: { text: noted['text'] ?? '' } }],
  createdOn: isoTime(Number(noted['at'])),
});

/** Newest first, as the web SDK takes the first for the latest. `msgId` asks for what came before it. */
const tellHistory = ({ target }: RawRequest, token: string, context: PlatformContext): Served => {
  const query = queryOf(target);
  const asked = Number(query.get('limit') ?? '10');
  const limit = Number.isInteger(asked) && asked > 0 ? Math.min(asked, longestHistory) : 10;
  const userId = userOf(token);
  const all = (userId === null ? [] : notedOf(context.memory, userId)).filter(isJsonObject).toReversed();
  const before = all.findIndex((each) => each['id'] === query.get('msgId'));
  const from = before < 0 ? 0 : before + 1;
  return ok({
    messages: all.slice(from, from + limit).map(writtenMessage),
    moreAvailable: all.length > from + limit,
    icon: iconOf(context),
  });
};

/** What the vendor's web SDK asks for before the first word. */
export const webSdkServices: readonly Service[] = [
  {
    route: { method: 'GET', path: '/api/chathistory/{botId}/{*channelType}' },
    read: (request, _values, context) =>
      withTrust('authorization', request, context, (token) => tellHistory(request, token, context)),
  },
  {
    route: { method: 'GET', path: '/api/botmeta/{botId}' },
    read: (request, _values, context) =>
      withTrust('authorization', request, context, () => ok({ icon: iconOf(context) })),
  },
];
