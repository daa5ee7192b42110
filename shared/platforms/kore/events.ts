import type { Content, Utterance } from '#shared/exchange/message.ts';
import type { JsonObject } from '#shared/text/json.ts';

export const onConnect = 'ON_CONNECT';
export const sessionClosure = 'SESSION_CLOSURE';

type Gesture = Extract<Utterance, { readonly kind: 'gesture' }>;

/** The gesture that opens a conversation. */
export const connected: Gesture = { kind: 'gesture', id: 'start', title: 'Connected' };

/** The gesture that ends the session. */
export const closing: Gesture = { kind: 'gesture', id: 'close', title: 'Session closed by the user' };

const success = 'SESSION_CLOSURE_SUCCESS';
const ignored = 'SESSION_CLOSURE_IGNORED';

/** The item of `data` that answers SESSION_CLOSURE. */
export const closureItem = (wasAlive: boolean): JsonObject => ({
  type: 'event',
  val: sessionClosure,
  eventType: wasAlive ? success : ignored,
  description: wasAlive ? 'session closed successfully' : "Active session doesn't exist",
});

/** What a conversation shows of an item of `data` that is an event. */
export const readEventItem = (item: JsonObject): Content => {
  const textAt = (name: string): string => (typeof item[name] === 'string' ? item[name] : '');
  const detail = textAt('description') || textAt('eventType');
  switch (textAt('eventType')) {
    case success:
      return { kind: 'event', name: 'Session closed', detail };
    case ignored:
      return { kind: 'event', name: 'No session to close', detail };
    default:
      return { kind: 'event', name: textAt('val') || 'An event without a name', detail };
  }
};
