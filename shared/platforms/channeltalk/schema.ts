import { pathOf } from '#shared/exchange/raw-http.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { event, writtenMessage } from './schema-event.ts';
import { messageToWrite, quickReply } from './schema-message.ts';

/** The calls of the Open API that write a message: into a user chat, a team chat or a thread of it. */
const writesMessage = /^\/open\/v[345]\/(?:user-chats|groups)\/[^/]+(?:\/threads\/[^/]+)?\/messages$/;

/** The JSON of events, of what an app answers to them, and of messages that are written through the Open API. */
export const bodySchema: NonNullable<Platform['bodySchema']> = (part, end, { method, target }) => {
  switch (end) {
    case 'app':
      return part === 'request' ? event : quickReply;
    case 'platform':
      if (method !== 'POST' || !writesMessage.test(pathOf(target))) return null;
      return part === 'request' ? messageToWrite : writtenMessage;
    default:
      return assertNever(end);
  }
};
