import { describe, expect, test } from 'vitest';
import { kore } from '#shared/platforms/kore/index.ts';
import { bodySchemaOf } from '#shared/schema/exchange-schema.ts';
import { placedFindings, writtenPointers } from '#shared/schema/placed-findings.ts';
import { contentSchemasAt, hintAt } from '#shared/schema/schema-hints.ts';
import { assumed, list, number, object, oneOf, text } from '#shared/schema/vendor-json.ts';

const card = object('Card', { required: { title: text('Title'), size: number('Size', 'In pixels.', assumed) } });
const words = text('Words', 'Or a card as JSON.', { contentSchema: card });
const schema = object(
  'Message',
  {
    required: { said: list('What was said', oneOf('Words', [words, object('Nothing', {})])) },
    optional: { id: text('Id') },
  },
  'One turn.',
  { status: 'documented', source: 'a page' },
);

describe('what a text holds', () => {
  test('is compared with its own description, and said to be inside', () => {
    const value = { id: 1, said: ['hi', JSON.stringify({ title: 'A' }), { title: 1 }, '{"title":"B","size":"big"}'] };
    expect(
      placedFindings(schema, value as never, 'response').map(({ pointers, finding }) => [
        writtenPointers(pointers),
        finding.at,
        finding.summary,
        finding.status,
      ]),
    ).toEqual([
      ['/id', 'response body /id', 'Id (/id) must be text.', 'documented'],
      ['/said/1 > /size', 'response body /said/1 > /size', 'Size (/size) is missing.', 'assumed'],
      ['/said/3 > /size', 'response body /said/3 > /size', 'Size (/size) must be a number.', 'assumed'],
    ]);
  });

  test('has a description where the text has one', () => {
    const value = { said: ['{"title":1}', {}] };
    expect(contentSchemasAt(schema, value, '/said/0')).toEqual([card]);
    expect(contentSchemasAt(schema, value, '/said/1')).toEqual([]);
    expect(contentSchemasAt(schema, value, '/nope')).toEqual([]);
  });
});

test('a value is explained by its title, its sentence, and how sure that is', () => {
  const value = { said: ['{}'] };
  const documented = { status: 'documented', source: 'a page' };
  expect(hintAt(schema, value, '')).toEqual({ title: 'Message', description: 'One turn.', ...documented });
  expect(hintAt(schema, value, '/said/0')).toMatchObject({ title: 'Words', ...documented });
  expect(hintAt(card, { size: 1 }, '/size')).toEqual({
    title: 'Size',
    description: 'In pixels.',
    status: 'assumed',
    source: null,
  });
  expect(hintAt(schema, value, '/nope')).toBe(null);
});

test('a template that a bot quotes in its words is held against the description of templates', () => {
  const template = { type: 'template', payload: { template_type: 'button', text: 'Which?' } };
  const exchange = {
    summary: { direction: 'inbound', end: 'platform', method: 'POST' },
    target: '/chatbot/v2/webhook/st-1',
  } as const;
  const found = bodySchemaOf(exchange, { platformId: 'kore', settings: kore.demo.settings }, 'response');
  const body = { _v: 'v2', data: [{ type: 'text', val: JSON.stringify(template) }] };
  expect(found && placedFindings(found, body as never, 'response').map(({ finding }) => finding.at)).toEqual([
    'response body /data/0/val > /payload/buttons',
  ]);
});
