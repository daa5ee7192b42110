import type { BodyPart } from '#shared/exchange/exchange.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import type { JsonNode, ScannedJson } from '#shared/text/json-node.ts';
import { nameOf, nodeAtPointer, sourceOf } from '#shared/text/json-outline.ts';
import { decodedString } from '#shared/text/json-tokens.ts';

/** More hits than this nobody goes through. */
const mostHits = 10_000;

/** The values whose name or text holds these words, whatever their case, in order; `isCut` where there are more. */
export const nodesWith = (
  scanned: ScannedJson,
  words: string,
): { readonly nodes: readonly JsonNode[]; readonly isCut: boolean } => {
  const wanted = words.toLowerCase();
  if (wanted === '') return { nodes: [], isCut: false };
  const nodes: JsonNode[] = [];
  for (const node of scanned.nodes) {
    if (!holds(scanned, node, wanted)) continue;
    if (nodes.length === mostHits) return { nodes, isCut: true };
    nodes.push(node);
  }
  return { nodes, isCut: false };
};

const holds = (scanned: ScannedJson, node: JsonNode, wanted: string): boolean =>
  nameOf(scanned, node)?.toLowerCase().includes(wanted) === true ||
  (node.kind !== 'object' && node.kind !== 'array' && textOf(scanned, node).toLowerCase().includes(wanted));

const textOf = (scanned: ScannedJson, node: JsonNode): string => {
  const source = sourceOf(scanned, node);
  return node.kind === 'string' ? decodedString(source) : source;
};

/**
 * The findings about one body, by the index of the value that each of them belongs to: where something is missing, that is what it is
 * missing from. Those about other places are left out.
 */
export const findingsByNode = (
  scanned: ScannedJson,
  findings: readonly Finding[],
  part: BodyPart,
): ReadonlyMap<number, readonly Finding[]> => {
  const byNode = new Map<number, readonly Finding[]>();
  for (const finding of findings) {
    const pointer = pointerIn(finding.at ?? '', part);
    const index = pointer === null ? undefined : nodeAtPointer(scanned, pointer)?.node.index;
    if (index !== undefined) byNode.set(index, [...(byNode.get(index) ?? []), finding]);
  }
  return byNode;
};

const pointerIn = (at: string, part: BodyPart): string | null => {
  const found = /^(response )?body(?: (\/.*))?$/s.exec(at);
  return found && (found[1] !== undefined) === (part === 'response') ? (found[2] ?? '') : null;
};
