import type { CommandInput } from '#shared/contract/harness.ts';
import type { Channel } from '#shared/channel/channel.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { fieldsOf, type Field } from './settings-form.ts';

/** What is supposed to be otherwise; what is absent is as it was. */
export type Supposed = NonNullable<CommandInput<'examine'>['whatIf']>;

/** The algorithms that the platform of a channel lets one choose from; none where it signs nothing. */
export const algorithmsOf = (platform: Pick<Platform, 'settings'> | undefined): Field['choices'] =>
  platform
    ? (fieldsOf(platform.settings, '/settings').find(({ name, kind }) => name === 'algorithm' && kind === 'choice')
        ?.choices ?? [])
    : [];

/** The other channels of the same platform: their keys may have been used by mistake. */
export const siblingsOf = (channel: Channel, channels: readonly Channel[]): readonly Channel[] =>
  channels.filter(({ id, platformId }) => id !== channel.id && platformId === channel.platformId);

/** A supposition with a part changed; undefined takes it back. */
export const supposing = <Name extends keyof Supposed>(
  before: Supposed,
  name: Name,
  value: Supposed[Name] | undefined,
): Supposed => {
  const { [name]: _, ...rest } = before;
  return value === undefined ? rest : { ...rest, [name]: value };
};

export const isReal = (supposed: Supposed): boolean => Object.keys(supposed).length === 0;

/** A moment as a date-time field holds it: local time to the second. */
export const fieldOfMoment = (at: number): string => {
  const offset = new Date(at).getTimezoneOffset() * 60_000;
  return new Date(at - offset).toISOString().slice(0, 19);
};

/** The moment that a date-time field holds; null where it holds none. */
export const momentOfField = (written: string): number | null => {
  const at = new Date(written).getTime();
  return Number.isFinite(at) ? at : null;
};
