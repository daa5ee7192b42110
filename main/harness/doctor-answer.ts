import type { ChannelCheck } from '#shared/channel/channel-check.ts';
import { headerValue, type RawResponse } from '#shared/exchange/raw-http.ts';
import type { WebAddress } from '#shared/exchange/web-address.ts';
import { failed, notLookedAt, passed, warned, type Patient } from './doctor-checks.ts';
import { checkClock } from './doctor-clock.ts';
import { layerOf, stepLimit, type LookedAt } from './doctor-layers.ts';

/** A request that asks for nothing and says nothing: no body, no credential, and none of the paths of a channel. */
const harmless = (origin: string, target: string) => ({
  method: 'HEAD',
  origin,
  target,
  headers: [['User-Agent', 'Hookbench']] as const,
  body: new Uint8Array(),
  timeLimit: stepLimit,
});

/** Whether an address speaks HTTP, and whether its clock agrees with ours. */
export const checkAnswer = async (
  address: LookedAt,
  url: WebAddress,
  { bench: { world } }: Patient,
): Promise<readonly ChannelCheck[]> => {
  const named = layerOf(address, 'http');
  const asked = world.clock.now();
  const sent = await world.outbound.send(harmless(url.origin, address.ask), () => undefined);
  const came = world.clock.now();
  if (sent.ok) return [judge(address, url, sent.response), checkClock(address, sent.response, { asked, came })];
  const clock = notLookedAt(layerOf(address, 'clock'), 'There was no answer that would tell the time.');
  if (sent.fault.code === 'target.timeout')
    return [
      warned(
        named,
        `${url.host} takes connections, and did not answer a HEAD request within ${String(stepLimit)} s.`,
        'Send a message: where that is not answered either, look at what that server is doing.',
      ),
      clock,
    ];
  return [failed(named, sent.fault.message, sent.fault.next), clock];
};

/** What stands before a server answers so where the server itself is not there. */
const gateways = [502, 503, 504];

const judge = (address: LookedAt, url: WebAddress, { status, headers }: RawResponse): ChannelCheck => {
  const named = layerOf(address, 'http');
  const answered = `It answers HEAD ${address.ask} with ${String(status)}`;
  const location = headerValue(headers, 'location') ?? '';
  if (gateways.includes(status))
    return warned(
      named,
      `${answered}: a proxy or tunnel is there, and nothing behind it.`,
      'Start what is behind the proxy or tunnel, or correct where it leads.',
    );
  if (url.scheme === 'http' && status >= 300 && status < 400 && location.startsWith('https:'))
    return warned(
      named,
      `${answered} and sends everybody to https://, where Hookbench follows nobody.`,
      'Write https:// in the address.',
    );
  if (status === 407)
    return warned(named, `${answered}: a proxy wants to know who asks.`, 'Look at the proxy of this network.');
  return passed(named, `${answered}, so it speaks HTTP.`);
};
