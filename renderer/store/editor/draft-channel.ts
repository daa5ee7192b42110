import type { TSchema } from 'typebox';
import type { Channel } from '#shared/channel/channel.ts';
import type { End, ExchangeSummary } from '#shared/exchange/exchange.ts';
import { pathOf, type RawRequest } from '#shared/exchange/raw-http.ts';
import { receiverOf } from '#shared/exchange/receiver.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { templateBytes } from '#shared/sending/without-credential.ts';
import { knownVariables, type Variable } from '#shared/sending/variables.ts';
import { placeRequest } from '#shared/trust/pasted-place.ts';
import type { CredentialSpot, TrustModel } from '#shared/trust/trust-model.ts';
import { requestOf, type RequestDraft } from './request-draft.ts';

type Owner = { readonly channel: Channel; readonly platform: Platform };

/** What is known of a request because it belongs to a channel. */
export type DraftChannel = {
  /** The end that gets it; null where it belongs to no channel. */
  readonly receiver: End | null;
  /** How the vendor describes its body; null where nothing is described. */
  readonly schema: TSchema | null;
  /** Where its credential stands, as findings name places; none where the channel signs nothing there. */
  readonly credentials: readonly string[];
  /** The same places, as signing finds them. */
  readonly spots: readonly CredentialSpot[];
  readonly isToken: boolean;
};

/** The variables that a request of this channel may mention. */
export const variablesOf = (platform: Platform | undefined): readonly Variable[] =>
  knownVariables(Object.keys(platform?.settings.properties ?? {}));

const spotWords = (spot: CredentialSpot): string => {
  if (spot.in === 'path') return 'path';
  return `${spot.in} ${spot.in === 'body' ? spot.pointer : spot.name}`;
};

const spotsOf = (model: TrustModel): readonly CredentialSpot[] =>
  model.kind === 'jwt' ? [model.spot] : model.credentials.filter(({ isSecret }) => isSecret).map(({ spot }) => spot);

/** The end that would get the request: as the harness decides it (main/harness/send-request.ts). */
const receiverAt = (request: RawRequest, { channel, platform }: Owner, of: ExchangeSummary | null): End =>
  of?.channelId === channel.id && pathOf(of.target) === pathOf(request.target)
    ? receiverOf(of)
    : placeRequest(request, { platform, settings: channel.settings, end: undefined }).end;

/** `of`: the exchange that it was made of. The page has no secrets: only where they belong is known here. */
export const draftChannel = (draft: RequestDraft, owner: Owner | null, of: ExchangeSummary | null): DraftChannel => {
  if (!owner) return { receiver: null, schema: null, credentials: [], spots: [], isToken: false };
  const request = templateBytes(requestOf(draft));
  const { platform, channel } = owner;
  const receiver = receiverAt(request, owner, of);
  const model = platform.trust(receiver, request, { settings: channel.settings });
  const spots = model ? spotsOf(model) : [];
  return {
    receiver,
    schema: platform.bodySchema?.('request', receiver, request, channel.settings) ?? null,
    credentials: spots.map(spotWords),
    spots,
    isToken: model?.kind === 'jwt',
  };
};
