import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText, type Action, type Card, type Content } from '#shared/exchange/message.ts';
import { isoTime } from '#shared/text/iso-time.ts';
import { chatlayerLosses } from '#shared/platforms/chatlayer/loss.ts';
import { readTemplate } from '#shared/platforms/chatlayer/offload-read.ts';
import { writeTemplates } from '#shared/platforms/chatlayer/offload-write.ts';
import { readMessage } from '#shared/platforms/chatlayer/read-message.ts';
import { writeMessages } from '#shared/platforms/chatlayer/write-message.ts';
import type { Json, JsonObject } from '#shared/text/json.ts';

const text = fc.string({ unit: 'grapheme', minLength: 1 });
const link = fc.webUrl();
const action: fc.Arbitrary<Action> = fc.oneof(
  text
    .filter((payload) => !payload.trimStart().startsWith('{'))
    .map((payload) => ({ kind: 'postback' as const, payload })),
  link.map((url) => ({ kind: 'url' as const, url })),
  text.map((number) => ({ kind: 'phone' as const, number })),
);
const buttons = (most: number) => fc.array(fc.record({ title: text, action }), { maxLength: most });
const card = (mostButtons: number, withUrl: boolean): fc.Arbitrary<Card> =>
  fc.record(
    { title: text, buttons: buttons(mostButtons), subtitle: text, imageUrl: link, ...(withUrl ? { url: link } : {}) },
    { requiredKeys: ['title', 'buttons'] },
  );
const reply = fc.record(
  { title: text, payload: text.filter((each) => !each.trimStart().startsWith('{')), imageUrl: link },
  { requiredKeys: ['title', 'payload'] },
);
const media = fc.record({
  kind: fc.constant('media' as const),
  media: fc.constantFrom('image' as const, 'video' as const, 'audio' as const, 'file' as const),
  url: link,
});

const carried = (withUrl: boolean): fc.Arbitrary<Content> =>
  fc.oneof(
    text.map((each) => ({ kind: 'text' as const, text: each })),
    fc.record({ kind: fc.constant('buttons' as const), text, buttons: buttons(3) }),
    fc.record({
      kind: fc.constant('quick-replies' as const),
      text,
      replies: fc.array(reply as fc.Arbitrary<{ title: string; payload: string }>, { maxLength: 5 }),
    }),
    fc.record({ kind: fc.constant('carousel' as const), cards: fc.array(card(3, withUrl), { maxLength: 4 }) }),
    fc.record({
      kind: fc.constant('list' as const),
      cards: fc.array(card(1, withUrl), { minLength: 2, maxLength: 4 }),
      buttons: buttons(1),
    }),
    media,
  );

const asItIs = (payload: string): string => payload;

test('what a webhook channel carries without loss is read back as the same message', () => {
  fc.assert(
    fc.property(carried(true), (content) => {
      expect(chatlayerLosses(content, 'd1')).toEqual([]);
      const written = writeMessages(content, asItIs);
      expect(written).toHaveLength(1);
      expect(readMessage(JSON.parse(JSON.stringify(written[0])) as Json)).toEqual({ content, findings: [] });
    }),
  );
});

test('what an agent can say without loss is read back as the same message', () => {
  fc.assert(
    fc.property(carried(false), (content) => {
      expect(chatlayerLosses(content, 'd2')).toEqual([]);
      const written = writeTemplates(content);
      expect(written).toHaveLength(1);
      expect(readTemplate(JSON.parse(JSON.stringify(written[0])) as JsonObject)).toEqual(content);
    }),
  );
});

test('reading never throws, whatever the message is', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const { content } = readMessage(value as Json);
      expect(typeof plainText(content)).toBe('string');
    }),
  );
});

