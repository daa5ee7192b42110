import { contentOfUtterance } from '#shared/exchange/message.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Dispatch } from '#shared/platforms/dispatch.ts';
import { callbacksOf } from './callbacks.ts';
import { koreSettings } from './settings.ts';
import type { Said } from './write-message.ts';

/** Platform end: the bot says something that nobody asked for, as asynchronous channels can. */
export const speakAsBot = ({ userId, utterance }: Said, context: PlatformContext): readonly Dispatch[] => {
  const { version } = koreSettings(context.settings);
  return callbacksOf({ userId, version, contents: [contentOfUtterance(utterance)] }, context);
};
