import type { TSchema } from 'typebox';
import type { Words } from '#renderer/words/words.ts';
import type { BodyPart } from '#shared/exchange/exchange.ts';
import type { Finding, Severity } from '#shared/exchange/finding.ts';
import { placedFindings } from '#shared/schema/placed-findings.ts';
import type { JsonNode, ScannedJson } from '#shared/text/json-node.ts';
import { nameOf, nodeAtOffset, sourceOf } from '#shared/text/json-outline.ts';
import { findingsIn, rowOfPointers } from '../json-search.ts';
import { otherNumber } from './exact-number.ts';
import { valueOf } from './json-hints.ts';
import { byPlace } from './row-order.ts';

/** What is to be said beside a value of a body. */
export type RowNote = {
  readonly tone: 'bad' | 'attention' | 'note';
  readonly sentence: string;
  /** Where it is a finding: whose rule and source are told as well. The sentence is English then. */
  readonly finding: Finding | null;
};

/** The notes by their rows, and the rows that have any in the order of the text. */
export type RowNotes = { readonly byRow: ReadonlyMap<string, readonly RowNote[]>; readonly ids: readonly string[] };

export const noNotes: RowNotes = { byRow: new Map(), ids: [] };

/** So many are read by nobody: the rest is in the text. */
const most = 200;

const tones: Readonly<Record<Severity, RowNote['tone']>> = { error: 'bad', warning: 'attention', info: 'note' };

const ofFinding = (finding: Finding): RowNote => ({
  tone: tones[finding.severity],
  sentence: finding.summary,
  finding,
});

type Noted = readonly [id: string, note: RowNote];

type NotedBody = {
  readonly scanned: ScannedJson;
  readonly findings: readonly Finding[];
  /** How the vendor describes it; null where it does not. */
  readonly schema: TSchema | null;
  readonly part: BodyPart;
};

/** What is to be said beside the values of a body: findings, what is not as it is described, and what parsers read otherwise than it stands there. */
export const rowNotes = ({ scanned, findings, schema, part }: NotedBody, words: Words['body']): RowNotes => {
  const value = schema && valueOf(scanned);
  const described = schema && value !== null && value !== undefined ? placedFindings(schema, value, part) : [];
  const noted: readonly Noted[] = [
    ...problemNotes(scanned),
    ...oddNotes(scanned, words),
    ...[...findingsIn(findings, part), ...described].flatMap(({ pointers, finding }): readonly Noted[] => {
      const id = rowOfPointers(scanned, pointers);
      return id === null ? [] : [[id, ofFinding(finding)]];
    }),
  ].slice(0, most);
  const byRow = new Map<string, readonly RowNote[]>();
  for (const [id, note] of noted) {
    const before = byRow.get(id) ?? [];
    if (!before.some(({ sentence }) => sentence === note.sentence)) byRow.set(id, [...before, note]);
  }
  return { byRow, ids: [...byRow.keys()].toSorted(byPlace) };
};

/** Where the text is no JSON. */
const problemNotes = (scanned: ScannedJson): readonly Noted[] =>
  scanned.problems.map(({ at, message }) => [
    String(nodeAtOffset(scanned, at)?.index ?? 0),
    { tone: 'bad', sentence: `${message.charAt(0).toUpperCase()}${message.slice(1)}.`, finding: null },
  ]);

/** What stands there as it came, and is something else to whoever parses it. */
const oddNotes = (scanned: ScannedJson, words: Words['body']): readonly Noted[] => {
  const noted: Noted[] = [];
  for (const node of scanned.nodes) {
    if (noted.length === most) break;
    const sentence = oddSentence(scanned, node, words);
    if (sentence !== null) noted.push([String(node.index), { tone: 'attention', sentence, finding: null }]);
  }
  return noted;
};

const oddSentence = (scanned: ScannedJson, node: JsonNode, words: Words['body']): string | null => {
  if (node.isRepeated) return words.repeatedName(nameOf(scanned, node) ?? '');
  const other = node.kind === 'number' ? otherNumber(sourceOf(scanned, node)) : null;
  return other === null ? null : words.otherNumber(other);
};
