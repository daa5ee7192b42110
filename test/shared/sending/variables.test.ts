import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filledRequest, variableIssues } from '#shared/sending/fill-request.ts';
import { fillVariables } from '#shared/sending/fill-variables.ts';
import type { EditedRequest } from '#shared/sending/edited-request.ts';
import { knownVariables, mentionsIn, variableProblems, type VariableValues } from '#shared/sending/variables.ts';

const values: VariableValues = {
  now: Date.UTC(2026, 0, 31, 12) + 0.7,
  uuid: () => '0f8fad5b-d9cb-469f-a165-70867728950e',
  n: 3,
  settings: { botId: 'b/1', token: 'say "hi"\n\\', limit: 5, host: 'http://127.0.0.1:4700' },
};
const known = knownVariables(Object.keys(values.settings ?? {}));

describe('a mention', () => {
  test('is what stands in double braces on one line, with its place', () => {
    expect(mentionsIn('a {{now}} {{ uuid }} {{n\n}} {{}} {x} {{{n}}}')).toEqual([
      { name: 'now', from: 2, to: 9 },
      { name: 'uuid', from: 10, to: 20 },
      { name: '', from: 28, to: 32 },
      { name: 'n', from: 38, to: 43 },
    ]);
  });

  test('of a variable that there is not is told with its place and what is known', () => {
    const [problem] = variableProblems('{"id":\n "{{uid}}"}', known);
    expect(problem?.message).toBe(
      'has a variable that is not known, {{uid}}, at line 2, character 3. Known are: now, now.ms, now.s, uuid, n, setting:botId, setting:token, setting:limit, setting:host',
    );
    expect(variableProblems('{{ setting:botId }}{{now.ms}}', known)).toEqual([]);
    expect(variableProblems('{{n}}'.repeat(501), known)).toHaveLength(1);
  });
});

describe('a variable is filled in', () => {
  test('as the time, a number or an id', () => {
    expect(fillVariables('{{now}} {{now.ms}} {{now.s}} {{n}} {{uuid}}', 'text', values)).toBe(
      '2026-01-31T12:00:00.000Z 1769860800000 1769860800 3 0f8fad5b-d9cb-469f-a165-70867728950e',
    );
  });

  test('percent-encoded in a path and a query, and as it is where the address begins', () => {
    expect(fillVariables('{{setting:host}}/hooks/{{setting:botId}}?t={{setting:token}}', 'url', values)).toBe(
      'http://127.0.0.1:4700/hooks/b%2F1?t=say%20%22hi%22%0A%5C',
    );
    expect(fillVariables('https://{{setting:botId}}.example/', 'url', values)).toBe('https://b/1.example/');
  });

  test('in JSON: escaped inside a text, a value of its own outside', () => {
    expect(
      fillVariables('{"t":"<{{setting:token}}>","n":{{n}},"id":{{uuid}},"l":[{{setting:limit}}]}', 'json', values),
    ).toBe('{"t":"<say \\"hi\\"\\n\\\\>","n":3,"id":"0f8fad5b-d9cb-469f-a165-70867728950e","l":[5]}');
  });

  test('in JSON inside a text of JSON, escaped as often', () => {
    const inner = JSON.stringify({ deep: JSON.stringify({ t: '{{setting:token}}' }), t: '{{setting:token}}' });
    const filled = fillVariables(JSON.stringify({ data: inner, plain: '{{n}} {{n}}' }), 'json', values);
    const outer = JSON.parse(filled) as { data: string; plain: string };
    const middle = JSON.parse(outer.data) as { deep: string; t: string };
    expect([outer.plain, middle.t, JSON.parse(middle.deep)]).toEqual(['3 3', 'say "hi"\n\\', { t: 'say "hi"\n\\' }]);
  });

  test('in a text that only begins like JSON, as plain text', () => {
    expect(fillVariables('{"t":"[{{now.s}}] log {{setting:botId}}"}', 'json', values)).toBe(
      '{"t":"[1769860800] log b/1"}',
    );
  });

  test('in JSON that a person is still writing', () => {
    expect(fillVariables('{"t":"{{setting:token}}', 'json', values)).toBe('{"t":"say \\"hi\\"\\n\\\\');
    expect(fillVariables('{"t" {{n}}', 'json', values)).toBe('{"t" 3');
  });

  test('encoded in a form', () => {
    expect(fillVariables('a=1&t={{setting:token}}', 'form', values)).toBe('a=1&t=say+%22hi%22%0A%5C');
  });

  test('never by what another value says', () => {
    expect(fillVariables('{{setting:x}}{{n}}', 'text', { ...values, settings: { x: '{{n}}{' } })).toBe('{{n}}{3');
    expect(fillVariables('{{setting:__proto__}}{{setting:toString}}', 'text', values)).toBe('');
  });
});

