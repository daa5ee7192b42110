import { mostEnvironments } from '#shared/channel/channel.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import { createMemory } from '#shared/platforms/memory.ts';
import { openChannel, type OpenChannel, type OpenEnvironment } from './open-channel.ts';

/** The channel with one more environment: a copy of the active one, under its own name and with nothing remembered. */
export const withEnvironment = (channel: OpenChannel, id: string, name: string): OpenChannel => {
  const { environments, stored } = channel;
  checkRoom(channel, id, name);
  const active = environmentOf(channel, stored.environmentId);
  return withAll(channel, [...environments, { ...active, id, name, memory: createMemory() }]);
};

export const withEnvironmentNamed = (channel: OpenChannel, id: string, name: string): OpenChannel => {
  environmentOf(channel, id);
  checkName(channel, id, name);
  return withAll(
    channel,
    channel.environments.map((each) => (each.id === id ? { ...each, name } : each)),
  );
};

/** Refuses with `environment.active` the one that is active: then the channel would have no values. */
export const withoutEnvironment = (channel: OpenChannel, id: string): OpenChannel => {
  const { name } = environmentOf(channel, id);
  if (id === channel.stored.environmentId) throw new HarnessError(fault('environment.active', { environment: name }));
  return withAll(
    channel,
    channel.environments.filter((each) => each.id !== id),
  );
};

/** The channel with an environment that it had, in its place. Refuses where there is no room any more, or another one has its name now. */
export const withEnvironmentAgain = (channel: OpenChannel, environment: OpenEnvironment, at: number): OpenChannel => {
  checkRoom(channel, environment.id, environment.name);
  return withAll(channel, channel.environments.toSpliced(at, 0, environment));
};

/** The channel with the values of this environment. */
export const inEnvironment = (channel: OpenChannel, id: string): OpenChannel => {
  environmentOf(channel, id);
  return openChannel({ ...channel, identity: { ...channel.stored, environmentId: id } });
};

export const environmentOf = ({ environments, stored }: OpenChannel, id: string): OpenEnvironment => {
  const found = environments.find((each) => each.id === id);
  if (!found) throw new HarnessError(fault('environment.unknown', { channel: stored.name }));
  return found;
};

const withAll = (channel: OpenChannel, environments: readonly OpenEnvironment[]): OpenChannel =>
  openChannel({ ...channel, identity: channel.stored, environments });

const checkRoom = (channel: OpenChannel, id: string, name: string): void => {
  checkName(channel, id, name);
  if (channel.environments.length >= mostEnvironments)
    throw refused(`${channel.stored.name} has ${String(mostEnvironments)} already`);
};

const checkName = ({ environments }: OpenChannel, id: string, name: string): void => {
  if (environments.some((each) => each.name === name && each.id !== id))
    throw refused('is the name of another one of this channel');
};

const refused = (message: string): HarnessError =>
  new HarnessError(
    fault('input.invalid', { problem: 'The environment could not be kept.' }, [{ path: '/name', message }]),
  );
