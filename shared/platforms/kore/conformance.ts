import type { ConformanceRow } from '#shared/platforms/conformance.ts';
import { appRows, receiverRows } from './conformance-app.ts';
import { asyncRows } from './conformance-async.ts';
import { pollingRows } from './conformance-polling.ts';
import { serviceConformance } from './conformance-services.ts';
import { stateRows } from './conformance-states.ts';
import { v1AnswerRows, v1RequestRows } from './conformance-v1.ts';
import { sessionRows } from './conformance-sessions.ts';
import { tokenConformance } from './conformance-tokens.ts';
import { v2AnswerRows, v2RequestRows } from './conformance-v2.ts';

/** Every claim about the channel, with its test. */
export const koreConformance: readonly ConformanceRow[] = [
  ...v1RequestRows,
  ...v1AnswerRows,
  ...v2RequestRows,
  ...v2AnswerRows,
  ...sessionRows,
  ...pollingRows,
  ...asyncRows,
  ...stateRows,
  ...appRows,
  ...receiverRows,
  ...tokenConformance,
  ...serviceConformance,
];
