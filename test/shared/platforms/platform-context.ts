import { createTokenCrypto } from '#main/io/token-crypto.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import { createMemory } from '#shared/platforms/memory.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import type { JsonObject } from '#shared/text/json.ts';

/** 2026-01-01, so that tokens without an end or with one in 2100 are valid and those of 2020 are not. */
export const now = 1_767_225_600_000;

/** The demo channel of a platform with other settings on top, both ends ours, real signatures, an empty memory and ids that count up. */
export const contextOf = (
  platform: Platform,
  settings: JsonObject = {},
  over: Partial<PlatformContext> = {},
): PlatformContext => {
  let count = 0;
  const id = (): string => `00000000-0000-4000-8000-${String((count += 1)).padStart(12, '0')}`;
  return {
    settings: { ...platform.demo.settings, ...settings },
    plays: platform.demo.plays,
    stamp: { now, id },
    tokens: createTokenCrypto(),
    memory: createMemory(),
    addresses: { own: 'http://127.0.0.1:4700', otherEnd: 'http://127.0.0.1:4700' },
    defects: new Set(),
    ...over,
  };
};
