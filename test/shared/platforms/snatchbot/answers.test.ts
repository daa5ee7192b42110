import { describe, expect, test } from 'vitest';
import type { Content } from '#shared/exchange/message.ts';
import { jsonResponse } from '#shared/exchange/raw-http.ts';
import { readAnswer } from '#shared/platforms/snatchbot/answer.ts';
import { breakAnswer } from '#shared/platforms/snatchbot/broken-answers.ts';
import { writeAnswer } from '#shared/platforms/snatchbot/write-answer.ts';

const read = (answer: unknown, status = 200) => readAnswer({ ok: true, response: jsonResponse(status, answer) });
const rulesOf = (answer: unknown, status = 200) => read(answer, status).findings.map(({ rule }) => rule);

describe('what the chat shows of an answer', () => {
  test('the sheet’s own example: message, quick replies, and a card of each type', () => {
    const buttons = [
      { type: 'url', value: 'https://search.example', name: 'search' },
      { type: 'module', value: '4600', name: 'Change Module' },
    ];
    const { contents, findings } = read({
      user_id: '2',
      bot_id: '1',
      module_id: '3',
      message: 'Test Message',
      suggested_replies: ['Yes', 'No'],
      cards: [
        { type: 'text', value: 'Test Text Card', buttons },
        { type: 'image', value: 'http://pictures.example/x.png' },
        {
          type: 'gallery',
          value: 'gallery',
          gallery: [
            {
              image: 'http://pictures.example/y.png',
              heading: 'Head',
              subtitle: 'Sub',
              url: 'http://a.example',
              buttons,
            },
          ],
        },
      ],
    });
    const read2 = [
      { title: 'search', action: { kind: 'url', url: 'https://search.example' } },
      { title: 'Change Module', action: { kind: 'postback', payload: 'module:4600' } },
    ];
    expect(findings).toEqual([]);
    expect(contents).toEqual([
      {
        kind: 'quick-replies',
        text: 'Test Message',
        replies: [
          { title: 'Yes', payload: 'Yes' },
          { title: 'No', payload: 'No' },
        ],
      },
      { kind: 'buttons', text: 'Test Text Card', buttons: read2 },
      { kind: 'media', media: 'image', url: 'http://pictures.example/x.png' },
      {
        kind: 'carousel',
        cards: [
          {
            title: 'Head',
            subtitle: 'Sub',
            imageUrl: 'http://pictures.example/y.png',
            url: 'http://a.example',
            buttons: read2,
          },
        ],
      },
    ]);
  });

  test('several bubbles, and a separator that is not on a line of its own', () => {
    expect(read({ message: 'one\n::next::\ntwo' }).contents).toEqual([
      { kind: 'text', text: 'one' },
      { kind: 'text', text: 'two' },
    ]);
    expect(rulesOf({ message: 'one ::next:: two' })).toEqual(['snatchbot.answer.next']);
  });

  test.each([
    [{ message: 'hi' }, 500, 'snatchbot.answer.status'],
    [{ message: 'hi' }, 204, 'snatchbot.answer.status'],
    [['hi'], 200, 'snatchbot.answer.object'],
    [{}, 200, 'snatchbot.answer.message'],
    [{ message: '' }, 200, 'snatchbot.answer.message'],
    [{ message: '   ' }, 200, 'snatchbot.answer.message'],
    [{ message: '\n::next::\n' }, 200, 'snatchbot.answer.message'],
    [{ message: ['hi'] }, 200, 'snatchbot.answer.message'],
    [{ cards: [{ type: 'text', value: 'hi' }] }, 200, 'snatchbot.answer.message'],
  ])('%j with %d: the error response, because of %s', (answer, status, rule) => {
    expect(read(answer, status).contents).toBeNull();
    expect(rulesOf(answer, status)).toEqual([rule]);
  });

  test('an answer that is no JSON, and none at all', () => {
    const html = {
      status: 200,
      reason: '',
      headers: [['Content-Type', 'text/html']] as const,
      body: new TextEncoder().encode('<p>'),
    };
    expect(readAnswer({ ok: true, response: html }).findings.map(({ rule }) => rule)).toEqual([
      'snatchbot.answer.json',
      'snatchbot.answer.media-type',
    ]);
    const late = readAnswer({ ok: false, fault: { code: 'target.timeout', message: 'Too late.', next: '' } });
    expect([late.contents, late.findings[0]?.rule]).toEqual([null, 'snatchbot.answer.late']);
    const lost = readAnswer({
      ok: false,
      fault: { code: 'target.refused', message: 'Nothing listens there.', next: '' },
    });
    expect([lost.contents, lost.findings[0]?.rule]).toEqual([null, 'snatchbot.answer.lost']);
  });

  test.each([
    [{ type: 'text' }, ['snatchbot.card.value']],
    [{ type: 'image', value: '' }, ['snatchbot.card.value']],
    [{ type: 'gallery', value: 'gallery' }, ['snatchbot.card.gallery']],
    [{ type: 'gallery', gallery: [{ heading: 'x' }] }, ['snatchbot.card.value']],
    [{ type: 'video', value: 'http://a.example/film' }, ['snatchbot.card.type']],
    [{ value: 'hi' }, ['snatchbot.card.type']],
    ['hi', ['snatchbot.card.object']],
    [{ type: 'text', value: 'hi', buttons: [{ type: 'call', value: '1', name: 'Call' }] }, ['snatchbot.card.button']],
    [{ type: 'text', value: 'hi', buttons: [{ type: 'url', name: 'Nowhere' }] }, ['snatchbot.card.button']],
    [{ type: 'text', value: 'hi', buttons: ['x'] }, ['snatchbot.card.button']],
  ])('a card %j', (card, rules) => {
    expect(rulesOf({ message: 'hi', cards: [card] })).toEqual(rules);
  });

  test('an unknown card is shown as labelled JSON', () => {
    expect(read({ message: 'hi', cards: [{ type: 'video', value: 'v' }] }).contents?.[1]).toEqual({
      kind: 'unknown',
      label: 'Card of type video',
      source: '{\n  "type": "video",\n  "value": "v"\n}',
    });
  });

  test.each([
    [{ suggested_replies: 'Yes' }, ['snatchbot.answer.replies']],
    [{ suggested_replies: ['Yes', { title: 'No' }] }, ['snatchbot.answer.replies']],
    [{ cards: {} }, ['snatchbot.cards']],
    [{ blocked_input: 'yes' }, ['snatchbot.answer.blocked']],
    [{ blocked_input: false }, []],
  ])('%j is told', (more, rules) => {
    expect(rulesOf({ message: 'hi', ...more })).toEqual(rules);
  });
});

