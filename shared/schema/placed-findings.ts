import type { TSchema } from 'typebox';
import type { BodyPart } from '#shared/exchange/exchange.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import { pointerTo } from '#shared/text/json-pointer.ts';
import { isJsonObject, type Json } from '#shared/text/json.ts';
import { nestedJson } from '#shared/text/nested-json.ts';
import { schemaFindings } from './schema-findings.ts';
import { optionsOf, partsOf } from './schema-places.ts';

/** A finding and the value that it is about: JSON Pointers (RFC 6901), each inside the text that the one before leads to. */
export type PlacedFinding = { readonly pointers: readonly string[]; readonly finding: Finding };

/** More texts with JSON inside than this are not looked into. */
const mostTexts = 200;

/** How pointers are written in one line, where one leads into the text that the other leads to. */
export const writtenPointers = (pointers: readonly string[]): string => pointers.join(' > ');

/**
 * What of a body is not as its vendor describes it, in the JSON that its texts hold as well, where that is described. As
 * `schemaFindings` has them; those inside a text say so in `at`: `body /data/0/val > /payload`.
 */
export const placedFindings = (schema: TSchema, value: Json, part: BodyPart): readonly PlacedFinding[] => {
  const own = schemaFindings(schema, value, part).map((finding) => ({ pointers: [pointerIn(finding)], finding }));
  const inside = textsIn(schema, value).flatMap(({ pointer, text, content }): readonly PlacedFinding[] => {
    const source = nestedJson(text);
    if (source === null) return [];
    return schemaFindings(content, JSON.parse(source) as Json, part).map((finding) => {
      const pointers = [pointer, pointerIn(finding)];
      const at = `${part === 'response' ? 'response ' : ''}body ${writtenPointers(pointers)}`.trimEnd();
      return { pointers, finding: { ...finding, at } };
    });
  });
  return [...own, ...inside];
};

const pointerIn = ({ at = '' }: Finding): string => at.slice(at.indexOf('body') + 'body '.length);

type DescribedText = { readonly pointer: string; readonly text: string; readonly content: TSchema };

/** The texts of which it is described what JSON they hold. The schema leads: what it does not name is not looked at. */
const textsIn = (schema: TSchema, value: Json): readonly DescribedText[] => {
  const found: DescribedText[] = [];
  const waiting: { readonly schema: TSchema; readonly value: Json; readonly pointer: string }[] = [
    { schema, value, pointer: '' },
  ];
  for (let next = waiting.pop(); next && found.length < mostTexts; next = waiting.pop()) {
    const { value: at, pointer } = next;
    for (const option of optionsOf(next.schema, at)) {
      const { properties = {}, items, contentSchema } = partsOf(option);
      if (typeof at === 'string') {
        if (contentSchema) found.push({ pointer, text: at, content: contentSchema });
      } else if (Array.isArray(at)) {
        if (!items) continue;
        for (const [index, each] of (at as readonly Json[]).entries())
          waiting.push({ schema: items, value: each, pointer: pointerTo(pointer, String(index)) });
      } else if (isJsonObject(at)) {
        for (const [name, property] of Object.entries(properties))
          if (Object.hasOwn(at, name))
            waiting.push({ schema: property, value: at[name] as Json, pointer: pointerTo(pointer, name) });
      }
    }
  }
  return found.toReversed();
};
