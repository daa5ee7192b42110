// Archives as proxies write them: invented by hand, after what is known of their fields.

const pair = (name: string, value: string) => ({ name, value });

export const mitmproxy = {
  log: {
    version: '1.2',
    creator: { name: 'mitmproxy', version: '12.1', comment: '' },
    pages: [],
    entries: [
      {
        startedDateTime: '2026-03-01T09:15:03.004512+00:00',
        time: 41.2,
        request: {
          method: 'PUT',
          url: 'http://bot.example:8080/hook',
          httpVersion: 'HTTP/1.1',
          cookies: [],
          headers: [pair('Host', 'bot.example:8080'), pair('X-Twice', '1'), pair('x-twice', '2'), pair('X-Empty', '')],
          queryString: [],
          headersSize: 91,
          bodySize: 3,
          postData: { mimeType: '', text: 'a\r\n', params: [] },
        },
        response: {
          status: 204,
          statusText: 'No Content',
          httpVersion: 'HTTP/1.1',
          cookies: [],
          headers: [],
          content: { size: 0, compression: 0, mimeType: '', text: '' },
          redirectURL: '',
          headersSize: 20,
          bodySize: 0,
        },
        cache: {},
        timings: { connect: 10.1, ssl: -1.0, send: 0.4, receive: 0.2, wait: 30.5 },
        serverIPAddress: '198.51.100.9',
      },
    ],
  },
};

export const fiddler = {
  log: {
    comment: 'exported @ 01/03/2026 18:20:00',
    version: '1.2',
    creator: { name: 'Fiddler', version: '5.0.20261', comment: 'https://fiddler2.com' },
    pages: [],
    entries: [
      {
        startedDateTime: '2026-03-01T18:15:03.0041127+09:00',
        time: 12,
        comment: '[#14]',
        request: {
          method: 'POST',
          url: 'http://bot.example/files',
          httpVersion: 'HTTP/1.1',
          cookies: [],
          headers: [pair('Content-Type', 'multipart/form-data; boundary=xyz')],
          queryString: [],
          headersSize: 80,
          bodySize: 61,
          postData: {
            mimeType: 'multipart/form-data; boundary=xyz',
            params: [{ name: 'f', value: 'hi', fileName: 'a.txt', contentType: 'text/plain' }, pair('note', 'x')],
          },
        },
        response: {
          status: 500,
          statusText: 'Internal Server Error',
          httpVersion: 'HTTP/1.1',
          cookies: [],
          headers: [pair('Content-Length', '4')],
          content: { size: 4, compression: 0, mimeType: '', text: 'oops', comment: 'Body was short' },
          redirectURL: '',
          headersSize: 60,
          bodySize: 4,
        },
        cache: {},
        timings: { dns: 0, connect: 0, ssl: 0, send: 0, wait: 11, receive: 1, comment: 'ServerGotRequest' },
        connection: 'ClientPort:50012;EgressPort:50013',
        serverIPAddress: '198.51.100.10',
      },
    ],
  },
};

export const postmanProxy = {
  log: {
    version: '1.2',
    creator: { name: 'Postman Proxy', version: '11.0' },
    _session: { id: 'f2c1', tags: ['a', null, true, 1.5] },
    entries: [
      {
        startedDateTime: '2026-03-01T09:15:03Z',
        time: 8,
        request: {
          method: 'DELETE',
          url: 'https://api.example/items/{id}?q=a b',
          httpVersion: 'HTTP/1.1',
          headers: [{ name: 'Authorization', value: 'Bearer x.y.z', comment: 'inherited' }],
          cookies: [],
          queryString: [{ name: 'q', value: 'a b', comment: 'typed' }],
          headersSize: -1,
          bodySize: -1,
          comment: 'sent twice',
        },
        response: {
          status: 200,
          statusText: 'OK',
          httpVersion: 'HTTP/1.1',
          headers: [],
          cookies: [],
          content: { size: 3, mimeType: 'text/plain', text: '\ud800x' },
          redirectURL: '',
          headersSize: -1,
          bodySize: -1,
        },
        cache: {},
        timings: { send: 1, wait: 6, receive: 1 },
        __proto_like: { constructor: 1 },
      },
    ],
  },
};
