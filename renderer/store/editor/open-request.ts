import type { Harness } from '#shared/contract/harness.ts';
import type { Exchange } from '#shared/exchange/exchange.ts';
import type { EditedRequest } from '#shared/sending/edited-request.ts';
import { editedRequestOf } from '#shared/sending/request-bytes.ts';
import type { Session } from '#shared/session/state.ts';
import { decodeBase64 } from '#shared/text/base64.ts';

/** Bytes of a body that can be edited: what a call of the contract can carry. A larger one can only be sent again as it is. */
export const largestEdited = 4_000_000;

/** Where our own bench is reached: as it listens, or as it would. */
export const ownOrigin = ({ listening, settings }: Pick<Session, 'listening' | 'settings'>): string =>
  listening.state === 'listening' ? listening.url : `http://127.0.0.1:${String(settings.port)}`;

/** The request of an exchange as it opens in the editor, to where it went; null where its body is too large. */
export const requestOfExchange = async (
  { summary, target, request }: Exchange,
  session: Session,
  harness: Pick<Harness, 'readBody'>,
): Promise<EditedRequest | null> => {
  if (request.bodyBytes > largestEdited) return null;
  const body = await readWhole(summary.id, request.bodyBytes, harness);
  const isKnown = session.channels.some(({ id }) => id === summary.channelId);
  const origin = summary.direction === 'outbound' ? summary.origin : ownOrigin(session);
  const raw = { method: summary.method, target, headers: request.headers, body };
  return editedRequestOf(raw, { origin, channelId: isKnown ? summary.channelId : null });
};

const readWhole = async (id: number, length: number, harness: Pick<Harness, 'readBody'>): Promise<Uint8Array> => {
  if (length === 0) return new Uint8Array();
  const decoded = decodeBase64((await harness.readBody({ id, part: 'request', from: 0, length })).base64);
  return decoded.ok ? decoded.bytes : new Uint8Array();
};

/** A request that is written from nothing: to our own bench, of the channel on screen. */
export const newRequest = (session: Session, channelId: string | null): EditedRequest => ({
  channelId,
  method: 'POST',
  url: `${ownOrigin(session)}/`,
  headers: [['Content-Type', 'application/json']],
  body: { text: '' },
  sign: 'as-is',
  withVariables: false,
});
