import { describe, expect, test } from 'vitest';
import { bytesOf, textOf } from '#shared/exchange/body.ts';
import { headerValue, jsonResponse } from '#shared/exchange/raw-http.ts';
import type { Defect } from '#shared/platforms/defect.ts';
import type { Dispatch } from '#shared/platforms/dispatch.ts';
import { garbledReply, misbehaveSending } from '#shared/platforms/misbehave.ts';

type How = Extract<Defect['does'], { kind: 'sending' }>['how'];

const defect = (how: How): Defect => ({
  id: how,
  title: how,
  summary: 'It does.',
  end: 'platform',
  status: 'assumed',
  source: 'invented for this test',
  does: { kind: 'sending', how },
});
const dispatch = (text: string, over: Partial<Dispatch> = {}): Dispatch => ({
  request: {
    origin: 'http://127.0.0.1:1',
    method: 'POST',
    target: '/',
    headers: [['Content-Type', 'application/json']],
    body: bytesOf(text),
    timeLimit: 5,
  },
  end: 'platform',
  userId: 'u',
  messages: [{ author: 'bot', content: { kind: 'text', text } }],
  findings: [],
  after: 10,
  purpose: 'callback',
  detail: {},
  ...over,
});
const two = [dispatch('one'), dispatch('two')];
const bodies = (sent: readonly Dispatch[]) => sent.map((each) => textOf(each.request.body).text);
const acted = (sent: readonly Dispatch[]) => sent.map((each) => each.findings.map(({ rule }) => rule));

describe('a defect of what an end sends', () => {
  test('late: everything waits longer', () => {
    const sent = misbehaveSending(two, [defect('late')]);
    expect(sent.every((each) => each.after > 1000)).toBe(true);
    expect(acted(sent)).toEqual([['defect.late'], ['defect.late']]);
  });

  test('twice: each comes again, marked, and the conversation is not told again by our own end', () => {
    const sent = misbehaveSending(two, [defect('twice')]);
    expect(bodies(sent)).toEqual(['one', 'one', 'two', 'two']);
    expect(acted(sent)).toEqual([[], ['defect.twice'], [], ['defect.twice']]);
    expect(sent[1]?.messages).toEqual([]);
  });

  test('twice: the bot that answers what is told is asked once', () => {
    const turn = {
      userId: 'u',
      utterance: { kind: 'text', text: 'one' },
      limit: 5,
      asksBot: true,
      detail: {},
    } as const;
    const sent = misbehaveSending([dispatch('one', { turn })], [defect('twice')]);
    expect(sent.map((each) => each.turn)).toEqual([turn, undefined]);
  });

  test('out of order: the last goes first; a single one cannot be', () => {
    expect(bodies(misbehaveSending(two, [defect('out-of-order')]))).toEqual(['two', 'one']);
    const single = two.slice(0, 1);
    expect(misbehaveSending(single, [defect('out-of-order')])).toEqual(single);
  });

  test('never: it is shown as not sent, with the reason', () => {
    const sent = misbehaveSending(two, [defect('never')]);
    expect(sent.map((each) => each.withheld)).toEqual(['The defect “never” is on', 'The defect “never” is on']);
  });

  test('garbled: the body stops in the middle, and its length is told truly', () => {
    const [first] = misbehaveSending(two, [defect('garbled')]);
    expect(textOf(first!.request.body).text).toBe('o');
    expect(headerValue(first!.request.headers, 'content-length')).toBe('1');
  });

  test('leaves alone what the other end sends, what follows up, and what is withheld already', () => {
    const others = [
      dispatch('a', { end: 'app' }),
      dispatch('b', { purpose: 'retry' }),
      dispatch('c', { purpose: 'poll' }),
      dispatch('d', { withheld: 'Blocked' }),
    ];
    for (const how of ['late', 'twice', 'never', 'garbled'] as const)
      expect(misbehaveSending(others, [defect(how)])).toEqual(others);
  });

  test('several act together', () => {
    const sent = misbehaveSending(two, [defect('twice'), defect('out-of-order')]);
    expect(bodies(sent)).toEqual(['two', 'two', 'one', 'one']);
  });
});

test('a garbled reply is cut, and HTTP stays whole', () => {
  const reply = garbledReply(jsonResponse(200, { text: 'hello' }));
  expect(headerValue(reply.headers, 'content-length')).toBe(String(reply.body.byteLength));
  expect(textOf(reply.body).text).toBe('{"text":');
});
