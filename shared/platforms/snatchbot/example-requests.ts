import { bytesOf } from '#shared/exchange/body.ts';
import type { RawRequest } from '#shared/exchange/raw-http.ts';

const bot = '48213';
const urlencoded = [['Content-Type', 'application/x-www-form-urlencoded']] as const;
const json = [['Content-Type', 'application/json']] as const;

const post = (target: string, headers: RawRequest['headers'], body: string): RawRequest => ({
  method: 'POST',
  target,
  headers,
  body: bytesOf(body),
});

/** A notification as the vendor’s sample has it, to the letter: the apostrophe behind the time is in it. */
export const sampleNotification =
  '{ "time": "2017-07-13T13:47:06.763Z\'", "data": "\\"awesome\\"", "ip": "159.203.77.62" }';

const boundary = '----invented4f1c';
const parts = (fields: readonly (readonly [string, string])[]): string =>
  fields
    .map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join('') + `--${boundary}--\r\n`;

const asked = 'bot_id=48213&user_id=user.7kQLaUOl&module_id=4200&channel=web+chat&incoming_message=';

/** The address of the demo channel; its secret says of itself that it is not real. */
export const channelPath = `/channels/api/api/id${bot}/apphookbenchdemo/apsNOTaREALsecretINVENTEDforHOOKBENCH01`;

/** Requests as they are on the wire, written from the vendor’s pages and from public programs, not by our own writers. */
export const requests = {
  notification: (body: string, headers: RawRequest['headers'] = json) =>
    post(`/snatchbot/webhook/${bot}`, headers, body),
  notificationForm: (body: string) => post(`/snatchbot/webhook/${bot}`, urlencoded, body),
  verify: (feature: 'webhook' | 'json-api', method: 'GET' | 'HEAD'): RawRequest => ({
    method,
    target: `/snatchbot/${feature}/${bot}`,
    headers: [],
    body: bytesOf(''),
  }),
  asking: (message: string) => post(`/snatchbot/json-api/${bot}`, urlencoded, asked + message),
  askingWithQuery: (message: string) => post(`/snatchbot/json-api/${bot}?type=setCity`, urlencoded, asked + message),
  askingForm: (body: string) => post(`/snatchbot/json-api/${bot}`, urlencoded, body),
  askingJson: (body: string) => post(`/snatchbot/json-api/${bot}`, json, body),
  askingByGet: (message: string): RawRequest => ({
    method: 'GET',
    target: `/snatchbot/json-api/${bot}?${asked}${message}`,
    headers: [],
    body: bytesOf(''),
  }),
  askingMultipart: (message: string) =>
    post(
      `/snatchbot/json-api/${bot}`,
      [['Content-Type', `multipart/form-data; boundary=${boundary}`]],
      parts([
        ['bot_id', bot],
        ['user_id', 'user.7kQLaUOl'],
        ['module_id', '4200'],
        ['channel', 'web chat'],
        ['incoming_message', message],
      ]),
    ),
  toBot: (body: string, over: { readonly path?: string; readonly query?: string; readonly type?: string } = {}) =>
    post(
      `${over.path ?? channelPath}${over.query ?? '?user_id=u-42'}`,
      over.type === '' ? [] : [['Content-Type', over.type ?? 'application/json']],
      body,
    ),
  poll: (query: string): RawRequest => ({ method: 'GET', target: channelPath + query, headers: [], body: bytesOf('') }),
} as const;
