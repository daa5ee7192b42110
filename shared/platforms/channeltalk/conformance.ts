import type { ConformanceRow } from '#shared/platforms/conformance.ts';
export const conformance: readonly ConformanceRow[] = [];
