import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { HarnessError } from '#shared/contract/fault.ts';
import { koreDemo } from '#shared/platforms/kore/demo.ts';
import type { Session } from '#shared/session/state.ts';
import { mintPresets } from '#shared/trust/mint-presets.ts';
import { openBench, type OpenBench } from '#test/main/open-bench.ts';

let bench: OpenBench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.closeAndDelete());

const channelId = 'kore-demo';
const { botId, clientId, clientSecret } = koreDemo.settings as Readonly<Record<string, string>>;
const isQuiet = (session: Session): boolean => session.exchanges.every((each) => each.outcome.state !== 'pending');
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const tokenOf = (claims: object, secret = clientSecret!): string => {
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
};
const claims = { appId: clientId, sub: '1' };

const post = async (token: string): Promise<number> => {
  const response = await fetch(`${bench.url}/chatbot/hooks/${botId}`, {
    method: 'POST',
    headers: { authorization: `bearer ${token}`, 'content-type': 'application/json' },
    body: '{"message":{"text":"hi"},"from":{"id":"u-42"}}',
  });
  return response.status;
};
const lastVerdict = async () => {
  const { exchanges } = await bench.until((each) => each.exchanges.length > 0 && isQuiet(each));
  return (await bench.harness.readExchange({ id: exchanges.at(-1)!.id })).verdict;
};

describe('a refused token', () => {
  test('is explained by its cause, with the proof, in the row and in the verdict', async () => {
    expect(await post(tokenOf(claims, `${clientSecret}\n`))).toBe(401);
    const verdict = await lastVerdict();
    expect(verdict.examination?.causes[0]).toMatchObject({
      code: 'jwt.secret.trailing-newline',
      certainty: 'proven',
      remedy: { kind: 'sign-again' },
    });
    expect(verdict.because).toMatch(/^Refused: .*(line (break|feed)|newline)/i);
    expect(bench.session().exchanges.at(-1)?.note).toBe(verdict.because);
    expect(JSON.stringify(verdict)).not.toContain(clientSecret);
  });

  test('that is right needs no examination', async () => {
    expect(await post(tokenOf(claims))).toBe(200);
    expect((await lastVerdict()).examination).toBeUndefined();
  });

  test('whose jti was used before points to the exchange that used it', async () => {
    await bench.harness.changeChannel({ channelId, settings: { enforceJti: true } });
    const token = tokenOf({ ...claims, jti: 'once' });
    expect([await post(token), await post(token)]).toEqual([200, 401]);
    const { examination } = await lastVerdict();
    expect(examination?.causes[0]?.code).toBe('jwt.jti.reused');
    expect(examination?.causes[0]?.because).toContain(`exchange ${String(bench.session().exchanges[0]!.id)}`);
  });
});

describe('a request is sent once more', () => {
  const replay = async (how: 'as-is' | 're-sign') => {
    await post(tokenOf({ ...claims, sub: 'kept' }, `${clientSecret}\n`));
    const [refused] = (await bench.until((each) => each.exchanges.length === 1 && isQuiet(each))).exchanges;
    const { exchangeId } = await bench.harness.replay({ exchangeId: refused!.id, how });
    const { exchanges } = await bench.until((each) => each.exchanges.length === 3 && isQuiet(each));
    const sent = exchanges.find((each) => each.id === exchangeId)!;
    return { sent, received: exchanges.find((each) => each.id === sent.twinId)! };
  };

  test('as it was: it is refused again', async () => {
    const { sent, received } = await replay('as-is');
    expect([sent.outcome, received.verdict]).toEqual([{ state: 'answered', status: 401 }, 'refused']);
  });

  test('signed again: it is accepted, with the claims that it had', async () => {
    const { sent, received } = await replay('re-sign');
    expect([sent.outcome, received.verdict]).toEqual([{ state: 'answered', status: 200 }, 'trusted']);
    const { request } = await bench.harness.readExchange({ id: received.id });
    const token = request.headers.find(([name]) => name.toLowerCase() === 'authorization')![1].split('.')[1]!;
    expect(JSON.parse(Buffer.from(token, 'base64url').toString())).toMatchObject({ appId: clientId, sub: 'kept' });
  });

  test('also where the credential is a text in the path, the query or the body', async () => {
    await bench.harness.changeChannel({ channelId: 'snatchbot-demo', settings: { feature: 'api-channel' } });
    const body = JSON.stringify({ message: 'hi' });
    await fetch(`${bench.url}/channels/api/api/id48213/appwrong/apswrong?user_id=u`, { method: 'POST', body });
    const [refused] = (await bench.until((each) => each.exchanges.length === 1 && isQuiet(each))).exchanges;
    expect(refused?.outcome).toEqual({ state: 'answered', status: 403 });
    await bench.harness.replay({ exchangeId: refused!.id, how: 're-sign' });
    const { exchanges } = await bench.until((each) => each.exchanges.length === 3 && isQuiet(each));
    expect(exchanges.at(-1)?.outcome).toEqual({ state: 'answered', status: 200 });
  });

  test('not when it belongs to no channel', async () => {
    await fetch(`${bench.url}/nowhere`);
    const [nowhere] = (await bench.until((each) => each.exchanges.length === 1 && isQuiet(each))).exchanges;
    const refused = bench.harness.replay({ exchangeId: nowhere!.id, how: 'as-is' });
    expect(await refused.catch((error: HarnessError) => error.fault.code)).toBe('replay.nowhere');
  });
});

