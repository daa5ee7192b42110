import type { ConformanceRow } from '#shared/platforms/conformance.ts';

export const snatchBotConformance: readonly ConformanceRow[] = [];
