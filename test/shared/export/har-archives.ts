import { fiddler, mitmproxy, postmanProxy } from './har-archives-of-proxies.ts';

/*
 * Archives as programs write them, each with what is peculiar to that program: invented by hand, after what is known of their fields.
 */

const pair = (name: string, value: string) => ({ name, value });

const chrome = {
  log: {
    version: '1.2',
    creator: { name: 'WebInspector', version: '537.36' },
    pages: [
      {
        startedDateTime: '2026-03-01T09:15:02.771Z',
        id: 'page_7',
        title: 'https://shop.example/help?lang=ko',
        pageTimings: { onContentLoad: 412.118_000_000_000_05, onLoad: 980.5 },
      },
    ],
    entries: [
      {
        _connectionId: '1187',
        _initiator: {
          type: 'script',
          stack: {
            callFrames: [
              {
                functionName: 'send',
                scriptId: '31',
                url: 'https://shop.example/a.js',
                lineNumber: 4,
                columnNumber: 1,
              },
            ],
            parent: null,
          },
        },
        _priority: 'High',
        _resourceType: 'fetch',
        cache: {},
        connection: '443',
        pageref: 'page_7',
        request: {
          method: 'POST',
          url: 'https://shop.example/api/messages?draft=%7B1%7D&empty=&plain',
          httpVersion: 'http/2.0',
          headers: [
            pair(':authority', 'shop.example'),
            pair(':method', 'POST'),
            pair(':path', '/api/messages?draft=%7B1%7D&empty=&plain'),
            pair(':scheme', 'https'),
            pair('accept', '*/*'),
            pair('content-length', '17'),
            pair('content-type', 'application/json'),
            pair('cookie', 'a=1; b=two words'),
          ],
          queryString: [pair('draft', '%7B1%7D'), pair('empty', ''), pair('plain', '')],
          cookies: [
            {
              name: 'a',
              value: '1',
              path: '/',
              domain: 'shop.example',
              expires: '2027-03-01T09:15:02.771Z',
              httpOnly: true,
              secure: true,
              sameSite: 'Lax',
            },
            {
              name: 'b',
              value: 'two words',
              path: '/',
              domain: '.example',
              expires: '2027-03-01T09:15:02.771Z',
              httpOnly: false,
              secure: false,
            },
          ],
          headersSize: -1,
          bodySize: 17,
          postData: { mimeType: 'application/json', text: '{"text":"안녕"}' },
        },
        response: {
          status: 200,
          statusText: '',
          httpVersion: 'http/2.0',
          headers: [
            pair('set-cookie', 's=1; Path=/'),
            pair('set-cookie', 't=2; HttpOnly'),
            pair('content-type', 'application/json; charset=utf-8'),
          ],
          cookies: [
            { name: 's', value: '1', path: '/', expires: '2027-01-01T00:00:00.000Z', httpOnly: false, secure: false },
            { name: 't', value: '2', httpOnly: true, secure: false },
          ],
          content: {
            size: 15,
            mimeType: 'application/json',
            compression: -21,
            text: 'eyJpZCI6MTIzNDV9Cg==',
            encoding: 'base64',
          },
          redirectURL: '',
          headersSize: -1,
          bodySize: -1,
          _transferSize: 211,
          _error: null,
          _fetchedViaServiceWorker: false,
        },
        serverIPAddress: '198.51.100.7',
        startedDateTime: '2026-03-01T09:15:03.004Z',
        time: 61.219_999_999_999_34,
        timings: {
          blocked: 2.1,
          dns: 0,
          ssl: 10.4,
          connect: 21.4,
          send: 0.2,
          wait: 35.9,
          receive: 1.619_999,
          _blocked_queueing: 1.2,
          _workerStart: -1,
        },
      },
      {
        _resourceType: 'websocket',
        _webSocketMessages: [
          { type: 'send', time: 1_772_356_503.1, opcode: 1, data: '{"hello":1}' },
          { type: 'receive', time: 1_772_356_503.2, opcode: 2, data: 'AAEC' },
        ],
        cache: {},
        pageref: 'page_7',
        request: {
          method: 'GET',
          url: 'wss://shop.example/live',
          httpVersion: 'HTTP/1.1',
          headers: [pair('Host', 'shop.example'), pair('Upgrade', 'websocket')],
          queryString: [],
          cookies: [],
          headersSize: 71,
          bodySize: 0,
        },
        response: {
          status: 101,
          statusText: 'Switching Protocols',
          httpVersion: 'HTTP/1.1',
          headers: [pair('Upgrade', 'websocket')],
          cookies: [],
          content: { size: 0, mimeType: 'x-unknown' },
          redirectURL: '',
          headersSize: 88,
          bodySize: 0,
          _transferSize: 88,
        },
        startedDateTime: '2026-03-01T09:15:03.050Z',
        time: 9.5,
        timings: { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait: 9.5, receive: 0 },
      },
      {
        cache: {
          beforeRequest: {
            expires: '2026-03-02T00:00:00.000Z',
            lastAccess: '2026-03-01T00:00:00.000Z',
            eTag: '"x"',
            hitCount: 3,
          },
          afterRequest: null,
        },
        request: {
          method: 'GET',
          url: 'https://cdn.example/x.js',
          httpVersion: '',
          headers: [],
          queryString: [],
          cookies: [],
          headersSize: -1,
          bodySize: 0,
        },
        response: {
          status: 0,
          statusText: '',
          httpVersion: '',
          headers: [],
          cookies: [],
          content: { size: 0, mimeType: 'x-unknown' },
          redirectURL: '',
          headersSize: -1,
          bodySize: -1,
          _transferSize: 0,
          _error: 'net::ERR_BLOCKED_BY_CLIENT',
        },
        startedDateTime: '2026-03-01T09:15:03.060Z',
        time: 0.4,
        timings: { blocked: 0.4, dns: -1, connect: -1, ssl: -1, send: 0, wait: 0, receive: 0 },
      },
    ],
  },
};

