import { expect, test } from 'vitest';
import { highlightsOf } from '#shared/query/highlights.ts';
import { readQuery } from '#shared/query/read-query.ts';

test('words are pointed out everywhere, values of a field in their place, and nothing that is negated', () => {
  const { query } = readQuery(
    'Card path:/hooks header:x-a=1 header:x-b body:"say hi" res.body:ok -path:/poll -no note:QA status:401',
  );
  expect(highlightsOf(query)).toEqual({
    path: ['card', '/hooks'],
    note: ['qa'],
    heads: ['card', '1', 'x-b'],
    requestBody: ['card', 'say hi'],
    responseBody: ['card', 'say hi', 'ok'],
  });
});
