import { fault, HarnessError } from '#shared/contract/fault.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import type { RawRequest } from '#shared/exchange/raw-http.ts';
import type { Bench } from './bench.ts';

/** The request of an exchange as it was kept, to the byte. Refuses one that is gone, and one that was cut off. */
export const keptRequest = (
  id: number,
  { world }: Pick<Bench, 'world'>,
): { readonly request: RawRequest; readonly summary: ExchangeSummary } => {
  const kept = world.exchanges.read(id);
  const body = kept && world.exchanges.readBody(id, 'request', 0, Math.max(1, kept.request.bodyBytes));
  if (!kept || !body) throw new HarnessError(fault('exchange.unknown', { id }));
  if (kept.request.isTruncated) throw new HarnessError(fault('exchange.cut', { id }));
  const { summary, target, request } = kept;
  return { request: { method: summary.method, target, headers: request.headers, body: body.bytes }, summary };
};
