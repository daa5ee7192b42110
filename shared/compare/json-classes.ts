import type { JsonNode, ScannedJson } from '#shared/text/json-node.ts';
import { childrenOf, nameOf, sourceOf } from '#shared/text/json-outline.ts';
import { decodedString } from '#shared/text/json-tokens.ts';

/** For each value of a text a number: values with the same number are equal. */
export type Classes = Int32Array;

/**
 * Numbers the values of several texts so that equal ones have the same number, however they are laid out: the order of members does not
 * count, numbers are told by their digits as they came, strings by what they stand for after `meant`. Without recursion, in one pass.
 */
export const createClasses = (meant: (text: string) => string): ((scanned: ScannedJson) => Classes) => {
  const known = new Map<string, number>();
  const numberOf = (key: string): number => {
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, known.size);
    return known.size - 1;
  };
  return (scanned) => {
    const classes = new Int32Array(scanned.nodes.length);
    // From the last to the first: what is inside a value is numbered before it.
    for (let at = scanned.nodes.length - 1; at >= 0; at -= 1) {
      const node = scanned.nodes[at];
      if (node) classes[at] = numberOf(keyOf(scanned, node, classes, meant));
    }
    return classes;
  };
};

const keyOf = (scanned: ScannedJson, node: JsonNode, classes: Classes, meant: (text: string) => string): string => {
  const classOf = ({ index }: JsonNode): string => String(classes[index]);
  switch (node.kind) {
    case 'array':
      return `[${childrenOf(scanned, node).map(classOf).join()}`;
    case 'object':
      return `{${childrenOf(scanned, node)
        .map((each) => `${JSON.stringify(nameOf(scanned, each))}:${classOf(each)}`)
        .toSorted()
        .join()}`;
    case 'string':
      return `"${meant(decodedString(sourceOf(scanned, node)))}`;
    case 'number':
      return `#${meant(sourceOf(scanned, node))}`;
    case 'boolean':
    case 'null':
    case 'error':
      return `=${sourceOf(scanned, node)}`;
    default:
      return node.kind;
  }
};
