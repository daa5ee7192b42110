import type { ChannelCheck } from '#shared/channel/channel-check.ts';
import { redact } from '#shared/channel/redact.ts';
import type { CalledAddress } from '#shared/platforms/diagnosis.ts';
import type { CommandParts } from './command-parts.ts';
import { checkAddress } from './doctor-address.ts';
import { notLookedAt, type Patient } from './doctor-checks.ts';
import { checkCondition, checkEnds, checkFit, checkListening, checkPath } from './doctor-ends.ts';
import { checkReach } from './doctor-reach.ts';
import { checkSettings } from './doctor-settings.ts';

type DoctorParts = Pick<CommandParts, 'bench' | 'log' | 'settings'>;

/** Everything that can be looked at to see whether a channel can work, without a message being sent. In the order in which a person would go through it. */
export const examineChannel = async (channelId: string, parts: DoctorParts): Promise<readonly ChannelCheck[]> => {
  const { bench } = parts;
  const channel = bench.channels.byId(channelId);
  const patient: Patient = { channel, bench };
  const { plays } = channel.stored;
  const { calls, reachedAt, contradictions } = channel.platform.diagnose({ settings: channel.settings, plays });
  const reached = reachedAt.filter(({ end }) => plays[end]);
  const unset = new Set(contradictions.map(({ setting }) => setting));
  const found = await Promise.all([
    ...calls.filter(({ from }) => plays[from]).map((each) => checkCalled(each, patient)),
    ...(plays.platform && plays.app ? [] : reached.map((each) => checkReach(each, patient))),
  ]);
  const checks = [
    checkEnds(patient),
    checkListening(reached, parts),
    ...reached.map((each) => checkPath(each, patient)),
    checkCondition(patient),
    ...checkFit(contradictions),
    // What does not fit together says it better than that it is not there.
    ...checkSettings(patient).filter((each) => each.remedy || each.result === 'pass' || !unset.has(each.setting ?? '')),
    ...found.flat(),
  ];
  return checks.map((each) => withoutSecrets(each, bench.channels.secrets));
};

const checkCalled = (address: CalledAddress, patient: Patient): Promise<readonly ChannelCheck[]> => {
  const { plays } = patient.channel.stored;
  const { id, name, setting } = address;
  if (plays.platform && plays.app)
    return Promise.resolve([
      notLookedAt(
        { id: `address.${id}.url`, title: `${name}: address`, setting },
        'Hookbench plays both ends, so it calls itself and nobody else.',
      ),
    ]);
  return checkAddress({ ...address, ask: '/' }, patient);
};

const withoutSecrets = (check: ChannelCheck, secrets: readonly string[]): ChannelCheck => ({
  ...check,
  detail: redact(check.detail, secrets),
  next: redact(check.next, secrets),
});
