import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { HarnessError } from '#shared/contract/fault.ts';
import { commands, type CommandInput } from '#shared/contract/harness.ts';
import { issuesOf } from '#shared/contract/input-issues.ts';
import { plainText, type Utterance } from '#shared/exchange/message.ts';
import { chatlayer } from '#shared/platforms/chatlayer/index.ts';
import type { Session } from '#shared/session/state.ts';
import { openBench, type OpenBench } from '#test/main/open-bench.ts';

let bench: OpenBench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.closeAndDelete());

const isQuiet = (session: Session): boolean => session.exchanges.every((each) => each.outcome.state !== 'pending');
const hi: Utterance = { kind: 'text', text: 'hi' };

const talk = async (channelId: string, utterance: Utterance, as: CommandInput<'say'>['as'] = 'user') => {
  const { conversationId } = await bench.harness.startConversation({ channelId, userId: 'u-0123456789' });
  return bench.harness.say({ conversationId, as, utterance });
};
const words = ({ messages }: Session) => messages.map((each) => `${each.author}: ${plainText(each.content)}`);
const refusal = (done: Promise<unknown>): Promise<string> =>
  done.then(
    () => 'accepted',
    (error: HarnessError) => error.fault.code,
  );

describe('with both ends ours, a channel whose bot calls back', () => {
  test('tells each word once, in order, though both ends know it', async () => {
    await talk('chatlayer-demo', { kind: 'text', text: 'balance.savings' });
    const session = await bench.until((each) => each.messages.length >= 4 && isQuiet(each));
    expect(words(session).slice(0, 3)).toEqual([
      'user: balance.savings',
      'bot: Savings account ending in 0377',
      'bot: Balance: €18,250.00, with interest of €91.25 so far this year.',
    ]);
    expect(new Set(words(session)).size).toBe(words(session).length);
  });

  test('answers the caller first, and calls back after that', async () => {
    await talk('chatlayer-demo', hi);
    const { exchanges } = await bench.until((each) => each.exchanges.length >= 4 && isQuiet(each));
    expect(exchanges.slice(0, 4).map((each) => `${each.end ?? ''} ${each.direction}`)).toEqual([
      'app outbound',
      'platform inbound',
      'platform outbound',
      'app inbound',
    ]);
    expect(exchanges.map((each) => each.verdict)).not.toContain('refused');
  });
});

describe('voices', () => {
  test('that a channel does not have are refused, and so are gestures that nobody knows', async () => {
    expect(await refusal(talk('kore-demo', hi, 'agent'))).toBe('voice.absent');
    expect(await refusal(talk('kore-demo', { kind: 'gesture', id: 'dance', title: 'Dance' }))).toBe('gesture.unknown');
  });

  test('need the end that sends them', async () => {
    await bench.harness.changeChannel({ channelId: 'chatlayer-demo', plays: { platform: true, app: false } });
    expect(await refusal(talk('chatlayer-demo', hi))).toBe('voice.absent');
  });

  test('let a person speak as the bot where the platform can call', async () => {
    await talk('chatlayer-demo', { kind: 'text', text: 'Good news!' }, 'bot');
    const session = await bench.until((each) => each.messages.length > 0 && isQuiet(each));
    expect(words(session)).toEqual(['bot: Good news!']);
  });
});

describe('reply rules of our app end', () => {
  const rule = { name: 'Closed', when: null, say: null, status: 503, headers: [], delay: 0, switches: {} };

  test('choose the status of the reply, and the exchange says which rule spoke', async () => {
    await bench.harness.changeChannel({ channelId: 'chatlayer-demo', replyRules: [rule] });
    await talk('chatlayer-demo', { kind: 'text', text: 'Good news!' }, 'bot');
    const isAnswered = (each: Session): boolean =>
      each.exchanges.some((one) => one.end === 'app' && one.outcome.state === 'answered');
    const { exchanges } = await bench.until(isAnswered);
    const received = exchanges.find((each) => each.end === 'app')!;
    expect(received.outcome).toEqual({ state: 'answered', status: 503 });
    const { findings } = await bench.harness.readExchange({ id: received.id });
    expect(findings.map((each) => each.summary).join()).toContain('The reply rule “Closed”');
  });

  test('give the words where the app end is the bot', async () => {
    const say = [{ kind: 'text' as const, text: 'We are closed, {{user}}.' }];
    await bench.harness.changeChannel({
      channelId: 'snatchbot-demo',
      replyRules: [{ ...rule, say, status: null, when: { is: ['hi'] } }],
    });
    await talk('snatchbot-demo', hi);
    const session = await bench.until((each) => each.messages.length >= 2 && isQuiet(each));
    expect(words(session)).toEqual(['user: hi', 'bot: We are closed, u-0123456789.']);
  });

  test('are kept with the channel, and wrong ones are refused with the place', async () => {
    await bench.harness.changeChannel({ channelId: 'kore-demo', replyRules: [rule] });
    await bench.until((each) => each.channels.some((one) => one.replyRules.length === 1));
    await bench.close();
    bench = await openBench({ folder: bench.folder });
    expect(bench.session().channels.find((each) => each.id === 'kore-demo')?.replyRules).toEqual([rule]);
    const unknown = { ...rule, say: [{ kind: 'song' as never, text: 'la' }] };
    const input = { channelId: 'kore-demo', replyRules: [unknown] };
    expect(
      issuesOf(commands.changeChannel.input, input)
        .map((each) => each.path)
        .join(),
    ).toContain('/replyRules/0/say/0');
  });
});

