import type { Platform } from '#shared/platforms/platform.ts';

/** What an end of ours is asked to say. */
export type Said = Parameters<Platform['say']>[0];
