import { createTokenCrypto } from '#main/io/token-crypto.ts';
import { kore } from '#shared/platforms/kore/index.ts';
import type { PlatformContext } from '#shared/platforms/platform.ts';
import type { JsonObject } from '#shared/text/json.ts';

/** 2026-01-01, so that tokens without an end or with one in 2100 are valid and those of 2020 are not. */
export const now = 1_767_225_600_000;

/** A setting of the demo channel that is a text. */
const demoText = (name: string): string => {
  const value = kore.demo.settings[name];
  if (typeof value !== 'string') throw new TypeError(`The demo channel has no text named ${name}.`);
  return value;
};

export const botId = demoText('botId');
export const clientId = demoText('clientId');
export const secret = demoText('clientSecret');

/** The demo channel with other settings on top, real signatures and ids that count up. */
export const contextWith = (settings: JsonObject = {}): PlatformContext => {
  let count = 0;
  const id = (): string => `00000000-0000-4000-8000-${String((count += 1)).padStart(12, '0')}`;
  return { settings: { ...kore.demo.settings, ...settings }, stamp: { now, id }, tokens: createTokenCrypto() };
};
