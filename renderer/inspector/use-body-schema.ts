import type { TSchema } from 'typebox';
import { useMemo } from 'react';
import { useCatalogue, useSession } from '#renderer/store/context.tsx';
import type { BodyPart, Exchange } from '#shared/exchange/exchange.ts';
import { receiverOf } from '#shared/exchange/receiver.ts';

/** How the vendor describes the JSON of a body of this exchange, as its channel is set now; null where nothing is described. */
export const useBodySchema = ({ summary, target }: Exchange, part: BodyPart): TSchema | null => {
  const { platforms } = useCatalogue();
  const channel = useSession(({ channels }) => channels.find(({ id }) => id === summary.channelId));
  return useMemo(() => {
    const platform = platforms.find(({ id }) => id === channel?.platformId);
    if (!channel || !platform?.bodySchema) return null;
    return platform.bodySchema(part, receiverOf(summary), { method: summary.method, target }, channel.settings);
  }, [platforms, channel, part, summary, target]);
};