describe('defects', () => {
  const defectsOf = (channelId: string, defects: readonly string[]) =>
    bench.harness.changeChannel({ channelId, defects: [...defects] });

  test('that a platform does not have are refused with the list of those it has', async () => {
    expect(await refusal(defectsOf('chatlayer-demo', ['no.such']))).toBe('input.invalid');
  });

  test('of what is sent show in the row that they touched', async () => {
    const twice = chatlayer.defects.find((each) => each.does.kind === 'sending' && each.does.how === 'twice')!;
    await defectsOf('chatlayer-demo', [twice.id]);
    await talk('chatlayer-demo', { kind: 'text', text: 'Good news!' }, 'bot');
    const session = await bench.until((each) => each.messages.length >= 2 && isQuiet(each));
    expect(words(session)).toEqual(['bot: Good news!', 'bot: Good news!']);
    expect(session.exchanges.filter((each) => each.defect === twice.id)).toHaveLength(1);
  });

  test('that never send anything leave a row that says why', async () => {
    const never = chatlayer.defects.find((each) => each.does.kind === 'sending' && each.does.how === 'never')!;
    await defectsOf('chatlayer-demo', [never.id]);
    await talk('chatlayer-demo', { kind: 'text', text: 'Good news!' }, 'bot');
    const { exchanges } = await bench.until((each) => each.exchanges.length > 0 && isQuiet(each));
    expect(exchanges).toHaveLength(1);
    expect(exchanges[0]?.note).toContain(`The defect “${never.title}” is on`);
  });
});

describe('the checklist of a channel', () => {
  test('masks secrets until a person asks for one value', async () => {
    const secret = 'NOTaREALsecretINVENTEDforHOOKBENCH01';
    await bench.harness.changeChannel({ channelId: 'snatchbot-demo', settings: { feature: 'api-channel' } });
    const { steps } = await bench.harness.readSetup({ channelId: 'snatchbot-demo' });
    expect(JSON.stringify(steps)).not.toContain(secret);
    const masked = steps.find((each) => each.value.includes('••••••'))!;
    const { value } = await bench.harness.revealSetup({ channelId: 'snatchbot-demo', stepId: masked.id });
    expect(value).toContain(secret);
    const unknown = bench.harness.revealSetup({ channelId: 'snatchbot-demo', stepId: 'no-such' });
    expect(await refusal(unknown)).toBe('setup.unknown');
  });

  test('names where this bench listens', async () => {
    const { steps } = await bench.harness.readSetup({ channelId: 'kore-demo' });
    expect(steps.some((each) => each.value.startsWith(bench.url))).toBe(true);
  });
});

test('what was to be sent later is not sent any more when the bench ends', async () => {
  const late = chatlayer.defects.find((each) => each.does.kind === 'sending' && each.does.how === 'late')!;
  await bench.harness.changeChannel({ channelId: 'chatlayer-demo', defects: [late.id] });
  await talk('chatlayer-demo', { kind: 'text', text: 'Good news!' }, 'bot');
  await bench.until((each) => each.exchanges.some((one) => one.outcome.state === 'pending'));
  await bench.close();
  bench = await openBench({ folder: bench.folder });
  expect(bench.session().exchanges.filter((each) => each.direction === 'inbound')).toEqual([]);
});

test('a secret of any channel is masked in the row and in the finding, whoever the request is for', async () => {
  const secret = 'NOTaREALsecretINVENTEDforHOOKBENCH01';
  await fetch(`${bench.url}/channels/api/api/id99999/apphookbenchdemo/aps${secret}?user_id=u`);
  await fetch(`${bench.url}/nowhere/${secret}`);
  await fetch(`${bench.url}/receive/channeltalk/app?token=${secret}`, { method: 'POST', body: '{}' });
  const { exchanges } = await bench.until((each) => each.exchanges.length === 3 && isQuiet(each));
  const kept = await Promise.all(exchanges.map(({ id }) => bench.harness.readExchange({ id })));
  const shown = kept.map(({ summary, findings, verdict }) => ({ summary, findings, verdict }));
  expect(JSON.stringify(shown)).toContain('••••••');
  expect(JSON.stringify(shown)).not.toContain(secret);
});

test('a caller has its reply before anything is called back', async () => {
  const order: string[] = [];
  const receiver = createServer((_request, response) => {
    order.push('callback');
    response.end();
  });
  await new Promise<void>((listening) => receiver.listen(0, '127.0.0.1', listening));
  const { port } = receiver.address() as AddressInfo;
  await bench.harness.changeChannel({
    channelId: 'chatlayer-demo',
    plays: { platform: true, app: false },
    settings: { webhookUrl: `http://127.0.0.1:${String(port)}/hook` },
  });
  const settings = chatlayer.demo.settings as Readonly<Record<string, string>>;
  const reply = await fetch(`${bench.url}/v1/channels/webhook/${settings['channelId'] ?? ''}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${settings['accessToken'] ?? ''}`, 'content-type': 'application/json' },
    body: '{"conversationId":"u-42","message":{"textMessage":{"text":"thanks"}}}',
  });
  order.push(String(reply.status));
  await bench.until((each) => each.exchanges.length === 2 && isQuiet(each));
  receiver.close();
  expect(order).toEqual(['200', 'callback']);
});

test('a remedy for what is not wrong is refused', async () => {
  const done = bench.harness.applyRemedy({ channelId: 'channeltalk-demo', remedyId: 'unblock' });
  expect(await refusal(done)).toBe('remedy.over');
});
