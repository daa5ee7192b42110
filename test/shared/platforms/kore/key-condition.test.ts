import { expect, test } from 'vitest';
import { examplePublicKey } from '#shared/platforms/kore/example-tokens.ts';
import { kore } from '#shared/platforms/kore/index.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { contextWith } from '#test/shared/platforms/kore/kore-context.ts';

const conditionOf = (settings: JsonObject) => kore.condition(contextWith(settings));

test('a channel whose keys are there has nothing wrong', () => {
  expect(conditionOf({})).toBeNull();
  expect(conditionOf({ algorithm: 'RS256', publicKey: examplePublicKey, clientSecret: '' })).toBeNull();
});

test.each([
  [{ clientSecret: '' }, 'no client secret'],
  [{ algorithm: 'RS256' }, 'no key for RS256'],
  [{ algorithm: 'RS512', publicKey: examplePublicKey.slice(0, 80) }, 'The public key of this channel cannot be used.'],
  [{ algorithm: 'RS512', publicKey: examplePublicKey, privateKey: examplePublicKey }, 'nothing can be signed with it'],
])('what is wrong with the keys is said of the channel, case %#', (settings, sentence) => {
  expect(conditionOf(settings)).toMatchObject({ sentence: expect.stringContaining(sentence), remedy: null });
});
