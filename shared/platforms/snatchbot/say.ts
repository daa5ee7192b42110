import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Dispatch, ReplyReading, Returned } from '#shared/platforms/dispatch.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { pollBot, sendToBot } from './api-channel-app.ts';
import { askApp, readAppAnswer } from './json-api-platform.ts';
import { readChannelReply } from './read-channel.ts';
import type { Said } from './said.ts';
import { snatchBotSettings } from './settings.ts';
import { readVerified, verifyApp, verifyGesture } from './verify.ts';
import { notifyOf, readReceipt } from './webhook-platform.ts';

/** What an end of ours sends for what was said, by the feature of the channel. */
export const sayIt = (said: Said, context: PlatformContext): readonly Dispatch[] => {
  const { feature } = snatchBotSettings(context.settings);
  const isVerify = said.utterance.kind === 'gesture' && said.utterance.id === verifyGesture.id;
  switch (feature) {
    case 'webhook':
      return isVerify ? verifyApp(said.userId, context) : notifyOf(said, context);
    case 'json-api':
      return isVerify ? verifyApp(said.userId, context) : askApp(said, context);
    case 'api-channel':
      return sendToBot(said, context);
    default:
      return assertNever(feature);
  }
};

/** What came back for it. A client of the API channel may ask for messages next. */
export const readWhatCameBack = (dispatch: Dispatch, returned: Returned, context: PlatformContext): ReplyReading => {
  switch (dispatch.purpose) {
    case 'verify':
      return readVerified(returned);
    case 'notify':
      return readReceipt(dispatch, returned);
    case 'ask':
      return readAppAnswer(dispatch, returned, context);
    default: {
      const reading = readChannelReply(dispatch, returned, context);
      const polls =
        dispatch.purpose === 'send' && dispatch.userId !== null && snatchBotSettings(context.settings).pollAfterSend;
      return polls && reading.verdict.state === 'trusted'
        ? { ...reading, thenSend: [pollBot(dispatch.userId, context, false)] }
        : reading;
    }
  }
};
