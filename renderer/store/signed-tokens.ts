import { textOf } from '#shared/exchange/body.ts';
import type { Channel } from '#shared/channel/channel.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { fillPath, matchRoute } from '#shared/platforms/route.ts';
import type { JwtModel } from '#shared/trust/trust-model.ts';

/** The first address of the channel: where an app sends its messages. */
const firstRequest = (channel: Channel, platform: Platform) => {
  const [route] = platform.routes.platform;
  const method = route === undefined || route.method === '*' ? 'POST' : route.method;
  return { method, target: fillPath(route?.path ?? '/', channel.settings), headers: [], body: new Uint8Array() };
};

/** What the platform asks of the tokens of this channel, its keys left out; null where it has no signed tokens. */
export const signedModelOf = (channel: Channel, platform: Platform | undefined): JwtModel | null => {
  const model = platform?.trust('platform', firstRequest(channel, platform), { settings: channel.settings });
  return model?.kind === 'jwt' ? model : null;
};

/** A text as one word of a POSIX shell, whatever is in it (POSIX.1-2017 §2.2.2). */
export const shellWord = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** A command that sends an example of the platform to the first address of the channel, with this header. */
export const curlOf = (
  channel: Channel,
  platform: Platform,
  origin: string,
  [name, value]: readonly [string, string],
): string => {
  const { method, target } = firstRequest(channel, platform);
  const [route] = platform.routes.platform;
  const example = platform.examples.find(
    ({ end, request, expect }) =>
      end === 'platform' && expect.status === 200 && route !== undefined && matchRoute(route, request) !== null,
  );
  const body = example ? textOf(example.request.body).text : '';
  const lines = [
    `curl -X ${shellWord(method)} ${shellWord(origin + target)}`,
    `-H ${shellWord(`${name}: ${value}`)}`,
    ...(body === '' ? [] : [`-H ${shellWord('Content-Type: application/json')}`, `--data-raw ${shellWord(body)}`]),
  ];
  return lines.join(' \\\n  ');
};
