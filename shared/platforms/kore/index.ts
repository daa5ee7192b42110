import { Type } from 'typebox';
import type { End } from '#shared/exchange/exchange.ts';
import { pathOf, type RawRequest } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Reading } from '#shared/platforms/dispatch.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { matchPath } from '#shared/platforms/route.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { unchecked } from '#shared/trust/verdict.ts';
import { firstInstancePath, furtherInstancePath, sayToPlatform } from './app-end.ts';
import { koreDemo } from './demo.ts';
import { errorReply } from './errors.ts';
import { koreExamples } from './examples.ts';
import { facts, findingOf } from './facts.ts';
import { deliverAnswer, readUserMessage } from './platform-end.ts';
import { readPlatformReply } from './read-reply.ts';
import { KoreSettings, koreSettings } from './settings.ts';

const paths = [firstInstancePath, furtherInstancePath];

/** V1 sync answers in the response, so nothing ever calls the app end. */
const nothingCallsTheApp: Reading = {
  userId: null,
  messages: [],
  findings: [],
  verdict: unchecked('A synchronous channel sends its answers in responses; nothing calls the app.'),
  next: { kind: 'reply', reply: errorReply(404), thenSend: [] },
};

const read = (end: End, request: RawRequest, context: PlatformContext): Promise<Reading> => {
  switch (end) {
    case 'platform':
      return readUserMessage(request, context);
    case 'app':
      return Promise.resolve(nothingCallsTheApp);
    default:
      return assertNever(end);
  }
};

const unknownSummary = (target: string): string => {
  const path = pathOf(target);
  const values = paths.map((each) => matchPath(each, path)).find((each) => each !== null) ?? {};
  const instance = values['webhookInstanceId'];
  const named = `bot id ${(values['botId'] ?? '').slice(0, 80)}${instance === undefined ? '' : ` and webhook instance id ${instance.slice(0, 80)}`}`;
  return `No channel here has the ${named}: compare them with the settings of the channel. The answer is 404.`;
};

/** Kore.ai's webhook channel, version 1, synchronous: both ends. README.md says what is emulated and what is not. */
export const kore: Platform = {
  id: 'kore',
  name: 'Kore.ai',
  summary: 'The app posts the user’s message with a signed JWT, and the bot answers in the response.',
  settings: KoreSettings,
  routes: { platform: paths.map((path) => ({ method: 'POST', path })), app: [] },
  demo: koreDemo,
  newUserId: ({ id }, settings) => koreSettings(settings).userId || `u-${id().slice(0, 8)}`,
  say: sayToPlatform,
  readReply: (dispatch, returned, context) => Promise.resolve(readPlatformReply(dispatch, returned, context)),
  read,
  deliver: (_end, _turn, answer, context) => Promise.resolve(deliverAnswer(answer, context)),
  modes: [
    {
      id: 'v1-sync',
      title: 'V1, synchronous',
      settings: {},
      as: 'user',
      steps: ['hi', { press: 'Balance' }, { press: 'Everyday account' }, 'cards', { press: 'Order Meadow' }],
    },
  ],
  userSits: () => 'app',
  voices: () => [
    {
      name: 'user',
      end: 'app',
      summary: 'Posts the message to the bot’s webhook address.',
      gestures: [],
      sendsMedia: false,
    },
  ],
  lossOf: () => [],
  replySwitches: Type.Object({}),
  setup: () => [],
  condition: () => null,
  applyRemedy: () => undefined,
  defects: [],
  facts,
  conformance: [],
  refuseUnknown: ({ target }) => ({
    reply: errorReply(404),
    finding: findingOf('error', 'bot.unknown', facts.unknownBot, unknownSummary(target), 'path'),
  }),
  examples: koreExamples,
};
