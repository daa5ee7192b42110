import { bytesOf } from '#shared/exchange/body.ts';
import type { HeaderLines, RawRequest } from '#shared/exchange/raw-http.ts';

export const form: HeaderLines = [['Content-Type', 'application/x-www-form-urlencoded']];
export const json: HeaderLines = [['Content-Type', 'application/json']];

export const request = (method: string, target: string, headers: HeaderLines = [], body = ''): RawRequest => ({
  method,
  target,
  headers,
  body: bytesOf(body),
});

export const secret = 'NOTaREALsecretINVENTEDforHOOKBENCH01';
export const channel = `/channels/api/api/id48213/apphookbenchdemo/aps${secret}`;