describe('something pasted', () => {
  const examine = (text: string, whatIf = {}) =>
    bench.harness.examine({ channelId, source: { kind: 'text', text }, whatIf });

  test('a token is judged as if it had come, and nothing is sent or remembered', async () => {
    await bench.harness.changeChannel({ channelId, settings: { enforceJti: true } });
    const token = tokenOf({ ...claims, jti: 'pasted' });
    expect((await examine(token)).verdict.state).toBe('trusted');
    expect((await examine(token)).verdict.state).toBe('trusted');
    expect(bench.session().exchanges).toEqual([]);
  });

  test('a curl command is judged whole', async () => {
    const curl = `curl -X POST 'https://bots.kore.ai/chatbot/hooks/${botId}' -H 'Authorization: bearer ${tokenOf(claims, 'other')}' -H 'Content-Type: application/json' --data '{"message":{"text":"hi"},"from":{"id":"u"}}'`;
    expect((await examine(curl)).verdict.state).toBe('refused');
  });

  test('at another time the verdict is another', async () => {
    const token = tokenOf({ ...claims, exp: 1_700_000_000 });
    expect((await examine(token)).verdict.examination?.causes[0]?.code).toBe('jwt.exp.past');
    expect((await examine(token, { at: 1_600_000_000_000 })).verdict.state).toBe('trusted');
  });

  test('what cannot be read is said in a sentence', async () => {
    const refused = await examine('{"log": 1}').catch((error: HarnessError) => error.fault);
    expect(refused).toMatchObject({ code: 'input.invalid', message: expect.stringMatching(/\.$/) });
  });
});

describe('a minted token', () => {
  const judged = async (preset: string): Promise<string> => {
    const { token } = await bench.harness.mintToken({ channelId, preset });
    const { verdict } = await bench.harness.examine({ channelId, source: { kind: 'text', text: token } });
    return `${verdict.state} ${verdict.examination?.causes[0]?.code ?? ''}`.trim();
  };

  test('is what its preset says', async () => {
    const found: Record<string, string> = {};
    for (const { id } of mintPresets) found[id] = await judged(id);
    expect(found).toMatchObject({
      valid: 'trusted',
      expired: 'refused jwt.exp.past',
      'no-expiry': 'trusted',
      'wrong-secret': 'refused jwt.signature.unknown',
      unsigned: 'refused jwt.alg.none',
      'other-app': 'refused jwt.app.other',
      'same-jti': 'trusted',
    });
  });

  test('has the claims that a person wrote', async () => {
    const mine = { appId: clientId, note: { a: [1] } };
    const { token, header } = await bench.harness.mintToken({ channelId, preset: 'valid', claims: mine });
    expect(JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString())).toEqual(mine);
    expect(header[1]).toBe(`${header[1].split(' ')[0] ?? ''} ${token}`);
  });

  test('is sent as it is, and judged by the platform end', async () => {
    const { token } = await bench.harness.mintToken({ channelId, preset: 'expired' });
    const { exchangeId } = await bench.harness.sendToken({ channelId, token });
    const { exchanges } = await bench.until((each) => each.exchanges.length === 2 && isQuiet(each));
    expect(exchanges.map((each) => each.outcome)).toEqual([
      { state: 'answered', status: 401 },
      { state: 'answered', status: 401 },
    ]);
    const sent = exchanges.find((each) => each.id === exchangeId)!;
    const { verdict } = await bench.harness.readExchange({ id: sent.twinId! });
    expect(verdict.examination?.causes[0]?.code).toBe('jwt.exp.past');
    expect(bench.session().messages.filter((each) => each.author === 'bot')).toEqual([]);
  });

  test('is refused where the platform has none', async () => {
    const refused = bench.harness.mintToken({ channelId: 'chatlayer-demo', preset: 'valid' });
    expect(await refused.catch((error: HarnessError) => error.fault.code)).toBe('mint.absent');
  });
});

test('a foreign platform that gives no reason: what to check is listed as possible, never as proven', async () => {
  const platform = createServer((_request, response) => {
    response
      .writeHead(401, { 'content-type': 'application/json' })
      .end('{"errors":[{"msg":"Invalid Access token","code":401}]}');
  });
  await new Promise<void>((listening) => platform.listen(0, '127.0.0.1', listening));
  const { port } = platform.address() as AddressInfo;
  const host = `http://127.0.0.1:${String(port)}`;
  await bench.harness.changeChannel({ channelId, plays: { platform: false, app: true }, settings: { host } });
  const { conversationId } = await bench.harness.startConversation({ channelId });
  await bench.harness.say({ conversationId, utterance: { kind: 'text', text: 'hi' } });
  const { state, examination } = await lastVerdict();
  platform.close();
  expect(state).toBe('refused');
  expect(examination?.causes.length).toBeGreaterThan(0);
  expect(new Set(examination?.causes.map((each) => each.certainty))).toEqual(new Set(['possible']));
});

test('a pasted request to the app is judged as the app would: its query token is compared', async () => {
  const text =
    'POST /my/own/hook?token=wrong HTTP/1.1\r\nHost: app.example\r\nContent-Type: application/json\r\n\r\n{"event":"push"}';
  const { verdict, end, notes } = await bench.harness.examine({
    channelId: 'channeltalk-demo',
    source: { kind: 'text', text },
  });
  expect([end, verdict.state]).toEqual(['app', 'refused']);
  expect(verdict.examination?.causes[0]?.code).toMatch(/^text\./);
  expect(notes.join(' ')).toContain('path');
});
