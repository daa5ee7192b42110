import { formatMoment } from '#renderer/kit/format.ts';
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

/** What is supposed, as the beginning of a sentence. */
export const supposedWords = ({ at, algorithm, keysOf }: Supposed, channels: readonly Channel[]): string => {
  const parts = [
    at !== undefined && `the clock stood at ${formatMoment(at)}`,
    algorithm !== undefined && `the channel used ${algorithm}`,
    keysOf !== undefined && `it had the keys of ${channels.find(({ id }) => id === keysOf)?.name ?? 'another channel'}`,
  ].filter((each) => each !== false);
  return `Hypothetical: if ${parts.join(' and ')}`;
};

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
