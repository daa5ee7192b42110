import { createOutbound } from '#main/io/outbound-client.ts';
import { systemClock, systemIds } from '#main/io/system.ts';
import { createTokenCrypto } from '#main/io/token-crypto.ts';
import { completeSettings, secretsIn } from '#shared/channel/channel-settings.ts';
import { redact } from '#shared/channel/redact.ts';
import type { Probe } from '#shared/platforms/conformance.ts';
import type { JsonObject } from '#shared/text/json.ts';
import type { Examiner } from './own-ends.ts';
import { runRow } from './run-row.ts';
import { sendTo } from './send-to.ts';

/** The platform end of somebody else at this origin, with `given` in the place of the demo channel's settings: rows can only send to it. */
export const openForeignEnd = (origin: string, given: JsonObject): Examiner => {
  const outbound = createOutbound();
  const probeOf = (settings: JsonObject): Probe => ({
    settings,
    stamp: { now: systemClock.now(), id: systemIds.uuid },
    tokens: createTokenCrypto(),
    send: sendTo(origin, outbound),
    nextReceived: async () => null,
    answerNext: () => undefined,
    say: () => Promise.reject(new RangeError('A foreign endpoint cannot be told to speak.')),
  });
  return {
    examine: async (platform, row) => {
      const settings = completeSettings(platform.settings, { ...platform.demo.settings, ...given, ...row.settings });
      const result = await runRow(platform, row, systemClock, async () => probeOf(settings));
      const secrets = Object.values(secretsIn(platform.settings, settings));
      // What came instead may quote an answer, and an answer may quote the request.
      return { ...result, instead: result.instead && redact(result.instead, secrets) };
    },
    close: outbound.close,
  };
};
