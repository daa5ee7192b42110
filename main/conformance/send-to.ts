import type { Outbound } from '#main/harness/world.ts';
import { HarnessError } from '#shared/contract/fault.ts';
import { completeHeaders } from '#shared/exchange/raw-http.ts';
import type { Probe } from '#shared/platforms/conformance.ts';

/** Seconds: longer than any documented limit of a platform. */
const timeLimit = 40;

/** Sends to this origin with the client that sends everything else; throws what the world refused. */
export const sendTo =
  (origin: string, outbound: Outbound): Probe['send'] =>
  async (request) => {
    const headers = completeHeaders(request, new URL(origin).host);
    const sent = await outbound.send({ ...request, headers, origin, timeLimit }, () => undefined);
    if (!sent.ok) throw new HarnessError(sent.fault);
    return sent.response;
  };
