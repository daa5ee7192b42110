import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOf } from '#shared/exchange/body.ts';
import { readCurl } from '#shared/exchange/curl.ts';
import { headerValue, headerValues } from '#shared/exchange/raw-http.ts';

const read = (command: string) => {
  const found = readCurl(command);
  if (!found.ok) throw new Error(found.problem);
  return { ...found.request, origin: found.origin, text: textOf(found.request.body).text };
};
const problemOf = (command: string): string => {
  const found = readCurl(command);
  return found.ok ? '' : found.problem;
};

describe('the request of a curl command', () => {
  test('as a browser copies it: quotes, continued lines, headers in their order', () => {
    const found = read(
      [
        "curl 'https://bots.example.com/chatbot/hooks/st-1?x=%20y' \\",
        "  -H 'accept: */*' \\",
        "  -H 'Authorization: bearer eyJ.eyJ.sig' \\",
        "  -H 'content-type: application/json' \\",
        `  --data-raw $'{"text":"it\\'s \\u00fc \\u0021 \\xc3\\xa9 \\\\n"}' \\`,
        '  --compressed',
      ].join('\n'),
    );
    expect(found.origin).toBe('https://bots.example.com');
    expect(found.method).toBe('POST');
    expect(found.target).toBe('/chatbot/hooks/st-1?x=%20y');
    expect(found.text).toBe(`{"text":"it's ü ! é \\n"}`);
    expect(headerValue(found.headers, 'authorization')).toBe('bearer eyJ.eyJ.sig');
    expect(headerValue(found.headers, 'content-length')).toBe(String(found.body.byteLength));
    expect(headerValue(found.headers, 'host')).toBe('bots.example.com');
    expect(headerValues(found.headers, 'content-type')).toEqual(['application/json']);
  });

  test('short options run together, and values glued to them', () => {
    const found = read(`curl -sSLkXPUT -HX-A:1 -H "X-B: two words" -d'a=1' -d b=2 http://127.0.0.1:8080`);
    expect([found.method, found.target, found.text]).toEqual(['PUT', '/', 'a=1&b=2']);
    expect([headerValue(found.headers, 'x-a'), headerValue(found.headers, 'x-b')]).toEqual(['1', 'two words']);
    expect(headerValue(found.headers, 'content-type')).toBe('application/x-www-form-urlencoded');
  });

  test.each([
    ['curl http://a/b', 'GET', '/b', ''],
    ['curl a.example/b', 'GET', '/b', ''],
    ['curl -I http://a', 'HEAD', '/', ''],
    ['curl http://a?x=1#part', 'GET', '/?x=1', ''],
    ['curl -G http://a/b?c=1 -d d=2 --data-urlencode "e=f g&h"', 'GET', '/b?c=1&d=2&e=f%20g%26h', ''],
    ['curl --url http://a/b -d ""', 'POST', '/b', ''],
    ['curl http://a --json \'{"a":\' --json "1}"', 'POST', '/', '{"a":1}'],
    ["curl http://a --data-raw '@not-a-file'", 'POST', '/', '@not-a-file'],
    ["curl http://a --data-binary $'one\\ntwo\\t\\x41\\101'", 'POST', '/', 'one\ntwo\tAA'],
    ['curl http://a --data-urlencode "a/ü\'"', 'POST', '/', 'a%2F%C3%BC%27'],
    ['curl --url-query "a=b c" --url-query +raw http://a', 'GET', '/?a=b%20c&raw', ''],
    ['$ curl http://a -d x | jq .', 'POST', '/', 'x'],
    ['curl http://a -d x > out.json 2>&1', 'POST', '/', 'x'],
    ['curl -s -o /dev/null -w "%{http_code}" http://a -d "a\\"b\\$c"', 'POST', '/', 'a"b$c'],
    ['curl http://a -d x # a remark', 'POST', '/', 'x'],
    ['curl http://a -d "cost: 5 $"', 'POST', '/', 'cost: 5 $'],
    ["curl http://a -d 'it'\\''s'", 'POST', '/', "it's"],
    ["curl http://a -d $'\\ud83d\\ude00'", 'POST', '/', '😀'],
  ])('%s', (command, method, target, text) => {
    const found = read(command);
    expect([found.method, found.target, found.text]).toEqual([method, target, text]);
  });

  test('credentials of every option', () => {
    const authorization = (command: string) => headerValue(read(command).headers, 'authorization');
    expect(authorization('curl -u robin:pass:word http://a')).toBe('Basic cm9iaW46cGFzczp3b3Jk');
    expect(authorization('curl http://robin:p%40ss@a/')).toBe('Basic cm9iaW46cEBzcw==');
    expect(authorization('curl --oauth2-bearer abc http://a')).toBe('Bearer abc');
    expect(authorization("curl -u a:b -H 'authorization: Bearer own' http://a")).toBe('Bearer own');
    expect(headerValue(read('curl -b a=1 -b "b=2; c=3" http://a').headers, 'cookie')).toBe('a=1; b=2; c=3');
    expect(headerValue(read('curl -A me/1 http://a').headers, 'user-agent')).toBe('me/1');
  });

  test('a header without a value is taken away, one with a semicolon is sent empty', () => {
    const { headers } = read("curl http://a -d x -H 'Accept:' -H 'Content-Type:' -H 'X-Empty;'");
    expect(headerValues(headers, 'accept')).toEqual([]);
    expect(headerValues(headers, 'content-type')).toEqual([]);
    expect(headerValues(headers, 'x-empty')).toEqual(['']);
  });

  test('form fields become multipart/form-data', () => {
    const { headers, text } = read(`curl http://a -F 'name=Robin' -F 'data={"a":1};type=application/json'`);
    const boundary = /boundary=(\S+)/.exec(headerValue(headers, 'content-type') ?? '')?.[1] ?? 'none';
    expect(text.split(`--${boundary}`)).toEqual([
      '',
      '\r\nContent-Disposition: form-data; name="name"\r\n\r\nRobin\r\n',
      '\r\nContent-Disposition: form-data; name="data"\r\nContent-Type: application/json\r\n\r\n{"a":1}\r\n',
      '--\r\n',
    ]);
  });

  test('bytes that are no text stay as they are', () => {
    expect([...read("curl http://a --data-binary $'\\xff\\x00\\xfe'").body]).toEqual([255, 0, 254]);
  });
});

