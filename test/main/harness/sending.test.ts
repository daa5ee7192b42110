import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { HarnessError, InputIssue } from '#shared/contract/fault.ts';
import type { CommandInput } from '#shared/contract/harness.ts';
import { koreDemo } from '#shared/platforms/kore/demo.ts';
import type { Session } from '#shared/session/state.ts';
import { openBench, type OpenBench } from '#test/main/open-bench.ts';
import { answering, ok, target } from '#test/main/io/outbound-target.ts';

let bench: OpenBench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.closeAndDelete());

type Wanted = CommandInput<'sendRequest'>;
const { botId, clientSecret } = koreDemo.settings as Readonly<Record<string, string>>;
const isQuiet = (session: Session): boolean => session.exchanges.every((each) => each.outcome.state !== 'pending');
const wanted = (over: Partial<Wanted>): Wanted => ({
  channelId: null,
  of: null,
  method: 'POST',
  url: 'http://127.0.0.1/',
  headers: [],
  body: { text: '' },
  sign: 'as-is',
  withVariables: false,
  timeLimit: 10,
  ...over,
});
const closed = async (over: Partial<Wanted>) => {
  const { exchangeId } = await bench.harness.sendRequest(wanted(over));
  const { exchanges } = await bench.until(
    (each) =>
      each.exchanges.some(({ id, outcome }) => id === exchangeId && outcome.state !== 'pending') && isQuiet(each),
  );
  return exchanges.find(({ id }) => id === exchangeId)!;
};
const issues = async (over: Partial<Wanted>): Promise<readonly string[]> => {
  const refused = await bench.harness.sendRequest(wanted(over)).then(
    () => null,
    (error: HarnessError) => error.fault,
  );
  return refused?.issues?.map(({ path, message }: InputIssue) => `${path} ${message}`) ?? [refused?.code ?? 'sent'];
};

describe('a request that a person wrote', () => {
  test('goes out to the byte: order, case and duplicates of its lines, and its body', async () => {
    const there = await answering(ok);
    const body = Buffer.from([0, 255, 13, 10, 123]);
    const sent = await closed({
      method: 'PaTCH',
      url: `${there.origin}/a%2fb?x=1&x=%20`,
      headers: [
        ['x-B', '1'],
        ['X-a', 'é '],
        ['x-b', ''],
      ],
      body: { base64: body.toString('base64') },
    });
    expect(there.received[0]!.toString('latin1')).toBe(
      `PaTCH /a%2fb?x=1&x=%20 HTTP/1.1\r\nHost: 127.0.0.1:${String(there.port)}\r\nx-B: 1\r\nX-a: é \r\nx-b: \r\nContent-Length: 5\r\n\r\n${body.toString('latin1')}`,
    );
    expect(sent).toMatchObject({ direction: 'outbound', channelId: null, end: null, origin: there.origin });
    expect(sent.outcome).toEqual({ state: 'answered', status: 200 });
  });

  test('may tell its own host and length, right or wrong', async () => {
    const there = await answering(ok);
    const headers: Wanted['headers'] = [
      ['content-length', '2'],
      ['HOST', 'bot.example'],
    ];
    await closed({ url: there.origin, headers, body: { text: '{}{}' } });
    expect(there.received[0]!.toString('latin1')).toBe(
      'POST / HTTP/1.1\r\ncontent-length: 2\r\nHOST: bot.example\r\n\r\n{}{}',
    );
  });

  test('is kept as it went out, and says what the target did', async () => {
    const gone = await target((socket) => void socket.destroy());
    const sent = await closed({ url: `${gone.origin}/gone`, body: { text: 'hi' } });
    expect(sent.outcome).toMatchObject({ state: 'failed', fault: { code: 'target.reset' } });
    const { request, target: path } = await bench.harness.readExchange({ id: sent.id });
    expect([path, request.headers.map(([name]) => name)]).toEqual(['/gone', ['Host', 'Content-Length']]);
  });

  test('is refused beside the field that has to be changed, and nothing goes out', async () => {
    expect(await issues({ method: 'A B', url: 'x', headers: [['A', 'b\r\nC: d']] })).toEqual([
      '/method must be one word without spaces and separators, such as POST',
      '/url must begin with http:// or https:// and a host, and have no space in it',
      '/headers/0/1 must be one line',
    ]);
    expect(await issues({ sign: 're-sign' })).toEqual(['/sign needs a channel whose credential it is to get']);
    expect(bench.session().exchanges).toEqual([]);
  });
});

