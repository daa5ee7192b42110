import type { BundledExchange } from '#shared/export/bundle-schema.ts';

/**
 * The two halves of each loopback exchange, by their numbers. Only where each names the other and one was sent and one received: else
 * the list would show neither.
 */
export const twinsIn = (exchanges: readonly BundledExchange[]): ReadonlyMap<number, number> => {
  const byId = new Map(exchanges.map((each) => [each.id, each]));
  return new Map(
    exchanges.flatMap(({ id, twinId, direction }) => {
      const twin = twinId === null ? undefined : byId.get(twinId);
      return twin && twin.twinId === id && twin.direction !== direction ? [[id, twin.id] as const] : [];
    }),
  );
};