describe('what is written of an answer', () => {
  const style = { postbackAs: 'module', moduleOf: () => '4711', cardPrompt: 'Choose:' } as const;
  const write = (...contents: readonly Content[]) => writeAnswer(contents, style);
  const button = { title: 'Go', action: { kind: 'postback', payload: 'go' } } as const;

  test('buttons that stand alone give their words to message, and a prompt takes their place', () => {
    expect(write({ kind: 'buttons', text: 'Where to?', buttons: [button] })).toEqual({
      bubbles: ['Where to?'],
      cards: [{ type: 'text', value: 'Choose:', buttons: [{ type: 'module', value: '4711', name: 'Go' }] }],
      suggested: [],
    });
  });

  test('words of nothing but spaces are none', () => {
    expect(write({ kind: 'buttons', text: ' \n', buttons: [button] })).toMatchObject({
      bubbles: ['Choose:'],
      cards: [{ type: 'text', value: 'Choose:' }],
    });
  });

  test('beside other words they keep their own', () => {
    expect(
      write({ kind: 'text', text: 'hi' }, { kind: 'buttons', text: 'Where to?', buttons: [button] }),
    ).toMatchObject({
      bubbles: ['hi'],
      cards: [{ type: 'text', value: 'Where to?' }],
    });
  });

  test('a gallery or picture alone gets the prompt as message', () => {
    expect(write({ kind: 'carousel', cards: [{ title: 'A', buttons: [] }] })).toEqual({
      bubbles: ['Choose:'],
      cards: [{ type: 'gallery', value: 'gallery', gallery: [{ image: '', heading: 'A', subtitle: '', url: '' }] }],
      suggested: [],
    });
    expect(write({ kind: 'media', media: 'image', url: 'http://a.example/x.png' })).toMatchObject({
      bubbles: ['Choose:'],
      cards: [{ type: 'image', value: 'http://a.example/x.png' }],
    });
  });

  test('buttons go as suggested replies where the setting says so, links stay', () => {
    const link = { title: 'Read', action: { kind: 'url', url: 'https://a.example' } } as const;
    const contents: readonly Content[] = [{ kind: 'buttons', text: 'Where to?', buttons: [button, link] }];
    expect(writeAnswer(contents, { ...style, postbackAs: 'suggested' })).toEqual({
      bubbles: ['Where to?'],
      cards: [{ type: 'text', value: 'Choose:', buttons: [{ type: 'url', value: 'https://a.example', name: 'Read' }] }],
      suggested: ['Go'],
    });
  });

  test.each<[Content, readonly string[]]>([
    [{ kind: 'table', text: 'T', columns: ['a', 'b'], rows: [['1', '2']] }, ['T\na | b\n1 | 2']],
    [{ kind: 'media', media: 'video', url: 'http://a.example/v', title: 'Film' }, ['Film\nhttp://a.example/v']],
    [
      {
        kind: 'form',
        formId: 'f',
        title: 'Call me',
        submit: 'Send',
        fields: [{ id: 'n', label: 'Name', type: 'text', isRequired: true }],
      },
      ['Call me\nName: ____'],
    ],
    [{ kind: 'unknown', label: 'Thing', source: '{}' }, ['Thing: {}']],
    [{ kind: 'event', name: 'Task ended', detail: '' }, []],
  ])('what has no form of its own goes as text: %j', (content, bubbles) => {
    expect(write(content)).toEqual({ bubbles, cards: [], suggested: [] });
  });

  test('a list is a gallery, with its own buttons on a card below', () => {
    const { cards } = write(
      { kind: 'text', text: 'Branches' },
      {
        kind: 'list',
        cards: [{ title: 'A', buttons: [] }],
        buttons: [{ title: 'Call', action: { kind: 'phone', number: '+44 1' } }],
      },
    );
    expect(cards).toMatchObject([
      { type: 'gallery' },
      { type: 'text', value: 'Choose:', buttons: [{ type: 'url', value: 'tel:+44 1', name: 'Call' }] },
    ]);
  });
});

