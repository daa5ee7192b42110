import type { PlatformExample } from '#shared/platforms/platform.ts';

export const snatchBotExamples: readonly PlatformExample[] = [];
