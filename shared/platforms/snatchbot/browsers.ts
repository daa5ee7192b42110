import type { RawRequest, RawResponse } from '#shared/exchange/raw-http.ts';
import type { SnatchBotSettings } from './settings.ts';

const anyOrigin = ['Access-Control-Allow-Origin', '*'] as const;

/** The answer to a page that asks for leave (Fetch standard, CORS preflight). */
export const preflightReply: RawResponse = {
  status: 204,
  reason: '',
  headers: [
    ['Access-Control-Allow-Methods', 'GET, POST, OPTIONS'],
    ['Access-Control-Allow-Headers', 'Content-Type'],
  ],
  body: new Uint8Array(),
};

/** The reply as a page of any origin may read it, where the channel lets browsers in. */
export const forBrowsers = (reply: RawResponse, { letsBrowsersIn }: SnatchBotSettings): RawResponse =>
  letsBrowsersIn ? { ...reply, headers: [...reply.headers, anyOrigin] } : reply;

export const asksForLeave = ({ method }: RawRequest, { letsBrowsersIn }: SnatchBotSettings): boolean =>
  letsBrowsersIn && method === 'OPTIONS';
