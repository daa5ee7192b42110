import { deflateSync, gzipSync } from 'node:zlib';
import { fault } from '#shared/contract/fault.ts';
import type { HeaderLines } from '#shared/exchange/raw-http.ts';
import type { Content } from '#shared/exchange/message.ts';
import type { ExportedExchange } from '#shared/export/exported.ts';
import { conversationOf, exchangeOf, type Made } from './exchanges.ts';
import type { Contents } from './written.ts';

export const base64 = (text: string): string => Buffer.from(text).toString('base64');
export const base64Url = (text: string): string => Buffer.from(text).toString('base64url');
export const hex = (text: string): string => Buffer.from(text).toString('hex');
/** RFC 4648 §6, by its bits. */
export const base32 = (text: string): string => {
  const bits = Array.from(Buffer.from(text), (byte) => byte.toString(2).padStart(8, '0')).join('');
  const signs = bits.match(/.{1,5}/g) ?? [];
  const letters = signs.map((each) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.charAt(Number.parseInt(each.padEnd(5, '0'), 2)),
  );
  return letters.join('').padEnd(Math.ceil(letters.length / 8) * 8, '=');
};
export const jwt = (claims: object, signature = 'c2lnbmF0dXJlLW9mLXRlc3Q', header: object = { alg: 'HS256' }): string =>
  `${base64Url(JSON.stringify(header))}.${base64Url(JSON.stringify(claims))}.${signature}`;
