import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { HarnessError } from '#shared/contract/fault.ts';
import type { CommandInput } from '#shared/contract/harness.ts';
import { koreDemo } from '#shared/platforms/kore/demo.ts';
import type { Session } from '#shared/session/state.ts';
import { decodeJwt } from '#shared/trust/jwt.ts';
import { openBench, type OpenBench } from '#test/main/open-bench.ts';

let bench: OpenBench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.closeAndDelete());

type Wanted = CommandInput<'savePayload'>;
const { botId, clientSecret } = koreDemo.settings as Readonly<Record<string, string>>;
const isQuiet = (session: Session): boolean => session.exchanges.every((each) => each.outcome.state !== 'pending');
const payload = (over: Partial<Wanted> = {}): Wanted => ({
  name: 'Hi',
  folder: 'smoke/kore',
  channelId: null,
  method: 'POST',
  url: 'http://127.0.0.1/hook?token=abc&x',
  headers: [['X-Key', 'my-own-key']],
  body: { text: '{"secret":"in the body"}' },
  sign: 'as-is',
  withVariables: true,
  ...over,
});
const shown = () => bench.session().shelf.payloads;
const refusal = (done: Promise<unknown>) =>
  done.then(
    () => null,
    (error: HarnessError) => error.fault,
  );

/** One exchange of the channel, sent as the demo user’s first words. */
const said = async (channelId: string) => {
  const { conversationId } = await bench.harness.startConversation({ channelId });
  const { exchangeId } = await bench.harness.say({ conversationId, utterance: { kind: 'text', text: 'hi' } });
  await bench.until((each) => each.exchanges.some(({ id }) => id === exchangeId) && isQuiet(each));
  return exchangeId;
};

describe('a request that is saved', () => {
  test('is there after a restart, whole, and a screen is told neither headers nor bodies', async () => {
    const { id } = await bench.harness.savePayload(payload());
    expect(await bench.harness.readPayload({ id })).toEqual({ id, ...payload() });
    await expect.poll(shown).toEqual([
      {
        id,
        name: 'Hi',
        folder: 'smoke/kore',
        channelId: null,
        method: 'POST',
        url: 'http://127.0.0.1/hook?token=••••••&x',
        sign: 'as-is',
        withVariables: true,
      },
    ]);
    await bench.close();
    bench = await openBench({ folder: bench.folder });
    expect(await bench.harness.readPayload({ id })).toEqual({ id, ...payload() });
    expect(JSON.stringify(bench.session())).not.toMatch(/my-own-key|in the body|abc/);
  });

  test('lies in a file that only its owner can read', async () => {
    await bench.harness.savePayload(payload());
    expect((await stat(join(bench.folder, 'shelf.json'))).mode & 0o777).toBe(0o600);
  });

  test('is renamed, moved, replaced and removed', async () => {
    const { id } = await bench.harness.savePayload(payload());
    await bench.harness.movePayload({ id, folder: '' });
    await bench.harness.movePayload({ id, name: 'Hello' });
    await expect.poll(() => shown().map((each) => [each.folder, each.name])).toEqual([['', 'Hello']]);
    await bench.harness.savePayload({ id, ...payload({ method: 'PUT' }) });
    await expect.poll(() => shown().map((each) => each.method)).toEqual(['PUT']);
    const other = await bench.harness.savePayload(payload({ name: 'Other' }));
    const { undoId } = await bench.harness.removePayload({ id });
    await expect.poll(() => shown().map((each) => each.id)).toEqual([other.id]);
    await bench.harness.undo({ undoId });
    await expect.poll(() => shown().map((each) => each.id)).toEqual([id, other.id]);
    await bench.harness.removePayload({ id });
    await expect.poll(() => shown().map((each) => each.id)).toEqual([other.id]);
    expect((await refusal(bench.harness.readPayload({ id })))?.code).toBe('payload.unknown');
    expect((await refusal(bench.harness.movePayload({ id, name: 'x' })))?.code).toBe('payload.unknown');
  });

  test('has a bound: its own size, and the size of all together', async () => {
    const large = { text: 'a'.repeat(1024 * 1024) };
    const refused = await refusal(bench.harness.savePayload(payload({ body: { text: `${large.text}a` } })));
    expect(refused?.issues).toEqual([{ path: '/body', message: 'must be at most 1 MB' }]);
    for (let count = 0; count < 31; count += 1) await bench.harness.savePayload(payload({ body: large }));
    expect((await refusal(bench.harness.savePayload(payload({ body: large }))))?.code).toBe('shelf.full');
    expect(await refusal(bench.harness.savePayload(payload()))).toBe(null);
  });

  test.each(['/a', 'a/', 'a//b', 'a\nb'])('lies in no folder named %j', async (folder) => {
    const refused = await refusal(bench.harness.savePayload(payload({ folder })));
    expect(refused?.issues?.[0]).toMatchObject({ path: '/folder' });
  });
});