describe('a request', () => {
  const request: EditedRequest = {
    channelId: 'c',
    method: 'POST',
    url: 'http://h/{{n}}',
    headers: [
      ['X-{{n}}', '{{setting:token}}'],
      ['Content-Type', 'application/json'],
    ],
    body: { text: '{"t":"{{setting:token}}"}' },
    sign: 'as-is',
    withVariables: true,
  };

  test('is filled in its address, the values of its headers and its body', () => {
    expect(filledRequest(request, values)).toEqual({
      ...request,
      url: 'http://h/3',
      headers: [
        ['X-{{n}}', 'say "hi"\n\\'],
        ['Content-Type', 'application/json'],
      ],
      body: { text: '{"t":"say \\"hi\\"\\n\\\\"}' },
    });
  });

  test('without variables keeps its braces', () => {
    expect(filledRequest({ ...request, withVariables: false }, values)).toEqual({ ...request, withVariables: false });
    expect(variableIssues({ ...request, url: '{{x}}', withVariables: false }, known)).toEqual([]);
  });

  test('says beside which field a variable is not known', () => {
    const wrong: EditedRequest = { ...request, url: '{{a}}', headers: [['A', '{{b}}']], body: { text: '{{c}}' } };
    expect(variableIssues(wrong, known).map(({ path }) => path)).toEqual(['/url', '/headers/0/1', '/body/text']);
  });
});

const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('"', '\\', '{', '[', '\n', 'a'));

test('whatever a setting holds and wherever it stands, JSON stays JSON and says what the setting says', () => {
  fc.assert(
    fc.property(
      piece,
      piece.map((each) => each.replaceAll(/\{\{[^{}\r\n]*\}\}/g, '')),
      (secret, around) => {
        const filled = fillVariables(
          JSON.stringify({ around: `${around}x {{setting:s}}`, nested: JSON.stringify({ s: '{{setting:s}}' }) }),
          'json',
          { ...values, settings: { s: secret } },
        );
        const outer = JSON.parse(filled) as { around: string; nested: string };
        expect(outer.around).toBe(`${around}x ${secret}`);
        expect(JSON.parse(outer.nested)).toEqual({ s: secret });
      },
    ),
  );
});

test('whatever a setting holds, it comes back out of the query', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (secret) => {
      const url = fillVariables('http://h/?t={{setting:s}}', 'url', { ...values, settings: { s: secret } });
      expect(new URL(url).searchParams.get('t')).toBe(secret);
    }),
  );
});

test('nothing but the mentions changes', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('{{n}}', 'a', '"', '{', '}', '\\', ' '), { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      const expected = mentionsIn(text)
        .toReversed()
        .reduce((all, { from, to }) => `${all.slice(0, from)}3${all.slice(to)}`, text);
      if (mentionsIn(text).every(({ name }) => name === 'n'))
        expect(fillVariables(text, 'text', values)).toBe(expected);
      if (mentionsIn(text).every(({ name }) => name === 'n'))
        expect(fillVariables(text, 'json', values)).toBe(expected);
    }),
  );
});