const entities = (text: string): string =>
  text.replaceAll(/[&<>"'/+.-]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
const inLines = (text: string): string => base64(text).replaceAll(/.{76}/g, '$&\r\n');

const json: HeaderLines = [['Content-Type', 'application/json']];
const form: HeaderLines = [['Content-Type', 'application/x-www-form-urlencoded']];

const withSummary = (summary: Partial<ExportedExchange['exchange']['summary']>, made: Made = {}): ExportedExchange => {
  const { exchange, ...bodies } = exchangeOf(made);
  return { ...bodies, exchange: { ...exchange, summary: { ...exchange.summary, ...summary } } };
};

/** Where a value can hide in an exchange. Each gets the value and gives an exchange that holds it. */
export const places: Readonly<Record<string, (value: string) => Made>> = {
  // The address.
  'a query': (value) => ({ target: `/hook?x=${encodeURIComponent(value)}` }),
  'the name of a parameter': (value) => ({ target: `/hook?${encodeURIComponent(value)}=x` }),
  'a query, encoded twice': (value) => ({ target: `/hook?x=${encodeURIComponent(encodeURIComponent(`/${value}/`))}` }),
  'base64 in a query': (value) => ({ target: `/hook?state=${encodeURIComponent(base64(`{"n":"${value}"}`))}` }),
  'JSON in a query': (value) => ({ target: `/hook?payload=${encodeURIComponent(JSON.stringify({ a: [value] }))}` }),
  'base32 in a query': (value) => ({ target: `/hook?x=${base32(`an ${value}`).replaceAll('=', '')}` }),
  'a fragment': (value) => ({
    response: { status: 302, headers: [['Location', `/cb#access_token=${encodeURIComponent(value)}&state=x`]] },
  }),
  'the path': (value) => ({ target: `/users/${encodeURIComponent(value)}/hook` }),
  'base64url in the path': (value) => ({ target: `/state/${base64Url(`of ${value} end`)}` }),
  'a file name in the path': (value) => ({ target: `/files/${encodeURIComponent(value)}.pdf` }),
  'a token in a query': (value) => ({ target: `/hook?t=${jwt({ x: [`a ${value}`] })}` }),
  // Headers.
  'a header': (value) => ({ headers: [['X-Note', `see ${value}.`]] }),
  'the name of a header': (value) => ({ headers: [[value, 'x']] }),
  'a header, percent-encoded': (value) => ({
    headers: [['Referer', `http://a.example/?q=${encodeURIComponent(`: ${value}`)}`]],
  }),
  'a header, in base64': (value) => ({ headers: [['X-State', base64(`state ${value} end`)]] }),
  'a header, in base64url without padding': (value) => ({ headers: [['X-State', base64Url(`state? ${value}`)]] }),
  'a cookie': (value) => ({ headers: [['Cookie', `a=b; session=${value}`]] }),
  'a cookie of JSON in base64': (value) => ({
    headers: [['Cookie', `s=${base64(JSON.stringify({ u: { id: value } }))}`]],
  }),
  'a cookie that is set': (value) => ({ response: { status: 200, headers: [['Set-Cookie', `s=${value}; Path=/`]] } }),
  Basic: (value) => ({ headers: [['Authorization', `Basic ${base64(`me:${value}`)}`]] }),
  Bearer: (value) => ({ headers: [['Authorization', `Bearer ${value}`]] }),
  Digest: (value) => ({ headers: [['Authorization', `Digest username="${value}", realm="x", response="0a"`]] }),
  'the realm of a refusal': (value) => ({
    response: { status: 401, headers: [['WWW-Authenticate', `Basic realm="for ${value}"`]] },
  }),
  'where an answer leads to': (value) => ({
    response: { status: 302, headers: [['Location', `/u/${encodeURIComponent(value)}#${encodeURIComponent(value)}`]] },
  }),
  'the file name of an answer': (value) => ({
    response: {
      status: 200,
      headers: [['Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(value)}.pdf`]],
    },
  }),
  'the reason of an answer': (value) => ({
    more: {
      response: {
        status: 400,
        reason: `No ${value}`,
        httpVersion: '1.1',
        headers: [],
        bodyBytes: 0,
        isTruncated: false,
      },
    },
  }),
  // Tokens.
  'the claims of a token': (value) => ({ headers: [['Authorization', `bearer ${jwt({ note: value })}`]] }),
  'the header of a token': (value) => ({
    headers: [['Authorization', `bearer ${jwt({}, undefined, { alg: 'HS256', kid: value })}`]],
  }),
  'a signature': (value) => ({ headers: [['Authorization', `bearer ${jwt({}, base64Url(value))}`]] }),
  'a token in JSON': (value) => ({ body: JSON.stringify({ t: jwt({ x: { y: value } }) }) }),
  'a token in a token': (value) => ({ headers: [['X-T', jwt({ act: jwt({ name: value }) })]] }),
  // Bodies.
  'the body as JSON': (value) => ({ headers: json, body: JSON.stringify({ deep: [{ er: value }] }) }),
  'a name in JSON': (value) => ({ headers: json, body: JSON.stringify({ [`k ${value}`]: 1 }) }),
  'a word in JSON': (value) => ({ headers: json, body: JSON.stringify({ text: `I am ${value}, hi` }) }),
  'JSON in JSON': (value) => ({
    headers: json,
    body: JSON.stringify({ data: JSON.stringify({ a: JSON.stringify([value]) }) }),
  }),
  'a name in JSON in JSON': (value) => ({ body: JSON.stringify({ data: JSON.stringify({ [`x ${value}`]: 1 }) }) }),
  'JSON with escapes': (value) => ({
    body: `{"a":"${Array.from(value, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"}`,
  }),
  'base64 in JSON': (value) => ({ headers: json, body: JSON.stringify({ a: base64(`xx${value}yy`) }) }),
  'base64url in JSON': (value) => ({ headers: json, body: JSON.stringify({ a: base64Url(`??>${value}~~`) }) }),
  'base64 of JSON in base64': (value) => ({
    body: JSON.stringify({ a: base64(JSON.stringify({ b: base64(`-${value}-`) })) }),
  }),
  'base64 in lines': (value) => ({
    body: `Content-Transfer-Encoding: base64\r\n\r\n${inLines(`${'filler '.repeat(7)}${value} ${'filler '.repeat(20)}`)}`,
  }),
  'base32 in JSON': (value) => ({ body: JSON.stringify({ a: base32(`xx${value}`), b: base32(value).toLowerCase() }) }),
  'hex in JSON': (value) => ({ body: JSON.stringify({ a: hex(`x ${value}`) }) }),
  'hex in capitals': (value) => ({ body: `digest ${hex(value).toUpperCase()}` }),
  'a form': (value) => ({ body: `a=1&b=${encodeURIComponent(value)}&c=`, headers: form }),
  'JSON in a form': (value) => ({ body: `payload=${encodeURIComponent(JSON.stringify({ x: value }))}` }),
  'base64 of JSON in a form': (value) => ({
    body: `payload=${encodeURIComponent(base64(JSON.stringify({ x: value })))}`,
    headers: form,
  }),
  'a part of a form': (value) => ({
    body: `--b\r\nContent-Disposition: form-data; name="x"\r\n\r\n${value}\r\n--b--\r\n`,
  }),
  'a part of JSON': (value) => ({
    body: `--b\r\nContent-Disposition: form-data; name="j"\r\nContent-Type: application/json\r\n\r\n{"a":"${value}"}\r\n--b--\r\n`,
  }),
  'the name of a part': (value) => ({
    body: `--b\r\nContent-Disposition: form-data; name="of ${value}"\r\n\r\n1\r\n--b--\r\n`,
  }),
  'the name of a file': (value) => ({
    body: `--b\r\nContent-Disposition: form-data; name="f"; filename="${value}.txt"\r\n\r\nhi\r\n--b--\r\n`,
  }),
  'broken JSON': (value) => ({ headers: json, body: `{"a": "${value}", b: ${value}, ` }),
  'lines of JSON': (value) => ({ body: `{"a":1}\n{"b":"${value}"}\n` }),
  'a table of commas': (value) => ({ body: `id,name\r\n1,"${value}"\r\n` }),
  XML: (value) => ({ body: `<a b="${entities(value)}"><c>${entities(value)}</c><![CDATA[${value}]]></a>` }),
  HTML: (value) => ({ response: { status: 200, body: `<p title="${value}">for ${value}</p><!-- ${value} -->` } }),
  'a text that is encoded here and there': (value) => ({
    body: `x=${value.replaceAll(/[aeiou]/g, (sign) => `%${hex(sign)}`)}`,
  }),
  capitals: (value) => ({ body: `"${value.toUpperCase()}"` }),
  'a data address': (value) => ({ body: JSON.stringify({ url: `data:text/plain;base64,${base64(value)}` }) }),
  'an address with a password': (value) => ({ body: JSON.stringify({ url: `https://me:${value}@a.example/` }) }),
  'an address in JSON': (value) => ({
    body: JSON.stringify({ next: `https://a.example/x?cursor=${encodeURIComponent(value)}` }),
  }),
  'the answer': (value) => ({ response: { status: 200, body: JSON.stringify({ said: value }) } }),
  // What was found out.
  'a finding': (value) => ({
    more: { findings: [{ severity: 'info', rule: 'x', summary: `It says ${value}.`, at: `body /${value}` }] },
  }),
  'the verdict': (value) => ({
    more: {
      verdict: {
        state: 'refused',
        because: `Refused: ${value} is not it.`,
        fix: `Use another than ${value}.`,
        checks: [{ id: 'x', title: 'X', result: 'fail', detail: `It was ${value}.` }],
        credential: { kind: 'text', at: `query ${value}` },
      },
    },
  }),
  'the examination': (value) => ({
    more: {
      verdict: {
        state: 'refused',
        because: 'Refused.',
        checks: [],
        examination: {
          state: 'refused',
          causes: [
            {
              code: 'jwt.alg.none',
              because: `As ${value}.`,
              proof: `With ${value}.`,
              fix: `Not ${value}.`,
              certainty: 'proven',
            },
          ],
          bytes: { arrived: `${base64Url(`{"a":"${value}"}`)}.x`, signed: value, rewriting: `of ${value}` },
        },
      },
    },
  }),
};

/** Where no placeholder can stand: the whole is left out. */
export const unseenPlaces: typeof places = {
  'bytes that are no text': (value) => ({ body: Buffer.concat([Buffer.of(0xff, 0), Buffer.from(value)]) }),
  'UTF-16': (value) => ({ body: Buffer.from(value, 'utf16le') }),
  'a compressed body': (value) => ({ body: gzipSync(value), headers: [['Content-Encoding', 'gzip']] }),
  'a compressed body that does not say so': (value) => ({ body: deflateSync(value) }),
};

const says = (content: Content): Contents => ({ conversations: [conversationOf(content)] });

/** Where a value can hide in what is told besides: each gives the contents of a bundle. */
export const otherPlaces: Readonly<Record<string, (value: string) => Contents>> = {
  'the origin': (value) => ({ exchanges: [withSummary({ origin: `https://${encodeURIComponent(value)}.example` })] }),
  'the other side': (value) => ({ exchanges: [withSummary({ remote: value })] }),
  'the method': (value) => ({ exchanges: [withSummary({ method: value })] }),
  'the sentence of a row': (value) => ({ exchanges: [withSummary({ note: `Because of ${value}.` })] }),
  'the name of a rule': (value) => ({ exchanges: [withSummary({ rule: `for ${value}` })] }),
  'why it failed': (value) => ({
    exchanges: [
      withSummary(
        { outcome: { state: 'failed', fault: fault('target.refused', { host: `${value}.example` }) } },
        { response: null },
      ),
    ],
  }),
  'a note on it': (value) => ({
    exchanges: [{ ...exchangeOf(), mark: { exchangeId: 1, isPinned: true, colour: 'red', note: `ask ${value}` } }],
  }),
  'the id of a conversation': (value) => ({
    exchanges: [withSummary({ conversationId: `c1/${encodeURIComponent(value)}` })],
  }),
  'a text that is said': (value) =>
    says({
      kind: 'text',
      text: `I am ${value}`,
      spans: [{ text: `I am ${value}`, url: `https://a.example/${encodeURIComponent(value)}` }],
    }),
  'what a button sends': (value) =>
    says({
      kind: 'buttons',
      text: '',
      buttons: [{ title: 'x', action: { kind: 'postback', payload: JSON.stringify({ to: value }) } }],
    }),
  'what a quick reply sends': (value) =>
    says({
      kind: 'quick-replies',
      text: '',
      replies: [
        {
          title: `for ${value}`,
          payload: base64(value),
          imageUrl: `https://a.example/?u=${encodeURIComponent(value)}`,
        },
      ],
    }),
  'a card': (value) =>
    says({
      kind: 'carousel',
      cards: [{ title: 'x', subtitle: value, url: `https://a.example/?u=${encodeURIComponent(value)}`, buttons: [] }],
    }),
  'a list': (value) =>
    says({
      kind: 'list',
      cards: [],
      buttons: [{ title: value, action: { kind: 'url', url: `https://a.example/${encodeURIComponent(value)}` } }],
    }),
  'a file that is sent': (value) =>
    says({
      kind: 'media',
      media: 'file',
      url: `https://a.example/${encodeURIComponent(value)}.pdf`,
      title: `${value}.pdf`,
    }),
  'a table': (value) => says({ kind: 'table', columns: ['who', value], rows: [[value, 'x']] }),
  'a form that is filled in': (value) =>
    says({
      kind: 'form',
      formId: 'f',
      title: `For ${value}`,
      fields: [{ id: value, label: value, type: 'choice', isRequired: false, options: [{ title: 'x', value }] }],
      submit: value,
    }),
  'something that happened': (value) => says({ kind: 'event', name: 'joined', detail: value }),
  'what nobody can draw': (value) => says({ kind: 'unknown', label: 'card', source: JSON.stringify({ a: value }) }),
};
