import type { Outbound } from '#main/harness/world.ts';
import { inbound } from '#main/io/inbound-server.ts';
import { createOutbound } from '#main/io/outbound-client.ts';
import { openPrivateBench, type PrivateBench } from '#main/io/private-bench.ts';
import { systemClock, systemIds } from '#main/io/system.ts';
import { createTokenCrypto } from '#main/io/token-crypto.ts';
import { completeSettings } from '#shared/channel/channel-settings.ts';
import type { ConformanceRow, Probe } from '#shared/platforms/conformance.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { openProbeEnd, type ProbeEnd } from './probe-end.ts';
import { runRow, type RowResult } from './run-row.ts';
import { sendTo } from './send-to.ts';
import { within } from './within.ts';

/** What carries out rows of the sheet, one at a time. */
export type Examiner = {
  readonly examine: (platform: Platform, row: ConformanceRow) => Promise<RowResult>;
  readonly close: () => Promise<void>;
};

type Parts = { readonly bench: PrivateBench; readonly probeEnd: ProbeEnd; readonly outbound: Outbound };

/** Milliseconds that a request may take to come. */
const second = 1000;

/** Our own ends: a bench of which each row plays one, and a probe that plays the other. Each row finds a new channel. */
export const openOwnEnds = async (): Promise<Examiner> => {
  const probeEnd = await openProbeEnd(inbound);
  const outbound = createOutbound();
  const bench = await openPrivateBench({ otherEnd: probeEnd.origin });
  return {
    examine: (platform, row) => examine(platform, row, { bench, probeEnd, outbound }),
    close: async () => {
      await outbound.close();
      await bench.close();
      await probeEnd.close();
    },
  };
};

const examine = async (platform: Platform, row: ConformanceRow, parts: Parts): Promise<RowResult> => {
  const { harness, allDone, bugs } = parts.bench;
  const bugCount = bugs.length;
  let channelId: string | null = null;
  const result = await runRow(platform, row, systemClock, async () => {
    const settings = completeSettings(platform.settings, { ...platform.demo.settings, ...row.settings });
    channelId = await addChannel(platform, row, settings, parts);
    if (row.defects) await harness.changeChannel({ channelId, defects: [...row.defects] });
    return probeOf(channelId, settings, parts);
  });
  const bug = bugs[bugCount];
  // What is still on its way finds no channel any more, and must not reach the next row.
  if (channelId !== null) await harness.removeChannel({ channelId });
  await within(second, systemClock, allDone(), null);
  parts.probeEnd.clear();
  return bug === undefined ? result : { ...result, passed: false, instead: bug };
};

const addChannel = async (
  { id: platformId, demo: { name, botId } }: Platform,
  { end }: ConformanceRow,
  settings: JsonObject,
  { bench: { harness } }: Parts,
): Promise<string> => {
  const plays = { platform: end === 'platform', app: end === 'app' };
  const { channelId } = await harness.addChannel({ platformId, name, plays, botId, settings });
  return channelId;
};

const probeOf = (channelId: string, settings: JsonObject, { bench, probeEnd, outbound }: Parts): Probe => {
  const { harness, allDone, origin } = bench;
  let someone: ReturnType<typeof harness.startConversation> | null = null;
  return {
    settings,
    stamp: { now: systemClock.now(), id: systemIds.uuid },
    tokens: createTokenCrypto(),
    send: sendTo(origin, outbound),
    // An end that has nothing left to do will not send any more: then nobody has to wait for the whole second.
    nextReceived: () => probeEnd.next(within(second, systemClock, allDone(), null)),
    answerNext: probeEnd.answerNext,
    say: async (as, utterance, userId) => {
      const { conversationId } = await (userId === undefined
        ? (someone ??= harness.startConversation({ channelId }))
        : harness.startConversation({ channelId, userId }));
      await harness.say({ conversationId, as, utterance });
    },
  };
};
