import { Type } from 'typebox';
import { jsonResponse } from '#shared/exchange/raw-http.ts';
import type { End } from '#shared/exchange/exchange.ts';
import type { RawRequest } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Reading } from '#shared/platforms/dispatch.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { claimsRequest, featureOfPath, snatchBotRoutes } from './address.ts';
import { answerClient, refusal } from './api-channel-answer.ts';
import { readClient } from './api-channel-platform.ts';
import { snatchBotConformance } from './conformance.ts';
import { snatchBotDefects } from './defects.ts';
import { snatchBotDemo, snatchBotModes } from './demo.ts';
import { diagnose } from './diagnosis.ts';
import { snatchBotExamples } from './examples.ts';
import { facts, findingOf } from './facts.ts';
import { snatchbotHeaders } from './headers.ts';
import { answerAsking, readAsking } from './json-api-app.ts';
import { lossOf } from './loss.ts';
import { renewed } from './renewed.ts';
import { bodySchema } from './schema.ts';
import { readWhatCameBack, sayIt } from './say.ts';
import { SnatchBotSettings, snatchBotSettings } from './settings.ts';
import { setupSteps } from './setup.ts';
import { trust } from './trust.ts';
import { voicesOf } from './voices.ts';
import { answerNotification, readNotification } from './webhook-app.ts';
import { deliverToChat } from './webhook-platform.ts';

const readAtApp = (request: RawRequest, context: PlatformContext): Promise<Reading> =>
  featureOfPath(request.target)?.feature === 'webhook'
    ? readNotification(request, context)
    : readAsking(request, context);

const read: Platform['read'] = (end, request, context) => {
  switch (end) {
    case 'platform':
      return Promise.resolve(readClient(request, context));
    case 'app':
      return readAtApp(request, context);
    default:
      return assertNever(end);
  }
};

const deliver: Platform['deliver'] = (end: End, turn, answer, context) => {
  const isWebhook = turn.detail['feature'] === 'webhook';
  if (end === 'app')
    return Promise.resolve(isWebhook ? answerNotification(answer) : answerAsking(turn, answer, context));
  return Promise.resolve(isWebhook ? deliverToChat(turn, answer, context) : answerClient(turn, answer, context));
};

const refuseUnknown: Platform['refuseUnknown'] = ({ target }) => {
  const named = featureOfPath(target);
  const given = named?.values['botId'] ?? '';
  // Something else than a number may be a secret in the wrong place.
  const bot = /^\d{1,20}$/.test(given) ? given : 'in the path, which is no number';
  if (named?.feature === 'api-channel')
    return {
      reply: refusal(403),
      finding: findingOf(
        'error',
        'bot.unknown',
        facts.refusal,
        `No API channel here plays SnatchBot for the bot id ${bot}: compare it with the settings of the channel. The answer is 403.`,
        'path',
      ),
    };
  return {
    reply: jsonResponse(404, { status: false }),
    finding: findingOf(
      'error',
      'path.unknown',
      facts.path,
      named === null
        ? 'This is no address of SnatchBot: an API channel has id, app and aps in its path, each with a value behind it.'
        : `No channel here plays the app for the bot id ${bot}: copy the address from the checklist of the channel, and see which ends it plays.`,
      'path',
    ),
  };
};

/** SnatchBot: WebHook, JSON API interaction and API channel, both ends. README.md says what is emulated and what is not. */
export const snatchbot: Platform = {
  id: 'snatchbot',
  name: 'SnatchBot',
  summary: 'SnatchBot tells or asks your server, or your program talks to the bot: WebHook, JSON API, API channel.',
  settings: SnatchBotSettings,
  routes: snatchBotRoutes,
  claims: claimsRequest,
  renewed,
  demo: snatchBotDemo,
  modes: snatchBotModes,
  userSits: (settings) => (snatchBotSettings(settings).feature === 'api-channel' ? 'app' : 'platform'),
  newUserId: ({ id }, settings) =>
    snatchBotSettings(settings).userId || `user.${id().replaceAll('-', '').slice(0, 16)}`,
  voices: voicesOf,
  say: (said, context) => Promise.resolve().then(() => sayIt(said, context)),
  readReply: (dispatch, returned, context) => Promise.resolve(readWhatCameBack(dispatch, returned, context)),
  read,
  trust,
  deliver,
  lossOf,
  bodySchema,
  headers: snatchbotHeaders,
  replySwitches: Type.Object(
    {
      echoIds: Type.Boolean({
        title: 'Give the ids back',
        description: 'user_id, bot_id and module_id as they came.',
        default: true,
      }),
      blockedInput: Type.Boolean({
        title: 'Lock typing',
        description: 'blocked_input: only cards and quick replies can be used.',
        default: false,
      }),
      omitMessage: Type.Boolean({
        title: 'Leave message out',
        description: 'Cards alone: the chat shows the error response.',
        default: false,
      }),
    },
    { additionalProperties: false },
  ),
  refuseUnknown,
  setup: setupSteps,
  diagnose,
  condition: () => null,
  applyRemedy: () => undefined,
  defects: snatchBotDefects,
  facts,
  conformance: snatchBotConformance,
  examples: snatchBotExamples,
};
