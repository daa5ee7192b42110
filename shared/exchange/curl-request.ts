import { bytesOf } from '#shared/exchange/body.ts';
import { completeHeaders, type HeaderLines } from '#shared/exchange/raw-http.ts';
import { authorityOf, readAddress, type WrittenRequest } from '#shared/exchange/written-request.ts';
import { encodeBase64 } from '#shared/text/base64.ts';

/** What the options of a curl command have said so far. */
export type CurlParts = {
  readonly urls: string[];
  method: string | null;
  /** As they were written: `Name: value`, `Name:` takes one away, `Name;` sends it empty. */
  readonly headers: string[];
  /** Joined with & but where it is glued. */
  readonly pieces: { readonly bytes: Uint8Array; readonly isGlued: boolean }[];
  readonly form: { readonly name: string; readonly value: string; readonly type?: string }[];
  readonly query: string[];
  readonly cookies: string[];
  user: string | null;
  bearer: string | null;
  isGet: boolean;
  isHead: boolean;
  isJson: boolean;
};

/** The same in each run, unlike curl's: nobody compares it. */
const boundary = '------------------------hookbench0000000000';

/** The request that these parts make, as curl's manual says; refuses none or several addresses, and other schemes than http(s). */
export const curlRequest = (parts: CurlParts): WrittenRequest => {
  const [url, ...more] = parts.urls;
  if (url === undefined) return { ok: false, problem: 'The command names no address.' };
  if (more.length > 0)
    return { ok: false, problem: 'The command names several addresses: is a value not in quotes? Paste one request.' };
  const address = readAddress(/^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? url : `http://${url}`);
  if (!address)
    return { ok: false, problem: 'The address has to begin with http:// or https://, without spaces in it.' };
  const data = joined(parts.pieces);
  const isForm = parts.form.length > 0;
  const body = isForm ? multipart(parts.form) : parts.isGet ? new Uint8Array() : data;
  const inQuery = [...parts.query, ...(parts.isGet && data.byteLength > 0 ? [new TextDecoder().decode(data)] : [])];
  const target = inQuery.reduce((all, each) => `${all}${all.includes('?') ? '&' : '?'}${each}`, address.target);
  const hasBody = isForm || (parts.pieces.length > 0 && !parts.isGet);
  const method = parts.method ?? (parts.isHead ? 'HEAD' : hasBody ? 'POST' : 'GET');
  const headers = headersOf(parts, hasBody ? contentType(parts, isForm) : null, address.user);
  const request = { method, headers, body };
  return {
    ok: true,
    origin: address.origin,
    request: { ...request, target, headers: completeHeaders(request, authorityOf(address.origin)) },
  };
};

const contentType = ({ isJson }: CurlParts, isForm: boolean): string => {
  if (isForm) return `multipart/form-data; boundary=${boundary}`;
  return isJson ? 'application/json' : 'application/x-www-form-urlencoded';
};

/** Those that curl adds by itself, where none of the same name was given, then the given ones in their order. */
const headersOf = (parts: CurlParts, type: string | null, userOfUrl: string | null): HeaderLines => {
  const given = parts.headers.map(headerLine);
  const isNamed = (name: string): boolean => given.some(([each]) => each.toLowerCase() === name);
  const user = parts.user ?? (userOfUrl === null ? null : decoded(userOfUrl));
  const credential =
    parts.bearer === null
      ? user === null
        ? null
        : `Basic ${encodeBase64(bytesOf(user.includes(':') ? user : `${user}:`))}`
      : `Bearer ${parts.bearer}`;
  const own: HeaderLines = [
    ...(credential === null ? [] : [['Authorization', credential] as const]),
    ['Accept', parts.isJson ? 'application/json' : '*/*'],
    ...(parts.cookies.length === 0 ? [] : [['Cookie', parts.cookies.join('; ')] as const]),
    ...(type === null ? [] : [['Content-Type', type] as const]),
  ];
  const sent = given.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
  return [...own.filter(([name]) => !isNamed(name.toLowerCase())), ...sent];
};

/** A header as `-H` has it; null as its value: it is taken away. */
const headerLine = (text: string): readonly [name: string, value: string | null] => {
  const colon = text.indexOf(':');
  if (colon < 0) return [text.replace(/;\s*$/, '').trim(), text.trimEnd().endsWith(';') ? '' : null];
  const value = text.slice(colon + 1).trim();
  return [text.slice(0, colon).trim(), value === '' ? null : value];
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const joined = (pieces: CurlParts['pieces']): Uint8Array => {
  const ampersand = bytesOf('&');
  const all = pieces.flatMap(({ bytes, isGlued }, index) => [...(index > 0 && !isGlued ? [ampersand] : []), bytes]);
  const whole = new Uint8Array(all.reduce((sum, each) => sum + each.byteLength, 0));
  let at = 0;
  for (const each of all) {
    whole.set(each, at);
    at += each.byteLength;
  }
  return whole;
};

const escaped = (name: string): string => name.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22');

const multipart = (fields: CurlParts['form']): Uint8Array => {
  const parts = fields.map(
    ({ name, value, type }) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(name)}"\r\n${
        type === undefined ? '' : `Content-Type: ${type}\r\n`
      }\r\n${value}\r\n`,
  );
  return bytesOf(`${parts.join('')}--${boundary}--\r\n`);
};
