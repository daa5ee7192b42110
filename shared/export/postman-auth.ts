import { bytesOf } from '#shared/exchange/body.ts';
import type { HeaderLines } from '#shared/exchange/raw-http.ts';
import { encodeBase64 } from '#shared/text/base64.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { filled, keyedTexts, type PostmanScope } from '#shared/export/postman-scope.ts';

type Authorised = { readonly headers: HeaderLines; readonly query: string };

/** What a request carries to authorise itself: of the ways that there are, those that need no talk with a server. */
export const postmanAuth = (auth: JsonObject | null, scope: PostmanScope): Authorised => {
  const { type } = auth ?? {};
  const values = new Map(auth && typeof type === 'string' ? keyedTexts(auth[type]) : []);
  const value = (name: string): string => filled(values.get(name) ?? '', scope);
  if (type === 'bearer') return inHeader('Authorization', `Bearer ${value('token')}`);
  if (type === 'basic')
    return inHeader('Authorization', `Basic ${encodeBase64(bytesOf(`${value('username')}:${value('password')}`))}`);
  if (type !== 'apikey' || value('key') === '') return { headers: [], query: '' };
  return value('in') === 'query'
    ? { headers: [], query: `${encodeURIComponent(value('key'))}=${encodeURIComponent(value('value'))}` }
    : inHeader(value('key'), value('value'));
};

const inHeader = (name: string, value: string): Authorised => ({
  headers: [[name, value.replaceAll(/[\r\n\0]+/g, ' ')]],
  query: '',
});