describe('what cannot be known is refused with a sentence', () => {
  test.each([
    ['curl http://a -d @body.json', /-d reads a file/],
    ['curl http://a --data-binary @-', /--data-binary reads a file/],
    ['curl http://a --data-urlencode name@file', /reads a file/],
    ['curl http://a -F file=@photo.png', /-F reads a file/],
    ['curl http://a -F file="<photo.png"', /-F reads a file/],
    ['curl -T file http://a', /-T reads a file/],
    ['curl -K config http://a', /-K reads a file/],
    ['curl -H @headers http://a', /-H reads a file/],
    ['curl -b cookies.txt http://a', /-b reads a file/],
    ['curl -n http://a', /-n reads a file/],
    ['curl http://a -d "$(cat x)"', /runs another command/],
    ['curl http://a -d `date`', /runs another command/],
    ['curl http://a -H "Authorization: Bearer $TOKEN"', /variable \(\$TOKEN\)/],
    ['curl http://a -H "Authorization: Bearer ${TOKEN}"', /variable \(\$TOKEN\)/],
    ['curl http://a < file', /reads from a file/],
    ['curl -u robin http://a', /ask for the password/],
    ['curl --digest -u a:b http://a', /talk with the server/],
    ['curl http://a --next http://b', /several requests/],
    ['curl http://a http://b', /several addresses/],
    ['curl -d x', /names no address/],
    ['curl ftp://a', /http:\/\/ or https:\/\//],
    ["curl 'http://a/b c'", /without spaces/],
    ['curl http://a --what-is-this', /option --what-is-this/],
    ['curl http://a -d', /needs a value/],
    ["curl 'http://a", /not closed/],
    ['curl "http://a', /not closed/],
    ["curl $'http://a", /not closed/],
    ['curl "http://a" ^\n -H "x: y"', /copied for the Windows/],
    ['wget http://a', /no curl command/],
  ])('%s', (command, sentence) => expect(problemOf(command)).toMatch(sentence));
});

describe('properties', () => {
  test('whatever comes, it answers and never throws', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom("'", '"', '\\', '$', "$'", '\n', ' -H ', ' -d ', ' -F ', ' http://a ', '\\x', '\\u', '|', '>'),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const found = readCurl(`curl ${pieces.join('')}`);
        expect(found.ok ? found.request.target : found.problem).not.toBe('');
      }),
    );
  });

  test('a body in single quotes comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (body) => {
        const quoted = `'${body.replaceAll("'", String.raw`'\''`)}'`;
        expect(read(`curl http://a --data-raw ${quoted}`).text).toBe(body.replace(/^\u{feff}/u, ''));
      }),
    );
  });
});
