import type { PlatformExample } from '#shared/platforms/platform.ts';
export const chatlayerExamples: readonly PlatformExample[] = [];
