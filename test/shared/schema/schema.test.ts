import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { issuesOf } from '#shared/contract/input-issues.ts';
import { channeltalk } from '#shared/platforms/channeltalk/index.ts';
import { kore } from '#shared/platforms/kore/index.ts';
import { bodySchemaOf } from '#shared/schema/exchange-schema.ts';
import { keyCompletions, valueCompletions } from '#shared/schema/schema-completions.ts';
import { schemaFindings } from '#shared/schema/schema-findings.ts';
import { partsOf, schemasAt } from '#shared/schema/schema-places.ts';
import {
  assumed,
  choice,
  flag,
  list,
  number,
  object,
  oneOf,
  openText,
  text,
  word,
} from '#shared/schema/vendor-json.ts';

const schema = object(
  'Message',
  {
    required: {
      from: object('User', { required: { id: text('User id', 'Who speaks.') } }),
      body: oneOf('Body', [
        object('Text', { required: { kind: word('text', 'Text'), text: text('Text') } }),
        object('Picture', {
          required: { kind: word('picture', 'Picture'), url: text('Address') },
          optional: { size: number('Size', '', assumed) },
        }),
      ]),
    },
    optional: {
      language: openText('Language', ['en', 'ko']),
      loud: flag('Loud'),
      tags: list('Tags', choice('Tag', ['a', 'b'])),
    },
  },
  '',
  { status: 'documented', source: 'a page' },
);

const names = (value: unknown, pointer: string): readonly string[] =>
  keyCompletions(schema, value as never, pointer).map(({ name, isRequired }) => `${name}${isRequired ? ' *' : ''}`);
const values = (value: unknown, pointer: string): readonly string[] =>
  valueCompletions(schema, value as never, pointer).map(({ source }) => source);

describe('the names that may be written', () => {
  test('are those that are not there yet, the ones that are needed first', () => {
    expect(names({}, '')).toEqual(['from *', 'body *', 'language', 'loud', 'tags']);
    expect(names({ from: {}, loud: true }, '')).toEqual(['body *', 'language', 'tags']);
    expect(names({ from: {} }, '/from')).toEqual(['id *']);
  });

  test('depend on the kind of object, once that is told', () => {
    expect(names({ body: {} }, '/body')).toEqual(['kind *', 'text *', 'url *', 'size']);
    expect(names({ body: { kind: 'picture' } }, '/body')).toEqual(['url *', 'size']);
    expect(names({ body: { kind: 'pic' } }, '/body')).toEqual(['text *', 'url *', 'size']);
  });

  test('say what they are, and how to begin', () => {
    expect(keyCompletions(schema, { body: { kind: 'picture' } }, '/body')).toEqual([
      { name: 'url', title: 'Address', description: '', isRequired: true, isAssumed: false, begins: '""' },
      { name: 'size', title: 'Size', description: '', isRequired: false, isAssumed: true, begins: '0' },
    ]);
    expect(keyCompletions(schema, {}, '').map(({ begins }) => begins)).toEqual(['{}', '{}', '""', 'false', '[]']);
    expect(keyCompletions(schema, { body: {} }, '/body')[0]?.begins).toBe('"text"');
  });

  test('are none where nothing is described, also under odd names', () => {
    expect([names({}, '/nope'), names({}, '/from/__proto__'), names({}, '/constructor')]).toEqual([[], [], []]);
  });
});

test('the values that may be written are literals, known words, true and false', () => {
  expect(values({}, '/language')).toEqual(['"en"', '"ko"']);
  expect(values({}, '/loud')).toEqual(['true', 'false']);
  expect(values({ tags: [] }, '/tags/0')).toEqual(['"a"', '"b"']);
  expect(values({ body: { kind: 'x' } }, '/body/kind')).toEqual(['"text"', '"picture"']);
  expect(values({}, '/from/id')).toEqual([]);
});

describe('what is not as it is described', () => {
  test('is told beside its value, with its title and its source', () => {
    const value = { from: {}, body: { kind: 'picture', url: 'x', size: 'big' } };
    expect(schemaFindings(schema, value, 'request')).toEqual([
      {
        severity: 'warning',
        rule: 'body.schema',
        summary: 'User id (/from/id) is missing.',
        at: 'body /from/id',
        status: 'documented',
        source: 'a page',
      },
      {
        severity: 'warning',
        rule: 'body.schema',
        summary: 'Size (/body/size) must be a number.',
        at: 'body /body/size',
        status: 'assumed',
        source: 'a page',
      },
    ]);
  });

  test('of a response says so, and the whole body has its name', () => {
    expect(schemaFindings(schema, [], 'response')[0]).toMatchObject({
      summary: 'The body (Message) must be a JSON object.',
      at: 'response body',
    });
  });

  test('of a choice is told in one sentence', () => {
    const body = (value: unknown) =>
      schemaFindings(schema, { from: { id: '1' }, body: value as never }, 'request').map(({ summary }) => summary);
    expect(body({ kind: 'film' })).toEqual(['Text (/body/kind) must be "text" or "picture".']);
    expect(body({ kind: 'text' })).toEqual(['Text (/body/text) is missing.']);
    const byName = oneOf('Message', [
      object('One', { required: { one: text('One') } }),
      object('Two', { required: { two: text('Two') } }),
    ]);
    expect(issuesOf(byName, {})).toEqual([{ path: '', message: 'must have one or two' }]);
    expect(issuesOf(byName, { two: 2 })).toEqual([{ path: '/two', message: 'must be text' }]);
  });

  test('is nothing where a member is not described', () => {
    expect(
      schemaFindings(schema, { from: { id: '1', more: [] }, body: { kind: 'text', text: '' }, extra: 1 }, 'request'),
    ).toEqual([]);
  });

  test('is found in any JSON without an error, and every place has a schema or none', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        for (const described of [
          schema,
          kore.bodySchema?.(
            'response',
            'platform',
            { method: 'POST', target: '/chatbot/v2/webhook/st-1' },
            kore.demo.settings,
          ),
          channeltalk.bodySchema?.('request', 'app', { method: 'POST', target: '/' }, {}),
        ]) {
          if (!described) throw new Error('It is described.');
          const findings = schemaFindings(described, value as never, 'request');
          expect(findings.length === 0).toBe(issuesOf(described, value).length === 0);
          for (const { at = '' } of findings)
            expect(() => schemasAt(described, value as never, at.slice(5))).not.toThrow();
        }
      }),
    );
  });
});

test('a body of an exchange is described by the end that it went to', () => {
  const at = (
    direction: 'inbound' | 'outbound',
    end: 'app' | 'platform' | null,
    part: 'request' | 'response',
    target = '/chatbot/v2/webhook/st-1',
  ) => {
    const exchange = { summary: { direction, end, method: 'POST' }, target };
    const found = bodySchemaOf(exchange, { platformId: 'kore', settings: kore.demo.settings }, part);
    return found ? partsOf(found).title : null;
  };
  expect(at('inbound', 'platform', 'request')).toBe('Message of the user, V2');
  expect(at('outbound', 'app', 'response')).toBe('Reply of the platform, V2');
  expect(at('outbound', 'platform', 'request', '/my/post-url')).toMatch(/^Posted to the app/);
  expect(at('inbound', 'platform', 'request', '/elsewhere')).toBe(null);
  expect(
    bodySchemaOf(
      { summary: { direction: 'inbound', end: null, method: 'POST' }, target: '/' },
      { platformId: 'nobody', settings: {} },
      'request',
    ),
  ).toBe(null);
});
