import { firstEnvironment } from '#shared/channel/channel.ts';
import { secretsIn } from '#shared/channel/channel-settings.ts';
import type { OpenChannel } from './open-channel.ts';

/** Where the box has the secrets of an environment: that of the first one is where they were before there were others. */
const placeOf = (channelId: string, environmentId: string): string =>
  environmentId === firstEnvironment.id ? `${channelId}/` : `${channelId}/${environmentId}/`;

/** The secrets of a channel as the box keeps them, by a key that stays whichever environment is active. */
export const secretEntries = ({
  stored,
  platform,
  environments,
}: OpenChannel): readonly (readonly [string, string])[] =>
  environments.flatMap((each) =>
    Object.entries(secretsIn(platform.settings, each.settings)).map(
      ([field, value]) => [placeOf(stored.id, each.id) + field, value] as const,
    ),
  );

/** The secrets of an environment by the names of their settings. */
export const secretsOf = (
  channelId: string,
  environmentId: string,
  secrets: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> => {
  const place = placeOf(channelId, environmentId);
  return Object.fromEntries(
    Object.entries(secrets)
      .filter(([key]) => key.startsWith(place))
      .map(([key, value]) => [key.slice(place.length), value] as const)
      // What lies deeper belongs to another environment.
      .filter(([field]) => !field.includes('/')),
  );
};