describe('a defect of the answers', () => {
  const whole = { message: 'hi', cards: [{ type: 'image', value: 'x' }] };
  test.each([
    ['answer.empty-message', { message: '', cards: [{ type: 'image', value: 'x' }] }],
    ['answer.cards-only', { cards: [{ type: 'image', value: 'x' }] }],
    ['answer.card-without-value', { message: 'hi', cards: [{ type: 'image' }] }],
    [
      'answer.unknown-module',
      {
        message: 'hi',
        cards: [
          { type: 'image', value: 'x' },
          { type: 'text', value: 'Go on here', buttons: [{ type: 'module', value: '999999999', name: 'Go on' }] },
        ],
      },
    ],
  ])('%s', (id, body) => {
    const broken = breakAnswer(whole, { defects: new Set([id]) });
    expect(broken.body).toEqual(body);
    expect(broken.findings.map(({ rule }) => rule)).toEqual([`defect.${id}`]);
  });

  test('finds something to break in an answer without cards', () => {
    expect(breakAnswer({ message: 'hi' }, { defects: new Set(['answer.card-without-value']) }).body).toEqual({
      message: 'hi',
      cards: [{ type: 'text' }],
    });
    expect(breakAnswer({ message: 'hi' }, { defects: new Set(['answer.cards-only']) }).body).toEqual({
      cards: [{ type: 'text', value: 'hi' }],
    });
    expect(breakAnswer({ message: 'hi' }, { defects: new Set() })).toEqual({ body: { message: 'hi' }, findings: [] });
  });
});
