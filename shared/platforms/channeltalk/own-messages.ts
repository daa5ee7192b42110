import type { PlatformContext } from '#shared/platforms/context.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { plainTextOfBlocks } from './read-message.ts';
import { listIn, textIn } from './wire.ts';

/** Messages of ours whose events have not come back yet. */
const mostOutstanding = 50;

const keyOf = (chatId: string): string => `app/said/${chatId}`;

/** App end: remembers what it wrote, so that it is not told a second time when the event of it comes back. */
export const rememberOwn = (chatId: string, body: JsonObject, { memory }: Pick<PlatformContext, 'memory'>): void => {
  const text = plainTextOfBlocks(listIn(body['blocks']));
  memory.set(keyOf(chatId), [...listIn(memory.get(keyOf(chatId))), text].slice(-mostOutstanding));
};

/** Whether this message of a bot is one of ours coming back; asked once for each. */
export const isEchoOfOurs = (message: JsonObject, { memory }: Pick<PlatformContext, 'memory'>): boolean => {
  const key = keyOf(textIn(message['chatId']));
  const outstanding = listIn(memory.get(key));
  const blocks = listIn(message['blocks']);
  const text = blocks.length > 0 ? plainTextOfBlocks(blocks) : textIn(message['plainText']);
  const at = outstanding.indexOf(text);
  if (at < 0) return false;
  memory.set(key, outstanding.toSpliced(at, 1));
  return true;
};
