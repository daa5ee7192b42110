import type { PlatformContext } from '#shared/platforms/context.ts';
import { isJsonObject } from '#shared/text/json.ts';

type Remembering = Pick<PlatformContext, 'memory'>;

/** FNV-1a (Fowler, Noll, Vo), 32 bits: the same payload is the same interaction each time. */
const hashOf = (text: string): number =>
  [...new TextEncoder().encode(text)].reduce(
    (hash, byte) => Math.imul(hash ^ byte, 0x01_00_01_93) >>> 0,
    0x81_1c_9d_c5,
  );

/** The id of an interaction for a payload: a payload of digits is one, any other gets seven digits that this channel remembers. */
export const moduleFor = (payload: string, title: string, { memory }: Remembering): string => {
  if (/^\d+$/.test(payload)) return payload;
  const id = String(1_000_000 + (hashOf(payload) % 9_000_000));
  memory.set(`module/${id}`, { title, payload });
  return id;
};

/** The payload that an interaction stands for, where its button has this title. Null where it was never offered so. */
export const payloadOfModule = (moduleId: string, title: string, { memory }: Remembering): string | null => {
  const offered = memory.get(`module/${moduleId}`);
  if (!isJsonObject(offered) || offered['title'] !== title) return null;
  const { payload } = offered;
  return typeof payload === 'string' ? payload : null;
};
