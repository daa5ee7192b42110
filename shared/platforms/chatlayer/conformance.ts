import type { ConformanceRow } from '#shared/platforms/conformance.ts';
import { botRows } from './conformance-bot.ts';
import { currentRows } from './conformance-current.ts';
import { deprecatedRows } from './conformance-deprecated.ts';
import { messageRows } from './conformance-message.ts';
import { offloadRows } from './conformance-offload.ts';
import { offloadAppRows } from './conformance-offload-app.ts';
import { receiverRows } from './conformance-receiver.ts';
import { retryRows } from './conformance-retry.ts';
import { saidRows } from './conformance-said.ts';

/** Every claim about Chatlayer, with the test that would show it wrong. */
export const chatlayerConformance: readonly ConformanceRow[] = [
  ...currentRows,
  ...saidRows,
  ...deprecatedRows,
  ...botRows,
  ...retryRows,
  ...messageRows,
  ...receiverRows,
  ...offloadRows,
  ...offloadAppRows,
];