const firefox = {
  log: {
    version: '1.2',
    creator: { name: 'Firefox', version: '151.0' },
    browser: { name: 'Firefox', version: '151.0' },
    pages: [
      {
        id: 'page_1',
        pageTimings: { onContentLoad: -1, onLoad: -1 },
        startedDateTime: '2026-03-01T18:15:03.004+09:00',
        title: '도움말',
      },
    ],
    entries: [
      {
        startedDateTime: '2026-03-01T18:15:03.004+09:00',
        request: {
          bodySize: 23,
          method: 'POST',
          url: 'https://shop.example/login',
          httpVersion: 'HTTP/3',
          headers: [
            pair('Host', 'shop.example'),
            pair('Content-Type', 'application/x-www-form-urlencoded'),
            pair('Content-Length', '23'),
          ],
          cookies: [],
          queryString: [],
          headersSize: 402,
          postData: {
            mimeType: 'application/x-www-form-urlencoded',
            params: [pair('name', 'a b'), pair('word', 'c&d=é')],
            text: 'name=a+b&word=c%26d%3D%C3%A9',
          },
        },
        response: {
          status: 302,
          statusText: 'Found',
          httpVersion: 'HTTP/3',
          headers: [pair('location', 'https://shop.example/home'), pair('set-cookie', 'one=1; Path=/\ntwo=2; Path=/')],
          cookies: [
            { name: 'one', value: '1', path: '/' },
            { name: 'two', value: '2', path: '/' },
          ],
          content: { mimeType: 'text/html; charset=utf-8', size: 0, text: '' },
          redirectURL: 'https://shop.example/home',
          headersSize: 211,
          bodySize: 211,
        },
        cache: {
          afterRequest: {
            expires: '2026-03-02T00:00:00.000Z',
            fetchCount: 2,
            lastAccess: '2026-03-01T00:00:00.000Z',
            eTag: '',
            hitCount: 2,
            _dataSize: '800',
            _lastModified: '',
            _device: 'disk',
          },
        },
        timings: { blocked: 0, dns: 0, connect: 12, ssl: 9, send: 0, wait: 30, receive: 0 },
        time: 51,
        _securityState: 'secure',
        serverIPAddress: '2001:db8::7',
        connection: '443',
        pageref: 'page_1',
      },
    ],
  },
};

const safari = {
  log: {
    version: '1.2',
    creator: { name: 'WebKit Web Inspector', version: '1.0' },
    pages: [
      {
        startedDateTime: '2026-03-01T09:15:03.004Z',
        id: 'page_0',
        title: 'https://shop.example/',
        pageTimings: { onContentLoad: 271.1, onLoad: 300.2 },
        _domContentReady: 1,
      },
    ],
    entries: [
      {
        pageref: 'page_0',
        startedDateTime: '2026-03-01T09:15:03.004Z',
        time: 103.2,
        request: {
          method: 'GET',
          url: 'https://shop.example/logo.png#top',
          httpVersion: 'h2',
          cookies: [],
          headers: [pair('User-Agent', 'Mozilla/5.0 (Macintosh)')],
          queryString: [],
          headersSize: 120,
          bodySize: 0,
        },
        response: {
          status: 200,
          statusText: 'OK',
          httpVersion: 'h2',
          cookies: [],
          headers: [pair('Content-Type', 'image/png')],
          content: { size: 8, compression: 0, mimeType: 'image/png', text: 'iVBORw0KGgo=', encoding: 'base64' },
          redirectURL: '',
          headersSize: 50,
          bodySize: 8,
          _transferSize: 58,
        },
        cache: {},
        timings: { blocked: 1, dns: -1, connect: -1, ssl: -1, send: 0.1, wait: 100, receive: 2.1 },
        serverIPAddress: '198.51.100.8',
        _serverPort: 443,
        _fetchType: 'Network Load',
        _priority: 'low',
      },
    ],
  },
};

/** By the program whose style it is. */
export const archives = { chrome, firefox, safari, mitmproxy, fiddler, 'Postman’s proxy': postmanProxy };