describe('what has no form on the channel becomes something that has, and is told', () => {
  const cards = (count: number, buttonCount: number): readonly Card[] =>
    Array.from({ length: count }, (_, index) => ({
      title: `Card ${index}`,
      buttons: Array.from({ length: buttonCount }, (__, at) => ({
        title: `b${at}`,
        action: { kind: 'url' as const, url: 'https://a.example/' },
      })),
    }));
  const elementsOf = (message: JsonObject): readonly Json[] =>
    ((message['attachment'] as JsonObject)['payload'] as JsonObject)['elements'] as readonly Json[];

  test.each<readonly [string, Content, string]>([
    ['a table', { kind: 'table', columns: ['A', 'B'], rows: [['1', '2']] }, 'A | B\n1 | 2'],
    [
      'a link in a text',
      { kind: 'text', text: 'see here', spans: [{ text: 'see ' }, { text: 'here', url: 'https://a.example/' }] },
      'see here (https://a.example/)',
    ],
    [
      'a form',
      {
        kind: 'form',
        formId: 'f',
        title: 'Your order',
        submit: 'Send',
        fields: [
          {
            id: 's',
            label: 'Size',
            type: 'choice',
            isRequired: true,
            options: [
              { title: 'L', value: 'l' },
              { title: 'XL', value: 'xl' },
            ],
          },
        ],
      },
      'Your order\nSize: L, XL',
    ],
  ])('%s is text', (_name, content, words) => {
    expect(writeMessages(content, asItIs)).toEqual([{ text: words }]);
    expect(chatlayerLosses(content, 'd1')).toHaveLength(1);
  });

  test('five cards of a list are two lists, none of them with a single card', () => {
    const list: Content = { kind: 'list', cards: cards(5, 1), buttons: [] };
    expect(writeMessages(list, asItIs).map((each) => elementsOf(each).length)).toEqual([3, 2]);
    expect(chatlayerLosses(list, 'd1')).toHaveLength(1);
  });

  test('a list with one card is a carousel, with the buttons of the list behind it', () => {
    const list: Content = {
      kind: 'list',
      cards: cards(1, 1),
      buttons: [{ title: 'All', action: { kind: 'url', url: 'https://a.example/' } }],
    };
    const [first, second] = writeMessages(list, asItIs);
    expect(readMessage(first).content).toEqual({ kind: 'carousel', cards: list.cards });
    expect(readMessage(second).content).toEqual({ kind: 'buttons', text: '', buttons: list.buttons });
  });

  test('the fourth button of a card goes on in another card', () => {
    const carousel: Content = { kind: 'carousel', cards: cards(1, 4) };
    const [message] = writeMessages(carousel, asItIs);
    const read = readMessage(message).content;
    expect(read.kind === 'carousel' ? read.cards.map((each) => each.buttons.length) : []).toEqual([3, 1]);
  });

  test('an event stays behind where an agent speaks', () => {
    const event: Content = { kind: 'event', name: 'Task ended', detail: 'x' };
    expect(writeTemplates(event)).toEqual([]);
    expect(chatlayerLosses(event, 'd2')).toHaveLength(1);
  });

  test('JSON that a person wrote goes out as it stands', () => {
    expect(writeMessages({ kind: 'unknown', label: 'x', source: '{"sticker":7}' }, asItIs)).toEqual([{ sticker: 7 }]);
  });
});

describe('messages that are odd', () => {
  test.each<readonly [string, Json, string, string]>([
    ['an empty one', {}, 'unknown', 'chatlayer.message.empty'],
    ['none at all', null, 'unknown', 'chatlayer.message.missing'],
    [
      'one of the inside of Chatlayer',
      { type: 'text', config: { textMessages: [{ text: 'x' }] } },
      'unknown',
      'chatlayer.message.internal',
    ],
    [
      'an unknown template',
      { attachment: { type: 'template', payload: { template_type: 'receipt' } } },
      'unknown',
      'chatlayer.message.unknown',
    ],
    [
      'a list of one',
      { attachment: { type: 'template', payload: { template_type: 'list', elements: [{ title: 'a' }] } } },
      'list',
      'chatlayer.message.list',
    ],
    [
      'a card with four buttons',
      {
        attachment: {
          type: 'template',
          payload: { template_type: 'generic', elements: [{ title: 'a', buttons: [{}, {}, {}, {}] }] },
        },
      },
      'carousel',
      'chatlayer.message.carousel',
    ],
  ])('%s is shown, and the finding says what is odd', (_name, message, kind, rule) => {
    const read = readMessage(message);
    expect(read.content.kind).toBe(kind);
    expect(read.findings.map((each) => each.rule)).toEqual([rule]);
  });

  test('the misspelt phone button of the docs is a phone button', () => {
    const payload = {
      template_type: 'button',
      text: 'Call',
      buttons: [{ type: 'phone_numberl', title: 'Call us', payload: '+44 1632 960000' }],
    };
    expect(readMessage({ attachment: { type: 'template', payload } }).content).toEqual({
      kind: 'buttons',
      text: 'Call',
      buttons: [{ title: 'Call us', action: { kind: 'phone', number: '+44 1632 960000' } }],
    });
  });

  test('the keys of an event are those of its author', () => {
    expect(readMessage({ type: 'event', name: 'order-placed', total: 12 }).content).toEqual({
      kind: 'event',
      name: 'order-placed',
      detail: '{"total":12}',
    });
  });
});

test('times are written as every other program writes them', () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(1600, 0, 1), max: Date.UTC(9999, 11, 31) }), (ms) => {
      expect(isoTime(ms)).toBe(new Date(ms).toISOString());
    }),
  );
});
