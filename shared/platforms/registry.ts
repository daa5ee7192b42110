import { channeltalk } from '#shared/platforms/channeltalk/index.ts';
import { chatlayer } from '#shared/platforms/chatlayer/index.ts';
import { kore } from '#shared/platforms/kore/index.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { snatchbot } from '#shared/platforms/snatchbot/index.ts';

/** Every platform that Hookbench speaks: a new one is a folder and a line here. */
export const platforms: readonly Platform[] = [kore, chatlayer, snatchbot, channeltalk];

/** The platform of this id, or undefined. */
export const platformOf = (id: string): Platform | undefined => platforms.find((each) => each.id === id);
