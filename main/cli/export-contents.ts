import { createFileSecretBox } from '#main/io/file-secret-box.ts';
import type { Channel } from '#shared/channel/channel.ts';
import type { Harness } from '#shared/contract/harness.ts';
import type { BodyPart } from '#shared/exchange/exchange.ts';
import type { Message } from '#shared/exchange/message.ts';
import type { ExportedConversation, ExportedExchange } from '#shared/export/exported.ts';
import type { Placeholders } from '#shared/export/placeholders.ts';
import type { Session } from '#shared/session/state.ts';
import { refused } from './refused.ts';

export type Chosen = {
  /** Null: of every channel, and of none. */
  readonly channel: Channel | null;
  /** The user whose conversation it is; null: all. */
  readonly userId: string | null;
  /** Numbers of exchanges; empty: all that the rest allows. */
  readonly exchangeIds: readonly number[];
};

const page = 1000;
const slice = 4 * 1024 * 1024;
/** A file with more is of no use to anybody; the newest count. */
const mostExchanges = 10_000;
const mostMessages = 100_000;

/** The exchanges that are chosen, oldest first, with their bodies. */
export const chosenExchanges = async (
  harness: Harness,
  session: Session,
  { channel, userId, exchangeIds }: Chosen,
): Promise<readonly ExportedExchange[]> => {
  const conversations = session.conversations.filter((each) => each.userId === userId).map(({ id }) => id);
  const ids: number[] = [...exchangeIds];
  let before: number | undefined;
  while (exchangeIds.length === 0 && ids.length < mostExchanges) {
    const { exchanges, hasMore } = await harness.listExchanges({
      limit: page,
      ...(before === undefined ? {} : { before }),
    });
    for (const each of exchanges)
      if (
        (channel === null || each.channelId === channel.id) &&
        (userId === null || conversations.includes(each.conversationId ?? ''))
      )
        ids.push(each.id);
    before = exchanges.at(-1)?.id;
    if (!hasMore || before === undefined) break;
  }
  const exported: ExportedExchange[] = [];
  for (const id of ids.slice(0, mostExchanges).toSorted((a, b) => a - b)) {
    const exchange = await harness.readExchange({ id });
    exported.push({
      exchange,
      requestBody: await wholeBody(harness, id, 'request'),
      responseBody: exchange.response && (await wholeBody(harness, id, 'response')),
    });
  }
  return exported;
};

const wholeBody = async (harness: Harness, id: number, part: BodyPart): Promise<Uint8Array> => {
  const slices: Buffer[] = [];
  for (let from = 0; ;) {
    const { base64, total } = await harness.readBody({ id, part, from, length: slice });
    const bytes = Buffer.from(base64, 'base64');
    slices.push(bytes);
    from += bytes.byteLength;
    if (from >= total || bytes.byteLength === 0) return new Uint8Array(Buffer.concat(slices));
  }
};

/** The conversations that are chosen, with all that was said in them; refuses where a user has none. */
export const chosenConversations = async (
  harness: Harness,
  session: Session,
  { channel, userId }: Chosen,
): Promise<readonly ExportedConversation[]> => {
  const found = session.conversations.filter(
    (each) => (channel === null || each.channelId === channel.id) && (userId === null || each.userId === userId),
  );
  if (userId !== null && found.length === 0)
    throw refused(`There is no conversation of ${userId}${channel ? ` on ${channel.name}` : ''}.`);
  const exported: ExportedConversation[] = [];
  for (const conversation of found) {
    const messages = await messagesOf(harness, conversation.id);
    const of = session.channels.find((each) => each.id === conversation.channelId);
    if (of && messages.length > 0) exported.push({ conversation, channel: of, messages });
  }
  return exported;
};

const messagesOf = async (harness: Harness, conversationId: string): Promise<readonly Message[]> => {
  const messages: Message[] = [];
  for (;;) {
    const before = messages.at(-1)?.id;
    const { messages: more, hasMore } = await harness.listMessages({
      conversationId,
      limit: page,
      ...(before === undefined ? {} : { before }),
    });
    messages.push(...more);
    if (!hasMore || more.length === 0 || messages.length >= mostMessages) return messages.toReversed();
  }
};

/** Tells the placeholders every secret of the folder and who took part. Refuses where the desktop app has sealed the secrets: what is not known cannot be replaced. */
export const learnPrivate = async (placeholders: Placeholders, folder: string, session: Session): Promise<void> => {
  for (const [key, value] of Object.entries(await createFileSecretBox(folder).read())) {
    const channel = session.channels.find(({ id }) => key.startsWith(`${id}/`));
    const field = key.slice(key.lastIndexOf('/') + 1);
    if (value !== '') placeholders.of('secret', value, channel ? `${field} of ${channel.name}` : field);
  }
  if (placeholders.coversPersons) for (const { userId } of session.conversations) placeholders.of('user', userId);
};
