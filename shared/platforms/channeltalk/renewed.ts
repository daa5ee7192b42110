import type { Platform } from '#shared/platforms/platform.ts';

/** The receiver is an address of our own; a call to the Open API is known by its key, which is Channel Talk's to give where that is called. */
export const renewed: NonNullable<Platform['renewed']> = ({ plays }, { id }) => ({
  receiverId: `app-${id().slice(0, 8)}`,
  ...(plays.platform ? { accessKey: id().replaceAll('-', '') } : {}),
});
