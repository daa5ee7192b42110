import type { BodyPart } from '#shared/exchange/exchange.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import type { PlacedFinding } from '#shared/schema/placed-findings.ts';
import type { JsonNode, ScannedJson } from '#shared/text/json-node.ts';
import { nameOf, nodeAtPointer, sourceOf } from '#shared/text/json-outline.ts';
import { decodedString } from '#shared/text/json-tokens.ts';
import { innerOf } from './json-rows.ts';

/** More hits than this nobody goes through. */
const mostHits = 10_000;

/** Rows by their ids in order; `isCut` where there are more. */
export type RowsFound = { readonly ids: readonly string[]; readonly isCut: boolean };

/**
 * The rows whose name or text holds these words, whatever their case, in order. Where a string holds JSON, what is inside it is found, not
 * the string.
 */
export const rowsWith = (scanned: ScannedJson, words: string): RowsFound => {
  const wanted = words.toLowerCase();
  const ids: string[] = [];
  if (wanted !== '') addHits(ids, scanned, wanted, '');
  return { ids: ids.slice(0, mostHits), isCut: ids.length > mostHits };
};

/** Strings inside strings nest, and so does this: each layer is shorter than the one around it. */
const addHits = (ids: string[], scanned: ScannedJson, wanted: string, prefix: string): void => {
  for (const node of scanned.nodes) {
    if (ids.length > mostHits) return;
    const id = `${prefix}${String(node.index)}`;
    const isNamed = nameOf(scanned, node)?.toLowerCase().includes(wanted) === true;
    if (isNamed) ids.push(id);
    const inside = innerOf(scanned, node);
    if (inside) addHits(ids, inside.scanned, wanted, `${id}>`);
    else if (!isNamed && holds(scanned, node, wanted)) ids.push(id);
  }
};

const holds = (scanned: ScannedJson, node: JsonNode, wanted: string): boolean =>
  node.kind !== 'object' && node.kind !== 'array' && textOf(scanned, node).toLowerCase().includes(wanted);

const textOf = (scanned: ScannedJson, node: JsonNode): string => {
  const source = sourceOf(scanned, node);
  return node.kind === 'string' ? decodedString(source) : source;
};

/** The findings about one body, with their places in it. Those about other places are left out. */
export const findingsIn = (findings: readonly Finding[], part: BodyPart): readonly PlacedFinding[] =>
  findings.flatMap((finding) => {
    const pointer = pointerIn(finding.at ?? '', part);
    return pointer === null ? [] : [{ pointers: pointer.split(' > '), finding }];
  });

const pointerIn = (at: string, part: BodyPart): string | null => {
  const found = /^(response )?body(?: (\/.*))?$/s.exec(at);
  return found && (found[1] !== undefined) === (part === 'response') ? (found[2] ?? '') : null;
};

/** The row that a finding belongs to: where something is missing, that is what it is missing from. Null where there is no value at all. */
export const rowOfPointers = (scanned: ScannedJson, [pointer = '', ...more]: readonly string[]): string | null => {
  const found = nodeAtPointer(scanned, pointer);
  if (!found) return null;
  const id = String(found.node.index);
  const inside = found.isThere && more.length > 0 ? innerOf(scanned, found.node) : null;
  const within = inside && rowOfPointers(inside.scanned, more);
  return within === null ? id : `${id}>${within}`;
};
