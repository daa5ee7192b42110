import { Type } from 'typebox';
import type { End } from '#shared/exchange/exchange.ts';
import { pathOf, type RawRequest } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Reading } from '#shared/platforms/dispatch.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { unchecked } from '#shared/trust/verdict.ts';
import { messageRoutes, placeOf, pollRoutes, receiverRoutes } from './addresses.ts';
import { sayToPlatform } from './app-end.ts';
import { koreConformance } from './conformance.ts';
import { preflightRoutes, readingWithCors, withCors } from './cors.ts';
import { koreDefects } from './defects.ts';
import { diagnose } from './diagnosis.ts';
import { deliverAnswer } from './deliver-answer.ts';
import { koreDemo } from './demo.ts';
import { errorReply, errorReplyOf } from './errors.ts';
import { koreExamples } from './examples.ts';
import { facts, findingOf } from './facts.ts';
import { koreHeaders } from './headers.ts';
import { keyCondition } from './key-condition.ts';
import { lossOf } from './loss.ts';
import { koreModes } from './modes.ts';
import { readUserRequest } from './platform-end.ts';
import { readCallbackReply } from './read-callback-reply.ts';
import { readPoll } from './read-poll.ts';
import { readPlatformReply } from './read-reply.ts';
import { deliverReceipt, readCallback } from './receive-callback.ts';
import { claimsService, readService, serviceRoutes } from './services.ts';
import { renewed } from './renewed.ts';
import { KoreSettings, koreSettings } from './settings.ts';
import { bodySchema } from './schema.ts';
import { koreSetup } from './setup.ts';
import { speakAsBot } from './speak-as-bot.ts';
import { trust } from './trust.ts';
import { koreVoices } from './voices.ts';

const nothingHere: Reading = {
  userId: null,
  messages: [],
  findings: [],
  verdict: unchecked('Nothing is answered at this address.'),
  next: { kind: 'reply', reply: errorReply(404), thenSend: [] },
};

const readAtPlatform = async (request: RawRequest, context: PlatformContext): Promise<Reading> => {
  const service = readService(request, context);
  if (service) return service;
  const place = placeOf(request.target);
  if (!place) return nothingHere;
  const reading = await (place.pollId === null
    ? readUserRequest(request, place, context)
    : readPoll(request, place.pollId, context));
  return readingWithCors(reading, context);
};

const conversationRoutes = [...messageRoutes, ...pollRoutes];

const read = async (end: End, request: RawRequest, context: PlatformContext): Promise<Reading> => {
  switch (end) {
    case 'platform':
      return readAtPlatform(request, context);
    case 'app':
      return readCallback(request, context);
    default:
      return assertNever(end);
  }
};

/** A channel with a webhook instance has the addresses of the first one as well: they mean it only where there is no other. */
const claims: Platform['claims'] = (end, request, settings) => {
  const place = placeOf(request.target);
  if (end === 'platform' && !place) return claimsService(request, settings);
  const hasInstance = koreSettings(settings).webhookInstanceId !== '';
  return hasInstance === pathOf(request.target).includes('/hookInstance/');
};

const deliver: Platform['deliver'] = async (end, turn, answer, context) => {
  if (end === 'app') return deliverReceipt(answer);
  const delivery = deliverAnswer(turn, answer, context);
  return { ...delivery, reply: withCors(delivery.reply, context) };
};

const refuseUnknown: Platform['refuseUnknown'] = (request, stamp) => {
  const place = placeOf(request.target);
  const botId = place?.botId ?? pathOf(request.target).split('/')[3] ?? '';
  const instance = place?.webhookInstanceId ?? null;
  const named = `bot id ${botId.slice(0, 80)}${instance === null ? '' : ` and webhook instance id ${instance.slice(0, 80)}`}`;
  const summary = `No channel here has the ${named}: compare them with the settings of the channel. The answer is 404.`;
  return {
    reply: errorReplyOf(place?.version ?? 'v1', 404, stamp),
    finding: findingOf('error', 'bot.unknown', facts.unknownBot, summary, 'path'),
  };
};

/** Kore.ai's webhook channel, both versions and modes, both ends. README.md says what is emulated and what is not. */
export const kore: Platform = {
  id: 'kore',
  name: 'Kore.ai',
  summary: 'The app posts the user’s message with a signed JWT; the bot answers in the response, or posts to the app.',
  settings: KoreSettings,
  routes: {
    platform: [...conversationRoutes, ...preflightRoutes(conversationRoutes), ...serviceRoutes],
    app: receiverRoutes,
  },
  claims,
  renewed,
  demo: koreDemo,
  modes: koreModes,
  userSits: () => 'app',
  newUserId: ({ id }, settings) => koreSettings(settings).userId || `u-${id().slice(0, 8)}`,
  voices: koreVoices,
  say: (said, context) =>
    said.as === 'bot' ? Promise.resolve(speakAsBot(said, context)) : sayToPlatform(said, context),
  readReply: (dispatch, returned, context) =>
    dispatch.end === 'platform'
      ? Promise.resolve(readCallbackReply(dispatch, returned, context))
      : readPlatformReply(dispatch, returned, context),
  read,
  trust,
  deliver,
  lossOf,
  bodySchema,
  headers: koreHeaders,
  replySwitches: Type.Object({}),
  refuseUnknown,
  setup: koreSetup,
  diagnose,
  condition: ({ settings }) => keyCondition(settings),
  applyRemedy: () => undefined,
  defects: koreDefects,
  facts,
  conformance: koreConformance,
  examples: koreExamples,
};
