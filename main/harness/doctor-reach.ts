import type { ChannelCheck } from '#shared/channel/channel-check.ts';
import { isPrivateHost, readWebAddress } from '#shared/exchange/web-address.ts';
import type { ReachedPath } from '#shared/platforms/diagnosis.ts';
import { checkAddress } from './doctor-address.ts';
import type { LookedAt } from './doctor-layers.ts';
import { failed, notLookedAt, passed, warned, type Patient } from './doctor-checks.ts';

/** Whether who has to call an end of ours can: across the network, or through a tunnel that is really ours. */
export const checkReach = async (reached: ReachedPath, patient: Patient): Promise<readonly ChannelCheck[]> => {
  const { end, caller, callerUrl, publicUrl } = reached;
  if (callerUrl === null) return [];
  const named = { id: `reach.${end}`, title: `Reached by ${caller}`, ...(publicUrl && { setting: publicUrl.setting }) };
  const own = patient.bench.ownOrigin();
  const called = publicUrl?.url || own;
  if (called === null) return [notLookedAt(named, 'Hookbench does not listen, so there is no address to be called.')];
  if (isNearby(callerUrl)) return [passed(named, `${caller} is on this machine or network, as Hookbench is.`)];
  if (publicUrl && !isNearby(called)) return checkPublic(reached, { ...publicUrl, url: called }, patient);
  return [
    warned(
      named,
      `${caller} has to call this channel, and ${called} is an address that only this machine or network can reach.`,
      publicUrl
        ? 'Put a tunnel before it, and enter its address here and in the other side.'
        : `Put a tunnel before it, and paste its address where ${caller} asks for one; whether there is one cannot be seen from here.`,
    ),
  ];
};

const isNearby = (url: string): boolean => isPrivateHost(readWebAddress(url)?.host ?? '');

/** Through the public address something is asked for that nobody else asks for: where it arrives, the address is ours. */
const checkPublic = async (
  { end, caller }: ReachedPath,
  { setting, url }: NonNullable<ReachedPath['publicUrl']>,
  patient: Patient,
): Promise<readonly ChannelCheck[]> => {
  const { world } = patient.bench;
  const ask = `/hookbench-doctor/${world.ids.uuid()}`;
  const address: LookedAt = { id: `public-${end}`, name: 'The public address', setting, url, ask };
  const checks = await checkAddress(address, patient);
  const named = { id: `reach.${end}`, title: `Reached by ${caller}`, setting };
  const answer = checks.find((each) => each.id.endsWith('.http'));
  if (checks.some(({ result }) => result === 'fail') || answer === undefined || answer.result === 'not-applicable')
    return [...checks, notLookedAt(named, 'It was not looked at: the public address has to be right first.')];
  const arrived = world.exchanges.list({ limit: newest }).exchanges.find(({ target }) => target === ask);
  return [
    ...checks,
    arrived
      ? passed(named, `What was asked for at the public address arrived here, as exchange #${String(arrived.id)}.`)
      : failed(
          named,
          'Somebody answers at the public address, and what was asked for there did not arrive here.',
          'Let the tunnel lead to the port on which Hookbench listens.',
        ),
  ];
};

/** How many of the newest exchanges are looked through: the request has been answered, so it is among them. */
const newest = 200;
