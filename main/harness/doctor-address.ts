import type { ChannelCheck } from '#shared/channel/channel-check.ts';
import { pathOf } from '#shared/exchange/raw-http.ts';
import { isHostAddress, isPrivateHost, readWebAddress, type WebAddress } from '#shared/exchange/web-address.ts';
import { checkAnswer } from './doctor-answer.ts';
import { checkCertificate } from './doctor-certificate.ts';
import { failed, notLookedAt, passed, warned, type Patient } from './doctor-checks.ts';
import { layerOf, stepLimit, type Layer, type LookedAt } from './doctor-layers.ts';
import { isOwnOrigin } from './own-origin.ts';
import { destinationOf } from './routing.ts';

/** An address, layer by layer, up to the first one that fails: each stands on the one before. */
export const checkAddress = async (address: LookedAt, patient: Patient): Promise<readonly ChannelCheck[]> => {
  const checks: ChannelCheck[] = [];
  const add = (check: ChannelCheck): boolean => {
    checks.push(check);
    return check.result !== 'fail';
  };
  const rest = (...left: readonly Layer[]): readonly ChannelCheck[] => [
    ...checks,
    ...left.map((layer) =>
      notLookedAt(layerOf(address, layer), 'It was not looked at: what comes before it has to be right first.'),
    ),
  ];
  const url = readWebAddress(address.url);
  if (!add(checkUrl(address, url, patient)) || !url) return rest('dns', 'tcp', 'tls', 'http', 'clock');
  // Asked for by ourselves it would only be one more row in the traffic.
  if (isOwnOrigin(url.origin, patient.bench.ownOrigin())) return checks;
  if (!add(await checkName(address, url, patient))) return rest('tcp', 'tls', 'http', 'clock');
  if (!add(await checkConnection(address, url, patient))) return rest('tls', 'http', 'clock');
  if (!add(await checkCertificate(address, url, patient))) return rest('http', 'clock');
  return [...checks, ...(await checkAnswer(address, url, patient))];
};

const checkUrl = (address: LookedAt, url: WebAddress | null, { channel, bench }: Patient): ChannelCheck => {
  const named = layerOf(address, 'url');
  const next = 'Write it as http:// or https://, a host, and what stands behind it where the other side shows it.';
  if (!url) return failed(named, 'This is no address that a request can be sent to.', next);
  if (url.hasCredentials)
    return failed(named, 'There is a name or a password in the address, which would be shown in every row.', next);
  if (isOwnOrigin(url.origin, bench.ownOrigin())) {
    const request = { method: 'POST', target: url.target, headers: [] };
    const found = destinationOf(request, bench.channels.all);
    return found.kind === 'end' && found.channel !== channel
      ? passed(named, `It is Hookbench itself: the ${found.end} end of ${found.channel.stored.name}.`)
      : failed(
          named,
          `It is Hookbench itself, where no other channel has the path ${pathOf(request.target).slice(0, 200)}.`,
          'Play both ends of the channel instead, or enter the address of the other side.',
        );
  }
  if (url.scheme === 'http' && !isPrivateHost(url.host))
    return warned(
      named,
      `It begins with http://, so that everybody on the way to ${url.host} can read what is sent, secrets included.`,
      'Write https:// where the other side has it.',
    );
  return passed(named, `It is an address that a request can be sent to, at ${url.host}.`);
};

const checkName = async (address: LookedAt, { host }: WebAddress, { bench }: Patient): Promise<ChannelCheck> => {
  const named = layerOf(address, 'dns');
  if (isHostAddress(host)) return notLookedAt(named, `${host} is an address already.`);
  const found = await bench.world.network.resolve(host, stepLimit);
  if (!found.ok)
    return failed(named, found.fault.message, 'Check the spelling of the host, and that this machine has a network.');
  const shown = found.addresses.slice(0, 4).join(', ');
  return passed(named, `${host} is ${shown}${found.addresses.length > 4 ? ' and more' : ''}.`);
};

const checkConnection = async (
  address: LookedAt,
  { host, port }: WebAddress,
  { bench }: Patient,
): Promise<ChannelCheck> => {
  const named = layerOf(address, 'tcp');
  const place = { host, port };
  const found = await bench.world.network.connect(place, stepLimit);
  if (found.ok) return passed(named, `Port ${String(place.port)} takes connections, at ${found.address}.`);
  if (found.fault.code === 'target.timeout')
    return failed(
      named,
      `Port ${String(place.port)} of ${place.host} did not answer within ${String(stepLimit)} s.`,
      'Look for a firewall, a VPN that is off, or a wrong port.',
    );
  return failed(
    named,
    found.fault.message,
    `${found.fault.next.replace(/\.$/, '')}, and look at port ${String(place.port)}.`,
  );
};