describe('variables', () => {
  test('are filled in here, secrets too, and a row shows no secret', async () => {
    const there = await answering(ok);
    const sent = await closed({
      channelId: 'kore-demo',
      url: `${there.origin}/{{setting:botId}}?s={{setting:clientSecret}}`,
      headers: [['X-Secret', '{{setting:clientSecret}}']],
      body: { text: '{"n":{{n}},"s":"{{setting:clientSecret}}","id":"{{uuid}}","at":"{{now}}"}' },
      withVariables: true,
    });
    const [head = '', body = ''] = there.received[0]!.toString('latin1').split('\r\n\r\n');
    expect(head).toContain(`/${botId}?s=${encodeURIComponent(clientSecret!)}`);
    expect(head).toContain(`X-Secret: ${clientSecret}`);
    expect(JSON.parse(body)).toEqual({
      n: 1,
      s: clientSecret,
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    });
    expect(JSON.stringify(sent)).not.toContain(clientSecret);
  });

  test('that there are not are refused with what is known, and no value is told', async () => {
    const [issue] = await issues({ channelId: 'kore-demo', url: 'http://h/{{setting:nope}}', withVariables: true });
    expect(issue).toMatch(
      /^\/url has a variable that is not known, \{\{setting:nope\}\}, at character 10\. Known are: now, .*setting:clientSecret/,
    );
    expect(issue).not.toContain(clientSecret);
    const [alone] = await issues({ url: 'http://h/{{setting:botId}}', withVariables: true });
    expect(alone).toMatch(/Known are: now, now\.ms, now\.s, uuid, n$/);
  });

  test('stay braces where they are not asked for', async () => {
    const there = await answering(ok);
    await closed({ url: there.origin, body: { text: '{{now}}' } });
    expect(there.received[0]!.toString('latin1').endsWith('\r\n\r\n{{now}}')).toBe(true);
  });
});

describe('a captured request that was edited', () => {
  const hooks = () => `${bench.url}/chatbot/hooks/${botId}`;
  const message = (text: string): string => `{ "message":{"text":"${text}"}, "from":{"id":"u-42"}, "n": 1.0 }`;
  const refused = async () => {
    await fetch(hooks(), { method: 'POST', headers: { authorization: 'Bearer a.b.c' }, body: message('hi') });
    const { exchanges } = await bench.until((each) => each.exchanges.length === 1 && isQuiet(each));
    return exchanges[0]!;
  };
  const edited = { channelId: 'kore-demo', headers: [['authorization', 'Bearer a.b.c']] } satisfies Partial<Wanted>;

  test('is never signed silently: as it is, it is refused again', async () => {
    const { id } = await refused();
    const sent = await closed({ ...edited, of: id, url: hooks(), body: { text: message('edited') } });
    expect(sent.outcome).toEqual({ state: 'answered', status: 401 });
  });

  test('is signed for the edited bytes where that is asked for, and no other byte changes', async () => {
    const { id } = await refused();
    const body = { text: message('edited') };
    const sent = await closed({ ...edited, of: id, url: hooks(), body, sign: 're-sign' });
    expect(sent).toMatchObject({ outcome: { state: 'answered', status: 200 }, channelId: 'kore-demo', end: 'app' });
    const { base64 } = await bench.harness.readBody({ id: sent.id, part: 'request', from: 0, length: 10_000 });
    expect(Buffer.from(base64, 'base64').toString()).toBe(body.text);
  });

  test('gets the verify token in its body where the credential stands there, and keeps every other byte', async () => {
    await bench.harness.changeChannel({ channelId: 'chatlayer-demo', settings: { verifyToken: 'verify-9Q' } });
    const there = await answering(ok);
    const before = '{ "verifyToken": "old", "big": 12345678901234567890, "message": {"type":"text"} }';
    await closed({ channelId: 'chatlayer-demo', url: `${there.origin}/mine`, body: { text: before }, sign: 're-sign' });
    const [, body = ''] = there.received[0]!.toString('latin1').split('\r\n\r\n');
    expect(body).toBe(before.replace('"old"', '"verify-9Q"'));
  });
});
