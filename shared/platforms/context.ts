import type { PlayedEnds } from '#shared/channel/channel.ts';
import type { Memory } from '#shared/platforms/memory.ts';
import type { JsonObject } from '#shared/text/json.ts';
import type { TokenCrypto } from '#shared/trust/token-crypto.ts';

/** Time and randomness, handed in: `now` in whole milliseconds since 1970, `id` a fresh lower-case UUID at each call. */
export type Stamp = { readonly now: number; readonly id: () => string };

/** Scheme and authority, as in `http://127.0.0.1:4700`. */
export type Addresses = {
  /** Where this bench listens; null while it does not. */
  readonly own: string | null;
  /** Where the other end listens when this bench plays that one too; null: the real one, whose address is a setting. */
  readonly otherEnd: string | null;
};

/** What every function of a platform is told. `settings` are the channel's, secrets included, already valid by the schema. */
export type PlatformContext = {
  readonly settings: JsonObject;
  readonly plays: PlayedEnds;
  readonly stamp: Stamp;
  readonly tokens: TokenCrypto;
  readonly memory: Memory;
  readonly addresses: Addresses;
  /** The ids of the defects that are switched on. */
  readonly defects: ReadonlySet<string>;
};
