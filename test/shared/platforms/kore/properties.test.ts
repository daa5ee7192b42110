import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf } from '#shared/exchange/body.ts';
import type { Action, Content } from '#shared/exchange/message.ts';
import { escapeHtml, unescapeHtml } from '#shared/text/html.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import { kore } from '#shared/platforms/kore/index.ts';
import { botId, contextWith, koreDispatch, secret } from '#test/shared/platforms/kore/kore-context.ts';

const anyText = fc.string({ unit: 'binary' });
const wellFormedText = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant('a &quot; & <b> "c"'));
const optional = <Key extends string>(key: Key) =>
  fc.oneof(
    fc.constant({}),
    fc.webUrl().map((url) => ({ [key]: url }) as { readonly [name in Key]: string }),
  );

const action: fc.Arbitrary<Action> = fc.oneof(
  wellFormedText.map((payload) => ({ kind: 'postback' as const, payload })),
  fc.webUrl().map((url) => ({ kind: 'url' as const, url })),
  wellFormedText.map((number) => ({ kind: 'phone' as const, number })),
);
const buttons = fc.array(fc.record({ title: wellFormedText, action }), { maxLength: 3 });
const card = fc
  .tuple(fc.record({ title: wellFormedText, buttons }), optional('subtitle'), optional('imageUrl'), optional('url'))
  .map(
    ([base, ...more]) => Object.assign({}, base, ...more) as Extract<Content, { kind: 'carousel' }>['cards'][number],
  );
const reply = fc
  .tuple(fc.record({ title: wellFormedText, payload: wellFormedText }), optional('imageUrl'))
  .map(([base, more]) => ({ ...base, ...more }));
// Plain text that begins like JSON cannot be told from a template: the channel itself is ambiguous there.
const plainText = wellFormedText.filter((text) => !text.trimStart().startsWith('{'));

const content: fc.Arbitrary<Content> = fc.oneof(
  plainText.map((text) => ({ kind: 'text' as const, text })),
  fc.record({ kind: fc.constant('buttons' as const), text: wellFormedText, buttons }),
  fc.record({
    kind: fc.constant('quick-replies' as const),
    text: wellFormedText,
    replies: fc.array(reply, { maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('carousel' as const), cards: fc.array(card, { maxLength: 3 }) }),
  fc.record({ kind: fc.constant('list' as const), cards: fc.array(card, { maxLength: 3 }), buttons }),
  fc.record({
    kind: fc.constant('table' as const),
    text: wellFormedText,
    columns: fc.array(wellFormedText, { maxLength: 3 }),
    rows: fc.array(fc.array(wellFormedText, { maxLength: 3 }), { maxLength: 3 }),
  }),
);

const turn = { userId: 'u', utterance: { kind: 'text', text: 'hi' }, limit: 15, asksBot: true, detail: {} } as const;
const nothingSent = koreDispatch({
  method: 'POST',
  target: `/chatbot/hooks/${botId}`,
  headers: [],
  body: new Uint8Array(),
});

/** What the app end reads of an answer that the platform end delivers, polls and posted messages included. */
const readBack = async (contents: readonly Content[], context: PlatformContext, version: string) => {
  const target = version === 'v1' ? nothingSent.request.target : `/chatbot/v2/webhook/${botId}`;
  const sent = { ...nothingSent, request: { ...nothingSent.request, target } };
  const delivery = await kore.deliver(
    'platform',
    { ...turn, detail: { version, sessionId: 's' } },
    { contents, shape: null },
    context,
  );
  const found: Content[] = [];
  const first = await kore.readReply(sent, { ok: true, response: delivery.reply }, context);
  found.push(...first.messages.map((each) => each.content));
  const waiting = [...first.thenSend, ...delivery.thenSend];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const reading = await kore.read(next.end === 'app' ? 'platform' : 'app', next.request, context);
    if (next.end === 'platform') found.push(...reading.messages.map((each) => each.content));
    if (reading.next.kind !== 'reply') continue;
    const { messages, thenSend } = await kore.readReply(next, { ok: true, response: reading.next.reply }, context);
    found.push(...messages.map((each) => each.content));
    waiting.unshift(...thenSend);
  }
  return found;
};

test('what the platform end delivers, the app end reads back as the same messages, in every version and mode', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(content, { maxLength: 4 }),
      fc.constantFrom('v1', 'v2'),
      fc.record({
        mode: fc.constantFrom('sync', 'async'),
        escapeTemplates: fc.boolean(),
        escapeTemplatesV2: fc.boolean(),
        pollingEnabled: fc.boolean(),
        firstMessages: fc.nat({ max: 4 }),
        pollsInProgress: fc.nat({ max: 2 }),
        addressedV2: fc.boolean(),
        messageFlags: fc.boolean(),
      }),
      async (contents, version, settings) => {
        const context = contextWith({ version, ...settings });
        expect(await readBack(contents, context, version)).toEqual(contents);
      },
    ),
  );
});

