import { receiverOf } from '#shared/exchange/receiver.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import { issuesOf } from '#shared/contract/input-issues.ts';
import type { EditedRequest } from '#shared/sending/edited-request.ts';
import { editedRequestOf, requestBytes } from '#shared/sending/request-bytes.ts';
import { templateBytes, withoutCredential } from '#shared/sending/without-credential.ts';
import { largestBody, SavedPayload } from '#shared/shelf/saved-payload.ts';
import { largestPayloads, mostPayloads, withItem, type Shelf } from '#shared/shelf/shelf.ts';
import { placeRequest } from '#shared/trust/pasted-place.ts';
import type { TrustModel } from '#shared/trust/trust-model.ts';
import type { Bench } from './bench.ts';
import { keptRequest } from './kept-request.ts';

/** The payload of this id, or the refusal that it is gone. */
export const payloadById = (id: string, { payloads }: Shelf): SavedPayload => {
  const found = payloads.find((each) => each.id === id);
  if (!found) throw new HarnessError(fault('payload.unknown'));
  return found;
};

/** Puts a payload on the shelf: in the place of the one with its id, else `at` this place or behind the others. Refuses one that there is no room for. */
export const keepPayload = (payload: SavedPayload, { shelf }: Pick<Bench, 'shelf'>, at?: number): Promise<void> => {
  const isTooLarge = requestBytes(payload).body.byteLength > largestBody;
  const issues = isTooLarge ? [{ path: '/body', message: 'must be at most 1 MB' }] : issuesOf(SavedPayload, payload);
  if (issues.length > 0)
    throw new HarnessError(fault('input.invalid', { problem: 'This request cannot be saved.' }, issues));
  return shelf.change((before) => {
    const isThere = before.payloads.some(({ id }) => id === payload.id);
    const payloads =
      isThere || at === undefined ? withItem(before.payloads, payload) : before.payloads.toSpliced(at, 0, payload);
    if (payloads.length > mostPayloads)
      throw new HarnessError(fault('shelf.full', { reason: `${String(mostPayloads)} requests are saved` }));
    if (payloads.reduce((sum, each) => sum + charactersOf(each), 0) > largestPayloads)
      throw new HarnessError(fault('shelf.full', { reason: 'what is saved takes 32 MB together' }));
    return { ...before, payloads };
  });
};

const charactersOf = ({ body, headers, url }: SavedPayload): number =>
  ('text' in body ? body.text : body.base64).length +
  url.length +
  headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0);

/** A request that is signed anew whenever it is sent needs no credential of its own. */
export const withoutOwnCredential = (request: EditedRequest, bench: Bench): EditedRequest => {
  if (request.sign === 'as-is' || request.channelId === null) return request;
  const channel = bench.channels.byId(request.channelId);
  const { platform, settings } = channel;
  const bytes = templateBytes(request);
  const { end } = placeRequest(bytes, { platform, settings, end: undefined });
  const model = platform.trust(end, bytes, { settings });
  return model ? withoutCredential(request, model) : request;
};

/** The request of an exchange, to where it went. Where its channel can make its credential anew, that is chosen in its place. */
export const payloadOfExchange = (exchangeId: number, bench: Bench): EditedRequest => {
  const { request, summary } = keptRequest(exchangeId, bench);
  const origin = summary.direction === 'outbound' ? summary.origin : bench.ownOrigin();
  if (origin === null) throw new HarnessError(fault('listening.off'));
  const channel = summary.channelId === null ? undefined : bench.channels.find(summary.channelId);
  const edited = editedRequestOf(request, { origin, channelId: channel?.stored.id ?? null });
  const model = channel?.platform.trust(receiverOf(summary), request, channel) ?? null;
  return model && canSign(model) ? { ...withoutCredential(edited, model), sign: 're-sign' } : edited;
};

const canSign = (model: TrustModel): boolean =>
  model.kind === 'jwt' ? model.signingKey !== '' : model.credentials.some(({ expected }) => expected !== '');
