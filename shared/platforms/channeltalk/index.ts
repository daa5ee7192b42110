import { Type } from 'typebox';
import type { End } from '#shared/exchange/exchange.ts';
import { queryOf } from '#shared/exchange/form-body.ts';
import { headerValue, jsonResponse, type RawRequest } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Dispatch, Reading, ReplyReading, Returned } from '#shared/platforms/dispatch.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { sameText } from '#shared/trust/same-text.ts';
import { errorJson } from './api-call.ts';
import { readApiReply } from './api-client-reply.ts';
import { sayToPlatform } from './api-client.ts';
import { applyRemedy, conditionOf } from './condition.ts';
import { conformance } from './conformance.ts';
import { defects } from './defects.ts';
import { deliverAnswer } from './deliver.ts';
import { channelTalkDemo } from './demo.ts';
import { diagnose } from './diagnosis.ts';
import { receiverPath } from './event.ts';
import { examples } from './examples.ts';
import { facts, findingOf } from './facts.ts';
import { channeltalkHeaders } from './headers.ts';
import { freshId } from './ids.ts';
import { lossOf } from './loss.ts';
import { modes } from './modes.ts';
import { apiRoutes, readApiCall } from './open-api.ts';
import { readEvent } from './read-event.ts';
import { readEventReply } from './read-event-reply.ts';
import { renewed } from './renewed.ts';
import { sayToApp } from './say-event.ts';
import { bodySchema } from './schema.ts';
import { ChannelTalkSettings, channelTalkSettings } from './settings.ts';
import { setup } from './setup.ts';
import { trust } from './trust.ts';
import { voices } from './voices.ts';

const read = (end: End, request: RawRequest, context: PlatformContext): Reading => {
  switch (end) {
    case 'platform':
      return readApiCall(request, context);
    case 'app':
      return readEvent(request, context);
    default:
      return assertNever(end);
  }
};

const readReply = (dispatch: Dispatch, returned: Returned, context: PlatformContext): ReplyReading =>
  dispatch.end === 'platform' ? readEventReply(dispatch, returned, context) : readApiReply(dispatch, returned, context);

/** The paths of the Open API are the same for every channel: the access key tells whose call it is, and the token whose event. */
const claims = (end: End, { headers, target }: RawRequest, settings: JsonObject): boolean => {
  const { accessKey, token } = channelTalkSettings(settings);
  const given = end === 'app' ? queryOf(target).get('token') : headerValue(headers, 'x-access-key');
  return typeof given === 'string' && sameText(given, end === 'app' ? token : accessKey);
};

/** Channel Talk's webhooks with quick-reply, and its Open API: both ends. README.md says what is emulated and what is not. */
export const channeltalk: Platform = {
  id: 'channeltalk',
  name: 'Channel Talk',
  summary:
    'Channel Talk posts events to the app, which answers in its response (x-quick-reply) or through the Open API.',
  settings: ChannelTalkSettings,
  routes: { platform: apiRoutes, app: [{ method: 'POST', path: receiverPath }] },
  claims,
  renewed,
  demo: channelTalkDemo,
  modes,
  userSits: () => 'platform',
  newUserId: (stamp) => freshId(stamp),
  voices: () => voices,
  say: (said, context) => Promise.resolve(said.as === 'bot' ? [sayToPlatform(said, context)] : sayToApp(said, context)),
  readReply: (dispatch, returned, context) => Promise.resolve(readReply(dispatch, returned, context)),
  read: (end, request, context) => Promise.resolve(read(end, request, context)),
  trust,
  deliver: (_end, turn, answer, context) => Promise.resolve(deliverAnswer(turn, answer, context)),
  lossOf,
  bodySchema,
  headers: channeltalkHeaders,
  replySwitches: Type.Object({
    quickReply: Type.Boolean({
      title: 'x-quick-reply',
      description: 'Without this header Channel Talk ignores the body: there is no bubble.',
      default: true,
    }),
    botName: Type.String({
      title: 'x-bot-name',
      description: 'Empty: the header is not sent, and the name of the channel is shown.',
      default: '',
    }),
  }),
  refuseUnknown: () => ({
    reply: jsonResponse(404, errorJson(404, 'There is no such call.')),
    finding: findingOf(
      'error',
      'unknown',
      facts.unknownPath,
      'No channel here has this receiver id or access key: compare them with the settings of the channel. The answer is 404.',
      'path',
    ),
  }),
  setup,
  diagnose,
  condition: conditionOf,
  applyRemedy,
  defects,
  facts,
  conformance,
  examples,
};
