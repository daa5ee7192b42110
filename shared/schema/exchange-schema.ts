import type { TSchema } from 'typebox';
import type { Channel } from '#shared/channel/channel.ts';
import type { BodyPart, Exchange } from '#shared/exchange/exchange.ts';
import { receiverOf } from '#shared/exchange/receiver.ts';
import { platformOf } from '#shared/platforms/registry.ts';

/** How the vendor describes the JSON of this body of an exchange; null where nothing is described. */
export const bodySchemaOf = (
  {
    summary,
    target,
  }: Pick<Exchange, 'target'> & { readonly summary: Pick<Exchange['summary'], 'direction' | 'end' | 'method'> },
  { platformId, settings }: Pick<Channel, 'platformId' | 'settings'>,
  part: BodyPart,
): TSchema | null =>
  platformOf(platformId)?.bodySchema?.(part, receiverOf(summary), { method: summary.method, target }, settings) ?? null;