test('a form that is offered, filled in and sent reaches the bot as it was filled in', async () => {
  const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/).filter((each) => each !== 'submit');
  const fields = fc.uniqueArray(
    fc.record({
      id,
      label: wellFormedText.filter((each) => each !== ''),
      type: fc.constantFrom('text', 'long-text', 'number', 'email', 'phone', 'date', 'yes-no'),
      isRequired: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4, selector: (each) => each.id },
  );
  const submit = wellFormedText.filter((each) => each !== '');
  await fc.assert(
    fc.asyncProperty(id, wellFormedText, fields, submit, async (formId, title, asked, button) => {
      const context = contextWith({ version: 'v2' });
      const form = { kind: 'form' as const, formId, title, fields: asked, submit: button };
      const [offered] = await readBack([form], context, 'v2');
      expect(offered).toEqual(form);
      const values = Object.fromEntries(asked.map((each) => [each.id, `${each.label}!`]));
      const utterance = { kind: 'form' as const, formId, title: button, values };
      const [sent] = await kore.say({ as: 'user', userId: 'u', utterance, isNewSession: false }, context);
      const { next } = await kore.read('platform', sent!.request, context);
      expect(next.kind === 'turn' && next.turn.utterance).toEqual(utterance);
    }),
  );
});

test('HTML escaping has a way back', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(unescapeHtml(escapeHtml(text))).toBe(text);
    }),
  );
});

describe('nothing makes it throw, and nothing tells the secret', () => {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const withSecret = fc.oneof(anyText, fc.constant(secret), fc.constant(`"${secret}"`));
  const token = fc
    .tuple(
      fc.oneof(fc.jsonValue(), fc.constant({ alg: secret })),
      fc.oneof(fc.jsonValue(), fc.constantFrom({ appId: secret }, { [secret]: 1 }, { iss: ` ${secret}`, exp: secret })),
      withSecret,
    )
    .map(([header, claims, signature]) => `${part(header)}.${part(claims)}.${signature}`);
  const header = fc.oneof(
    anyText,
    token.map((each) => `bearer ${each}`),
    fc.constantFrom(secret, `bearer ${secret}`, `Basic ${secret}`, `bearer ${btoa(secret)}.${btoa(secret)}.`),
  );
  const bodyValue = fc.record(
    {
      message: fc.oneof(
        fc.jsonValue(),
        fc.record({
          text: fc.jsonValue(),
          type: fc.constantFrom('text', 'template', 'event', 'formData'),
          val: fc.jsonValue(),
          attachments: fc.jsonValue(),
        }),
      ),
      from: fc.oneof(fc.jsonValue(), fc.record({ id: fc.oneof(anyText, fc.jsonValue()) })),
      to: fc.jsonValue(),
      session: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  const body = fc.oneof(
    fc.uint8Array(),
    bodyValue.map((each) => bytesOf(JSON.stringify(each))),
    fc.constantFrom(bytesOf(secret), bytesOf('['.repeat(100_000))),
  );
  const headers = fc.array(
    fc.tuple(
      fc.constantFrom('authorization', 'Authorization', 'content-type', 'content-encoding', 'auth'),
      fc.oneof(header, anyText),
    ),
    { maxLength: 4 },
  );

  const path = fc.constantFrom(`/chatbot/hooks/${botId}`, `/chatbot/v2/webhook/${botId}`);

  test('in a request to the platform end', async () => {
    await fc.assert(
      fc.asyncProperty(headers, body, path, async (lines, bytes, target) => {
        const { verdict, findings } = await kore.read(
          'platform',
          { ...nothingSent.request, target, headers: lines, body: bytes },
          contextWith(),
        );
        expect(verdict.checks).toHaveLength(11);
        expect(JSON.stringify([verdict, findings])).not.toContain(secret);
      }),
      { numRuns: 500 },
    );
  });

  test('in a message that is posted to the app end', async () => {
    const context = contextWith({ mode: 'async', accessToken: secret });
    await fc.assert(
      fc.asyncProperty(headers, body, async (lines, bytes) => {
        const request = { ...nothingSent.request, target: `/receive/kore/${botId}`, headers: lines, body: bytes };
        const { verdict, findings } = await kore.read('app', request, context);
        expect(JSON.stringify([verdict, findings])).not.toContain(secret);
      }),
    );
  });

  test('in an answer to the app end', async () => {
    const answer = fc.oneof(
      fc.uint8Array(),
      fc
        .record(
          {
            text: fc.jsonValue(),
            errors: fc.jsonValue(),
            data: fc.jsonValue(),
            form: fc.jsonValue(),
            endReason: fc.jsonValue(),
          },
          { requiredKeys: [] },
        )
        .map((each) => bytesOf(JSON.stringify(each))),
      fc.constantFrom(
        bytesOf(secret),
        bytesOf(`{"errors":[{"msg":"${secret}"}]}`),
        bytesOf(`{"text":${'['.repeat(50_000)}${']'.repeat(50_000)}}`),
      ),
    );
    await fc.assert(
      fc.asyncProperty(headers, answer, fc.integer({ min: 100, max: 599 }), async (lines, bytes, status) => {
        const response = { status, reason: '', headers: lines, body: bytes };
        const { verdict, findings, messages } = await kore.readReply(
          koreDispatch({ ...nothingSent.request, headers: lines }),
          { ok: true, response },
          contextWith(),
        );
        expect(JSON.stringify([verdict, findings, messages])).not.toContain(secret);
      }),
      { numRuns: 500 },
    );
  });
});