describe('a credential', () => {
  test('of a captured request is left out, and made anew when it is sent', async () => {
    const exchangeId = await said('kore-demo');
    const { id } = await bench.harness.saveExchange({ exchangeId, name: 'Hi', folder: '' });
    const saved = await bench.harness.readPayload({ id });
    expect(saved).toMatchObject({ sign: 're-sign', channelId: 'kore-demo', withVariables: false });
    const token = saved.headers.find(([name]) => name.toLowerCase() === 'authorization')![1].split(' ')[1]!;
    const { payload: claims, signature } = decodeJwt(token);
    expect([typeof claims.json?.['sub'], signature.text]).toEqual(['string', '']);
    const { request } = await bench.harness.readExchange({ id: exchangeId });
    const signed = request.headers.find(([name]) => name.toLowerCase() === 'authorization')![1];
    expect(await readFile(join(bench.folder, 'shelf.json'), 'utf8')).not.toContain(signed.split('.').at(-1));

    const { id: _id, name: _name, folder: _folder, ...edited } = saved;
    const sent = await bench.harness.sendRequest({ ...edited, of: exchangeId, timeLimit: 10 });
    const { exchanges } = await bench.until(
      (each) =>
        each.exchanges.some((one) => one.id === sent.exchangeId && one.outcome.state !== 'pending') && isQuiet(each),
    );
    expect(exchanges.find((each) => each.id === sent.exchangeId)?.outcome).toEqual({ state: 'answered', status: 200 });
  });

  test('that is a text in the path or the body gives way to a word', async () => {
    await bench.harness.changeChannel({ channelId: 'snatchbot-demo', settings: { feature: 'api-channel' } });
    const snatchbot = await bench.harness.saveExchange({
      exchangeId: await said('snatchbot-demo'),
      name: 'A',
      folder: '',
    });
    const { url, sign } = await bench.harness.readPayload(snatchbot);
    expect([url, sign]).toEqual([expect.stringMatching(/\/apscredential(\?|$)/), 're-sign']);
    await said('chatlayer-demo');
    const isTold = (each: Session['exchanges'][number]): boolean =>
      each.channelId === 'chatlayer-demo' && each.end === 'app' && each.direction === 'inbound';
    const { exchanges } = await bench.until((each) => each.exchanges.some(isTold) && isQuiet(each));
    const told = exchanges.find(isTold)!;
    const chatlayer = await bench.harness.saveExchange({ exchangeId: told.id, name: 'B', folder: '' });
    const { body } = await bench.harness.readPayload(chatlayer);
    expect('text' in body ? body.text : '').toContain('"verifyToken":"credential"');
  });

  test('stays where it is saved as it is, but no screen is told', async () => {
    const url = `http://h/hooks/${botId!}/${clientSecret!}?a=${clientSecret!}`;
    const { id } = await bench.harness.savePayload(payload({ url, headers: [['Authorization', 'Bearer a.b.c']] }));
    expect((await bench.harness.readPayload({ id })).url).toBe(url);
    await expect.poll(() => shown()[0]?.url).toBe(`http://h/hooks/${botId!}/••••••?a=••••••`);
  });

  test('of a request that is signed anew is left out, also behind a variable, and its own lines stay', async () => {
    const headers: Wanted['headers'] = [
      ['Host', 'bot.example'],
      ['Authorization', 'Bearer not-a-token'],
    ];
    const { id } = await bench.harness.savePayload(
      payload({ channelId: 'kore-demo', sign: 're-sign', url: `{{setting:host}}/chatbot/hooks/${botId!}`, headers }),
    );
    expect((await bench.harness.readPayload({ id })).headers).toEqual([
      ['Host', 'bot.example'],
      ['Authorization', 'Bearer credential'],
    ]);
  });
});
