import type { ChannelCheck } from '#shared/channel/channel-check.ts';
import type { WebAddress } from '#shared/exchange/web-address.ts';
import { dayLength, isoTime } from '#shared/text/iso-time.ts';
import { failed, notLookedAt, passed, warned, type Patient } from './doctor-checks.ts';
import { layerOf, stepLimit, type LookedAt } from './doctor-layers.ts';
import type { Certificate } from './network.ts';

/** Days before its end at which a certificate is worth a word: most are renewed long before. */
const soon = 14;

/** Whether an address is encrypted by somebody whom this machine trusts, and for how long. */
export const checkCertificate = async (
  address: LookedAt,
  { scheme, host, port }: WebAddress,
  { bench: { world } }: Patient,
): Promise<ChannelCheck> => {
  const named = layerOf(address, 'tls');
  if (scheme !== 'https') return notLookedAt(named, 'The address is not encrypted, so there is no certificate.');
  const found = await world.network.shakeHands({ host, port }, stepLimit);
  if (!found.ok) return failed(named, found.fault.message, found.fault.next);
  const { certificate, distrust } = found;
  if (distrust.length > 0)
    return failed(
      named,
      `${host} is not trusted: ${distrust.join(', and ')}. ${words(certificate)}`,
      'Mend the certificate there, or name its authority to Hookbench (NODE_EXTRA_CA_CERTS), or use http:// for a local one.',
    );
  const left = Math.floor((certificate.validTo - world.clock.now()) / dayLength);
  return left < soon
    ? warned(named, `${words(certificate)} That is ${whenWords(left)}.`, 'See that it is renewed in time.')
    : passed(named, words(certificate));
};

const whenWords = (days: number): string =>
  days < 1 ? 'within a day' : days === 1 ? 'in 1 day' : `in ${String(days)} days`;

const words = ({ names, issuer, validTo }: Certificate): string => {
  const shown = names.slice(0, 3).join(', ');
  const whose = names.length === 0 ? 'for no name' : `for ${shown}${names.length > 3 ? ' and more' : ''}`;
  const from = issuer === '' ? '' : `, from ${issuer}`;
  const until = Number.isNaN(validTo) ? '' : `, valid until ${isoTime(validTo).slice(0, 10)}`;
  return `The certificate is ${whose}${from}${until}.`;
};
