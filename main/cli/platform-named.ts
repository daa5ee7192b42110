import type { Platform } from '#shared/platforms/platform.ts';
import { platforms } from '#shared/platforms/registry.ts';
import { refused } from './refused.ts';

/** By its id or its name, without case; refuses with those that there are. */
export const platformNamed = (name: string): Platform => {
  const wanted = name.toLowerCase();
  const found = platforms.find((each) => each.id === wanted || each.name.toLowerCase() === wanted);
  if (found) return found;
  const ids = platforms.map(({ id }) => id).join(', ');
  throw refused(`There is no platform ${name}. The platforms are: ${ids}.`);
};
