import { channelScreens } from './channel-screens.ts';
import { conversationScreens } from './conversation-screens.ts';
import { editorScreens } from './editor-screens.ts';
import { fileScreens } from './file-screens.ts';
import { firstStart } from './first-start.ts';
import { koreanScreens } from './korean-screens.ts';
import { narrowScreens } from './narrow-screens.ts';
import type { Walk } from './screen-walk.ts';
import { trafficScreens } from './traffic-screens.ts';

/** Every screen of the page, in as few walks as they can be reached in. A new screen is added to one of them. */
export const walks: readonly Walk[] = [
  firstStart,
  conversationScreens,
  trafficScreens,
  channelScreens,
  editorScreens,
  fileScreens,
  narrowScreens,
  koreanScreens,
];
