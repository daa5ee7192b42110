import type { ConformanceRow } from '#shared/platforms/conformance.ts';
import { answerRows } from './conformance-answers.ts';
import { askingRows } from './conformance-asking.ts';
import { channelRows } from './conformance-channel.ts';
import { clientRows } from './conformance-client.ts';
import { webhookRows } from './conformance-webhook.ts';

/** Every claim about SnatchBot, each with a test over real HTTP. */
export const snatchBotConformance: readonly ConformanceRow[] = [
  ...webhookRows,
  ...askingRows,
  ...answerRows,
  ...channelRows,
  ...clientRows,
];
