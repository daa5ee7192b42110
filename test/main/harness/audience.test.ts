import { afterAll, beforeAll, expect, test } from 'vitest';
import { mask } from '#shared/channel/redact.ts';
import { HarnessError } from '#shared/contract/fault.ts';
import { openBench, type OpenBench } from '#test/main/open-bench.ts';

const secret = 'INVENTED-client-secret-7f3a91';

let bench: OpenBench;
let channelId = '';
let conversationId = '';
beforeAll(async () => {
  bench = await openBench();
  channelId = bench.session().channels[0]!.id;
  await bench.harness.changeChannel({ channelId, settings: { clientSecret: secret } });
  conversationId = (await bench.harness.startConversation({ channelId, userId: 'u-stage' })).conversationId;
  for (const text of ['hi', `my secret is ${secret} and ${Buffer.from(secret).toString('base64')}`]) {
    const { exchangeId } = await bench.harness.say({ conversationId, utterance: { kind: 'text', text } });
    await bench.until(({ exchanges }) =>
      exchanges.some(({ id, outcome }) => id === exchangeId && outcome.state !== 'pending'),
    );
  }
});
afterAll(() => bench.closeAndDelete());

test('a recording has what was said in order, and no secret in whatever form', async () => {
  const { messages } = await bench.harness.readRecording({ conversationId });
  const raw = await bench.harness.listMessages({ conversationId, limit: 1000 });
  expect(messages.map(({ id, author }) => [id, author])).toEqual(
    raw.messages.toReversed().map(({ id, author }) => [id, author]),
  );
  const texts = messages.flatMap(({ content }) => (content.kind === 'text' ? [content.text] : []));
  expect(texts[0]).toBe('hi');
  expect(texts[1]).toMatch(new RegExp(`^my secret is ${mask} and `));
  expect(JSON.stringify(messages)).not.toMatch(new RegExp(`${secret}|${Buffer.from(secret).toString('base64')}`));
});

test('the exchange of a message shows heads, bodies and the verdict, but no token and no secret', async () => {
  const { messages } = await bench.harness.readRecording({ conversationId });
  for (const { exchangeId } of messages) {
    const wire = await bench.harness.readShownWire({ exchangeId });
    expect(wire).toMatchObject({ method: 'POST', verdict: 'trusted', outcome: { state: 'answered', status: 200 } });
    const authorization = wire.request.headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1];
    expect(authorization).toMatch(new RegExp(`${mask}$`));
    expect(JSON.parse(wire.request.body)).toBeTruthy();
    expect(JSON.stringify(wire)).not.toMatch(new RegExp(`${secret}|\\bey[\\w-]{10,}`));
  }
});

test('notes of a presenter are kept with the conversation, and without a text they are none', async () => {
  const notes = () => bench.session().shelf.notes;
  await bench.harness.keepPresenterNotes({ conversationId, text: 'Say hello first.' });
  await bench.harness.keepPresenterNotes({ conversationId, text: 'Say hello first. Wait for it.' });
  await bench.until(({ shelf }) => shelf.notes.at(-1)?.text === 'Say hello first. Wait for it.');
  expect(notes()).toHaveLength(1);
  await bench.harness.keepPresenterNotes({ conversationId, text: '' });
  await bench.until(({ shelf }) => shelf.notes.length === 0);
});

test('what is not there any more is refused', async () => {
  const codeOf = (asked: Promise<unknown>) =>
    asked.then(
      () => null,
      (error: unknown) => (error instanceof HarnessError ? error.fault.code : 'bug'),
    );
  expect(await codeOf(bench.harness.readRecording({ conversationId: 'c/nobody' }))).toBe('conversation.unknown');
  expect(await codeOf(bench.harness.readShownWire({ exchangeId: 999_999 }))).toBe('exchange.unknown');
});
