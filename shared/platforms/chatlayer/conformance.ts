import type { ConformanceRow } from '#shared/platforms/conformance.ts';
export const chatlayerConformance: readonly ConformanceRow[] = [];
