import * as fc from 'fast-check';
import { Value } from 'typebox/value';
import { expect, test } from 'vitest';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import type { Harness } from '#shared/contract/harness.ts';
import { issuesOf } from '#shared/contract/input-issues.ts';
import { answer, connectHarness, type ReplyFrame } from '#shared/contract/transport.ts';
import { commands } from '#shared/contract/harness.ts';

const unexpected = (): never => {
  throw new Error('was not expected to be called');
};

const harnessWith = (some: Partial<Harness>): Harness =>
  new Proxy(some, { get: (target, name) => Reflect.get(target, name) ?? unexpected }) as Harness;

const reply = (some: Partial<Harness>, frame: unknown): Promise<ReplyFrame> =>
  answer(harnessWith(some), () => 'i-1')(frame);

test('a command travels as its name and input and comes back as its output', async () => {
  const harness = harnessWith({ say: async ({ conversationId }) => ({ exchangeId: conversationId.length }) });
  const connected = connectHarness({ call: answer(harness, unexpected), watch: unexpected });
  await expect(connected.say({ conversationId: 'abc', utterance: { kind: 'text', text: 'hi' } })).resolves.toEqual({
    exchangeId: 3,
  });
});

test('a fault is thrown again at the asking end with its code, sentence and next step', async () => {
  const gone = fault('exchange.unknown', { id: 7 });
  const harness = harnessWith({
    readExchange: async () => {
      throw new HarnessError(gone);
    },
  });
  const connected = connectHarness({ call: answer(harness, unexpected), watch: unexpected });
  await expect(connected.readExchange({ id: 7 })).rejects.toMatchObject({ fault: gone, message: gone.message });
});

test('a bug crosses as its incident number only', async () => {
  const frame = await reply(
    { stopListening: () => Promise.reject(new Error('the secret is hunter2')) },
    { command: 'stopListening', input: {} },
  );
  expect(frame).toEqual({ ok: false, fault: fault('bug', { incident: 'i-1' }) });
  expect(JSON.stringify(frame)).not.toContain('hunter2');
});

test.each([null, 3, 'say', [], {}, { command: 5, input: {} }])('%j is not a call', async (frame) => {
  expect(await reply({}, frame)).toMatchObject({ ok: false, fault: { code: 'input.invalid' } });
});

test.each(['nope', 'subscribe', '__proto__', 'constructor', 'toString', ''])(
  'the command %j is unknown',
  async (command) => {
    expect(await reply({}, { command, input: {} })).toMatchObject({ ok: false, fault: { code: 'command.unknown' } });
  },
);

test('bad input never reaches the harness and names each field that is wrong', async () => {
  const frame = await reply({}, { command: 'addChannel', input: { name: '', plays: { app: 1 }, 'a/b': 1 } });
  expect(frame).toMatchObject({ ok: false, fault: { code: 'input.invalid' } });
  const paths = frame.ok ? [] : (frame.fault.issues ?? []).map((each) => each.path);
  expect(paths).toEqual(
    expect.arrayContaining(['/platformId', '/botId', '/settings', '/name', '/plays/app', '/plays/platform', '/a~1b']),
  );
  expect(paths).not.toContain('');
});

test('a hostile input is refused with a short answer', () => {
  const input = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`field${String(index)}`, index]));
  const issues = issuesOf(commands.stopListening.input, input);
  expect(issues.length).toBeGreaterThan(0);
  expect(issues.length).toBeLessThan(50);
});

test('a value has issues exactly when its schema refuses it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(commands)), fc.jsonValue(), ({ input }, value) => {
      expect(issuesOf(input, value).length === 0).toBe(Value.Check(input, value));
    }),
  );
});
