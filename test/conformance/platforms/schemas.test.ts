import type { TSchema } from 'typebox';
import { describe, expect, test } from 'vitest';
import { issuesOf } from '#shared/contract/input-issues.ts';
import { readJsonBody } from '#shared/exchange/json-body.ts';
import { pathOf } from '#shared/exchange/raw-http.ts';
import type { Platform, PlatformExample } from '#shared/platforms/platform.ts';
import { platforms } from '#shared/platforms/registry.ts';
import { partsOf } from '#shared/schema/schema-places.ts';

const schemaOf = (
  { bodySchema, demo }: Platform,
  { end, request, settings }: PlatformExample,
  part: 'request' | 'response',
) => bodySchema?.(part, end, request, { ...demo.settings, ...settings }) ?? null;

/** Requests that are meant to be taken: their body is as the vendor has it, or is told to be odd for another reason. */
const isMeantWell = ({ expect: { status } }: PlatformExample): boolean =>
  status < 400 || status === 401 || status === 403;

/** Examples whose point is that the body is not as the vendor has it, and that an end takes it or tells another reason first. */
const oddOnPurpose: readonly string[] = [
  'Posted to the app: a message of V2',
  'verifyToken in the body instead of an access token',
];

const insideOf = (schema: TSchema): readonly TSchema[] => {
  const { properties = {}, items, anyOf = [], allOf = [] } = partsOf(schema);
  return [schema, ...[...Object.values(properties), ...(items ? [items] : []), ...anyOf, ...allOf].flatMap(insideOf)];
};

describe.each(platforms)('the JSON of $name is described', (platform) => {
  const described = platform.examples.filter((each) => schemaOf(platform, each, 'request') !== null);

  test('for its main messages', () => {
    expect(described.length).toBeGreaterThan(platform.examples.length / 3);
  });

  test.each(described.filter(isMeantWell))('as in the example “$title”', (example) => {
    const schema = schemaOf(platform, example, 'request');
    const { value } = readJsonBody(example.request);
    if (!schema || value === undefined) return;
    if (oddOnPurpose.includes(example.title)) expect(issuesOf(schema, value)).not.toEqual([]);
    else expect(issuesOf(schema, value)).toEqual([]);
  });

  test('and so are the answers that examples expect', () => {
    for (const example of platform.examples) {
      const schema = schemaOf(platform, example, 'response');
      if (schema && example.expect.body !== undefined)
        expect({ title: example.title, issues: issuesOf(schema, example.expect.body) }).toEqual({
          title: example.title,
          issues: [],
        });
    }
  });

  test('with a title everywhere, and a source for the whole', () => {
    const schemas = platform.examples.flatMap((each) =>
      (['request', 'response'] as const).flatMap((part) => schemaOf(platform, each, part) ?? []),
    );
    for (const schema of new Set(schemas)) {
      for (const each of insideOf(schema))
        if (partsOf(each).const === undefined) expect(partsOf(each).title, JSON.stringify(each)).toBeTruthy();
      const options = partsOf(schema).anyOf ?? [];
      const origins = [schema, ...options].map((each) => ('source' in each ? each.source : ''));
      expect(origins.some(Boolean), pathOf(partsOf(schema).title ?? '')).toBe(true);
    }
  });
});

test('what is meant to be wrong is told where the description can see it', () => {
  const wrong = platforms.flatMap((platform) =>
    platform.examples
      .filter(({ expect: { status } }) => status === 400 || status === 422)
      .flatMap((example) => {
        const schema = schemaOf(platform, example, 'request');
        const { value } = readJsonBody(example.request);
        return schema && value !== undefined
          ? [
              issuesOf(schema, value).map(({ path, message }) => `${example.title}: ${path} ${message}`)[0] ??
                `${example.title}: nothing`,
            ]
          : [];
      }),
  );
  expect(wrong).toMatchInlineSnapshot(`
    [
      "No from.id: /from/id is missing",
      "No message.text: /message/text is missing",
      "The body of V2 at the address of V1: /message/text is missing",
      "V2: a picture without words: nothing",
      "V2: an event that is none: /message/val must be "ON_CONNECT" or "SESSION_CLOSURE"",
      "V2: a form without its inputs: /message/val/data is missing",
      "V2: the body of V1 at the address of V2: /message/type must be "text", "event", "formData" or "template"",
      "Posted to the app: V2 without to, while nobody has spoken:  must have text or endOfTask",
      "A notification on a synchronous channel: nothing",
      "A notification to nobody: /identities must have at least one entry",
      "The form of the deprecated dialect:  must have message or sessionData",
      "The form of bot messages: /message must have textMessage, postbackMessage or introMessage",
      "Deprecated: no sender: /sender is missing",
      "API channel: no user_id: nothing",
      "API channel: no message: /message is missing",
      "An angle bracket that is not escaped: nothing",
      "As a manager in a team chat: nothing",
    ]
  `);
});
