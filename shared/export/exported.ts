import type { Channel, Conversation } from '#shared/channel/channel.ts';
import type { Exchange } from '#shared/exchange/exchange.ts';
import type { Mark } from '#shared/exchange/mark.ts';
import type { Message } from '#shared/exchange/message.ts';
import { headerValue } from '#shared/exchange/raw-http.ts';

/** One exchange with the bytes of both bodies: what every export is made of. */
export type ExportedExchange = {
  readonly exchange: Exchange;
  readonly requestBody: Uint8Array;
  /** Null where there is no response. */
  readonly responseBody: Uint8Array | null;
  /** What a person has put on it. */
  readonly mark?: Mark;
};

/** One conversation with everything that was said in it, oldest first. */
export type ExportedConversation = {
  readonly conversation: Conversation;
  readonly channel: Pick<Channel, 'id' | 'name' | 'platformId'>;
  readonly messages: readonly Message[];
  /** The trace of each exchange that carried one of them, where it is still known. */
  readonly traces: ReadonlyMap<number, number>;
};

/** Scheme and authority of a request: of one that came to us, what its `Host` says where that can be one. */
export const originOf = ({ summary, request }: Exchange): string => {
  if (summary.origin !== '') return summary.origin;
  const host = headerValue(request.headers, 'host')?.trim() ?? '';
  return `http://${/^[\w.-]+(?::\d{1,5})?$|^\[[\da-f:.]+\](?::\d{1,5})?$/i.test(host) ? host : '127.0.0.1'}`;
};

/** The whole address of a request. A target that is no path (`*`, or an address of its own) is made one as a client would write it. */
export const addressOf = (exchange: Exchange): string => {
  const { target } = exchange;
  if (/^https?:\/\//i.test(target)) return target;
  return `${originOf(exchange)}${target.startsWith('/') ? target : `/${target}`}`;
};

/** A body as text where it is exactly that in UTF-8, a byte order mark kept; null where it is not. */
export const exactText = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
};
