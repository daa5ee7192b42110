import { Type } from 'typebox';
import { contentOfUtterance } from '#shared/exchange/message.ts';
import { readJsonBody } from '#shared/exchange/json-body.ts';
import { jsonResponse, pathOf } from '#shared/exchange/raw-http.ts';
import type { Dispatch } from '#shared/platforms/dispatch.ts';
import { findingAbout } from '#shared/platforms/fact.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { isJsonObject } from '#shared/text/json.ts';
import { sayAsUser } from './app-end.ts';
import { readPlatformReply } from './app-reply.ts';
import { callbacksOf } from './callback.ts';
import { readCallbackReply } from './callback-reply.ts';
import { chatlayerCondition } from './condition.ts';
import { chatlayerConformance } from './conformance.ts';
import { chatlayerDefects } from './defects.ts';
import { chatlayerDemo, chatlayerModes } from './demo.ts';
import { diagnose } from './diagnosis.ts';
import { chatlayerExamples } from './examples.ts';
import { facts } from './facts.ts';
import { chatlayerHeaders } from './headers.ts';
import { chatlayerLosses } from './loss.ts';
import { actionsOf } from './offload-actions.ts';
import { deliverAtOffloadPlatform, sayAtOffloadPlatform } from './offload-events.ts';
import { deliverOffload, readOffload } from './offload-receiver.ts';
import { readEventReply } from './offload-reply.ts';
import {
  actionsPath,
  currentPath,
  deprecatedPath,
  extractPath,
  historyPath,
  oldExtractPath,
  receiverPath,
  sessionDataPath,
  webviewPath,
} from './paths.ts';
import { deliverAtPlatform, readAtPlatform } from './platform-end.ts';
import { answerCallback, readCallback } from './receiver.ts';
import { renewed } from './renewed.ts';
import { bodySchema } from './schema.ts';
import { ChatlayerSettings, chatlayerSettings } from './settings.ts';
import { chatlayerSetup } from './setup.ts';
import { trust } from './trust.ts';
import { chatlayerVoices } from './voices.ts';

const posts = [currentPath, deprecatedPath, actionsPath, extractPath, oldExtractPath, webviewPath];
const gets = [historyPath, sessionDataPath];

const say = (said: Parameters<Platform['say']>[0], context: Parameters<Platform['say']>[1]): readonly Dispatch[] => {
  const { dialect } = chatlayerSettings(context.settings);
  const contents = [contentOfUtterance(said.utterance)];
  switch (said.as) {
    case 'user':
      return dialect === 'd2' ? sayAtOffloadPlatform({ ...said, as: 'user' }, context) : sayAsUser(said, context);
    case 'bot':
      return dialect === 'd2'
        ? sayAtOffloadPlatform({ ...said, as: 'bot' }, context)
        : callbacksOf(contents, said.userId, false, context);
    case 'agent':
      return [actionsOf(contents, said.userId, context)];
    default:
      return assertNever(said.as);
  }
};

/** Chatlayer's webhook channel in its two dialects, and its offloading webhook: both ends. README.md says what is emulated and what is not. */
export const chatlayer: Platform = {
  id: 'chatlayer',
  name: 'Chatlayer',
  summary:
    'The app posts the user’s message, and each message of the bot is posted back with a verify token in its body.',
  settings: ChatlayerSettings,
  routes: {
    platform: [...posts.map((path) => ({ method: 'POST', path })), ...gets.map((path) => ({ method: 'GET', path }))],
    app: (['d1', 'd0', 'd2'] as const).map((dialect) => ({ method: '*', path: receiverPath(dialect) })),
  },
  // The web view endpoint has no id in its path: the bot stands in the body.
  claims: (_end, request, settings) => {
    const { dialect, botId } = chatlayerSettings(settings);
    if (pathOf(request.target) !== webviewPath) return true;
    const { value } = readJsonBody(request);
    return dialect !== 'd2' && (!isJsonObject(value) || value['botId'] === undefined || value['botId'] === botId);
  },
  renewed,
  demo: chatlayerDemo,
  modes: chatlayerModes,
  userSits: (settings) => (chatlayerSettings(settings).dialect === 'd2' ? 'platform' : 'app'),
  newUserId: ({ id }, settings) => chatlayerSettings(settings).userId || id(),
  voices: (settings) => chatlayerVoices(chatlayerSettings(settings)),
  say: (said, context) => Promise.resolve(say(said, context)),
  readReply: (dispatch, returned, context) => {
    if (dispatch.end === 'app') return Promise.resolve(readPlatformReply(returned, context));
    const { dialect } = chatlayerSettings(context.settings);
    return Promise.resolve((dialect === 'd2' ? readEventReply : readCallbackReply)(dispatch, returned, context));
  },
  read: (end, request, context) => {
    if (end === 'platform') return Promise.resolve(readAtPlatform(request, context));
    const { dialect } = chatlayerSettings(context.settings);
    return Promise.resolve(dialect === 'd2' ? readOffload(request, context) : readCallback(request, context));
  },
  trust,
  deliver: (end, turn, answer, context) => {
    const { dialect } = chatlayerSettings(context.settings);
    if (end === 'platform')
      return Promise.resolve((dialect === 'd2' ? deliverAtOffloadPlatform : deliverAtPlatform)(turn, answer, context));
    return Promise.resolve(dialect === 'd2' ? deliverOffload(turn, answer, context) : answerCallback(answer));
  },
  lossOf: (content, settings) => chatlayerLosses(content, chatlayerSettings(settings).dialect),
  bodySchema,
  headers: chatlayerHeaders,
  replySwitches: Type.Object({
    offloadSuccess: Type.Boolean({
      title: 'Handover succeeds',
      description: 'offloadSuccess in the answer to a handover (offloading webhook).',
      default: true,
    }),
    pauseBot: Type.Boolean({
      title: 'Pause the bot',
      description: 'pauseBot in the answer to a handover (offloading webhook).',
      default: true,
    }),
  }),
  refuseUnknown: () => ({
    reply: jsonResponse(404, { message: 'Not Found' }),
    finding: findingAbout(
      facts.otherDialect,
      'error',
      'chatlayer.channel.unknown',
      'No channel here has the id in this address: compare it with Channel id or Bot id in the settings of the channel. The answer is 404.',
      'path',
    ),
  }),
  setup: chatlayerSetup,
  diagnose,
  condition: ({ settings }) => chatlayerCondition(chatlayerSettings(settings)),
  applyRemedy: () => undefined,
  defects: chatlayerDefects,
  facts,
  conformance: chatlayerConformance,
  examples: chatlayerExamples,
};
