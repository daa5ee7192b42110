import type { Channel } from '#shared/channel/channel.ts';
import { secretsIn } from '#shared/channel/channel-settings.ts';
import { redact } from '#shared/channel/redact.ts';
import { bytesOf, textOf } from '#shared/exchange/body.ts';
import { headerValue, type HeaderLines } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import { createMemory } from '#shared/platforms/memory.ts';
import { secretFieldsOf, type Platform } from '#shared/platforms/platform.ts';
import { encodeBase64Url } from '#shared/text/base64.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { parseJson, writeJson } from '#shared/text/parse-json.ts';

/** As much of a channel as a preview needs. */
export type PreviewedChannel = Pick<Channel, 'settings' | 'secretsSet'>;

const written = (value: unknown): string => encodeBase64Url(bytesOf(JSON.stringify(value)));

/** Signs nothing and takes everything: what is previewed goes nowhere. */
const noTokens: PlatformContext['tokens'] = {
  sign: async (header, claims) => `${written(header)}.${written(claims)}.${written('preview')}`,
  isSignedBy: async () => true,
  keyProblem: async () => null,
  mac: async () => new Uint8Array(),
  isMac: async () => true,
};

/** 2026-01-01 in milliseconds since 1970. */
const someMoment = 1_767_225_600_000;

/** Where both ends of a previewed channel are. */
const nowhere = 'http://127.0.0.1:4700';

/** Only what an end would do with invented values: nothing of it is sent, kept or remembered. `settings` are those of `inventedSettings`. */
export const inventedContext = (settings: JsonObject, addresses: PlatformContext['addresses']): PlatformContext => {
  let count = 0;
  return {
    settings,
    plays: { platform: true, app: true },
    stamp: {
      now: someMoment,
      id: () => `00000000-0000-4000-8000-${String((count += 1)).padStart(12, '0')}`,
    },
    tokens: noTokens,
    memory: createMemory(),
    addresses,
    defects: new Set(),
  };
};

/** With both ends here, as they would talk to each other. */
export const bothEndsHere: PlatformContext['addresses'] = { own: nowhere, otherEnd: nowhere };

/** The settings of the channel with an invented secret in the place of each that it has: its own never reach a page. */
export const inventedSettings = (channel: PreviewedChannel, platform: Platform): JsonObject =>
  withInvented(channel, platform, (field) => channel.secretsSet.includes(field));

/** The same with every secret that there can be: so that what a channel lacks does not keep it from being previewed. */
export const completeInvented = (channel: PreviewedChannel, platform: Platform): JsonObject =>
  withInvented(channel, platform, () => true);

const withInvented = (
  channel: PreviewedChannel,
  { settings: schema, demo }: Platform,
  has: (field: string) => boolean,
): JsonObject => ({
  ...demo.settings,
  ...channel.settings,
  ...Object.fromEntries(
    secretFieldsOf(schema).map((field) => [
      field,
      has(field) ? demo.settings[field] || `invented-for-the-preview-of-${field}` : '',
    ]),
  ),
});

/** A head and a body as a person reads them: JSON is indented, and where a secret stands there is its mask. */
export const shownWire = (
  { headers, body }: { readonly headers: HeaderLines; readonly body: Uint8Array },
  { settings: schema }: Platform,
  settings: JsonObject,
): { readonly headers: HeaderLines; readonly body: string } => {
  const secrets = secretsOf(schema, settings);
  const { text } = textOf(body, headerValue(headers, 'content-type'));
  const parsed = parseJson(text);
  return {
    headers: headers.map(([name, value]) => [name, redact(value, secrets)] as const),
    body: redact(parsed.ok ? writeJson(parsed.value) : text, secrets),
  };
};

/** The path and query of a request, with the mask where a secret stands. */
export const shownTarget = (target: string, { settings: schema }: Platform, settings: JsonObject): string =>
  redact(target, secretsOf(schema, settings));

const secretsOf = (schema: Platform['settings'], settings: JsonObject): readonly string[] =>
  Object.values(secretsIn(schema, settings));
