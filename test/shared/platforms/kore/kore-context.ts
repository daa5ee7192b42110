import type { RawRequest } from '#shared/exchange/raw-http.ts';
import type { Dispatch } from '#shared/platforms/dispatch.ts';
import { kore } from '#shared/platforms/kore/index.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { contextOf } from '#test/shared/platforms/platform-context.ts';

export { now } from '#test/shared/platforms/platform-context.ts';

/** A setting of the demo channel that is a text. */
const demoText = (name: string): string => {
  const value = kore.demo.settings[name];
  if (typeof value !== 'string') throw new TypeError(`The demo channel has no text named ${name}.`);
  return value;
};

export const botId = demoText('botId');
export const clientId = demoText('clientId');
export const secret = demoText('clientSecret');

/** The demo channel with other settings on top, real signatures and ids that count up. */
export const contextWith = (settings: JsonObject = {}, over: Partial<PlatformContext> = {}): PlatformContext => {
  return contextOf(kore, settings, over);
};

/** A request of the app end, as if it had just been sent. */
export const koreDispatch = (request: RawRequest): Dispatch => ({
  request: { ...request, origin: 'http://127.0.0.1:4700', timeLimit: 30 },
  end: 'app',
  userId: 'u',
  messages: [],
  findings: [],
  after: 0,
  purpose: 'say',
  detail: { polls: 0 },
});
