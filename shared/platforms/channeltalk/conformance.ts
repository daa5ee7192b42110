import type { ConformanceRow } from '#shared/platforms/conformance.ts';
import { apiKeyRows } from './conformance-api-keys.ts';
import { apiReadRows } from './conformance-api-reads.ts';
import { apiRows } from './conformance-api.ts';
import { deliveryRows } from './conformance-delivery.ts';
import { eventRows } from './conformance-events.ts';
import { quickReplyRows } from './conformance-quick-reply.ts';
import { receiverRows } from './conformance-receiver.ts';

/** Every claim about Channel Talk with its test. */
export const conformance: readonly ConformanceRow[] = [
  ...eventRows,
  ...deliveryRows,
  ...quickReplyRows,
  ...receiverRows,
  ...apiKeyRows,
  ...apiRows,
  ...apiReadRows,
];
