import type { PlatformExample } from '#shared/platforms/platform.ts';
export const examples: readonly PlatformExample[] = [];
