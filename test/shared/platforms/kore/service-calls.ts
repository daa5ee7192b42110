import { expect } from 'vitest';
import { bytesOf, textOf } from '#shared/exchange/body.ts';
import type { HeaderLines, RawRequest } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Reading } from '#shared/platforms/dispatch.ts';
import { exampleTokens } from '#shared/platforms/kore/example-tokens.ts';
import { readService, serviceRoutes } from '#shared/platforms/kore/services.ts';
import { matchRoute } from '#shared/platforms/route.ts';
import { isJsonObject } from '#shared/text/json.ts';
import { contextWith } from '#test/shared/platforms/kore/kore-context.ts';

export const channelToken: HeaderLines = [['Authorization', `bearer ${exampleTokens.valid}`]];
export const apiToken: HeaderLines = [['auth', exampleTokens.valid]];

export type Sent = {
  readonly headers?: HeaderLines;
  readonly json?: unknown;
  readonly body?: string;
  readonly type?: string;
};

export const requestOf = (
  method: string,
  target: string,
  { headers = channelToken, json, body, type }: Sent,
): RawRequest => ({
  method,
  target,
  headers: [...headers, ['Content-Type', type ?? 'application/json']],
  body: bytesOf(body ?? (json === undefined ? '' : JSON.stringify(json))),
});

export const call = async (
  method: string,
  target: string,
  sent: Sent = {},
  context: PlatformContext = contextWith(),
): Promise<Reading> => {
  const request = requestOf(method, target, sent);
  expect(
    serviceRoutes.some((route) => matchRoute(route, request)),
    target,
  ).toBe(true);
  const reading = await readService(request, context);
  if (!reading) throw new Error(`Nothing serves ${target}.`);
  return reading;
};

export const replyOf = ({ next }: Reading) => {
  if (next.kind !== 'reply') throw new Error('This is no reply.');
  const text = textOf(next.reply.body).text;
  const body: unknown = text === '' ? {} : JSON.parse(text);
  return { status: next.reply.status, headers: next.reply.headers, body: isJsonObject(body) ? body : {} };
};
export const rulesOf = ({ findings }: Reading) => findings.map((each) => each.rule);

const boundary = 'invented-boundary';
export const multipart = (...parts: readonly (readonly [name: string, value: string, fileName?: string])[]): Sent => ({
  type: `multipart/form-data; boundary=${boundary}`,
  body: `${parts
    .map(([name, value, fileName]) => {
      const file = fileName === undefined ? '' : `; filename="${fileName}"\r\nContent-Type: image/png`;
      return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`;
    })
    .join('')}--${boundary}--\r\n`,
});

/** A field of a reply that has to be a text. */
export const textIn = (reading: Reading, name: string): string => {
  const value = replyOf(reading).body[name];
  if (typeof value !== 'string') throw new TypeError(`The reply has no text named ${name}.`);
  return value;
};
