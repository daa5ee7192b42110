import type { Channel } from '#shared/channel/channel.ts';
import type { ChannelCheck } from '#shared/channel/channel-check.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { CheckResult } from '#shared/trust/verdict.ts';

/** What was found when a channel was looked at. */
export type Findings = {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly checks: readonly ChannelCheck[];
  /** The channel as it was then. */
  readonly of: string;
};

/** A look at everything that a channel needs: `before` is what the last one found. */
export type Checkup =
  | { readonly state: 'running'; readonly before: Findings | null; readonly cancel: () => void }
  | { readonly state: 'done'; readonly found: Findings }
  | { readonly state: 'failed'; readonly fault: Fault };

/** What was found last, while another look is under way too. */
export const lastFound = (checkup: Checkup | undefined): Findings | null => {
  if (checkup?.state === 'done') return checkup.found;
  return checkup?.state === 'running' ? checkup.before : null;
};

/** The same when the channel has changed in what no screen sees: a secret. */
export const aged = (checkup: Checkup | undefined): Checkup | undefined =>
  checkup?.state === 'done' ? { state: 'done', found: { ...checkup.found, of: '' } } : checkup;

/** What of a channel a look at it depends on: another one is another look. */
export const lookedAt = ({ environmentId, settings, plays, secretsSet }: Channel): string =>
  JSON.stringify([environmentId, settings, plays, secretsSet]);

export const countOf = ({ checks }: Pick<Findings, 'checks'>, wanted: CheckResult): number =>
  checks.filter(({ result }) => result === wanted).length;

/** What is known to be odd about a setting and can be taken away, from the last look: null where it may have changed since. */
export const knownOddity = (found: Findings | null, channel: Channel, setting: string): string | null => {
  if (!found || found.of !== lookedAt(channel)) return null;
  const check = found.checks.find((each) => each.setting === setting && each.remedy?.kind === 'clean-setting');
  return check?.detail ?? null;
};

/** `here`: the bench and its paths; `address`: one that is called or calls, with the name that the platform gives it. */
export type CheckGroup = {
  readonly key: string;
  readonly kind: 'here' | 'settings' | 'address';
  readonly name: string;
  readonly checks: readonly ChannelCheck[];
};

const placeOf = ({ id, title }: ChannelCheck): Omit<CheckGroup, 'checks'> => {
  const [kind = '', which = ''] = id.split('.');
  if (kind === 'address') return { key: `address ${which}`, kind: 'address', name: title.replace(/: [^:]*$/, '') };
  if (kind === 'fit' || kind === 'setting' || kind === 'settings')
    return { key: 'settings', kind: 'settings', name: '' };
  return { key: 'here', kind: 'here', name: '' };
};

/** The checks that belong together, in the order in which a person would go through them. */
export const checkGroups = (checks: readonly ChannelCheck[]): readonly CheckGroup[] => {
  const groups = new Map<string, CheckGroup>();
  for (const check of checks) {
    const place = placeOf(check);
    // Under the name of its address a layer needs only its own.
    const shown = place.kind === 'address' ? { ...check, title: check.title.slice(place.name.length + 2) } : check;
    const group = groups.get(place.key) ?? { ...place, checks: [] };
    groups.set(place.key, { ...group, checks: [...group.checks, shown] });
  }
  return [...groups.values()];
};
