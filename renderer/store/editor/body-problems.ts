import type { TSchema } from 'typebox';
import { schemaFindings } from '#shared/schema/schema-findings.ts';
import { mentionsIn, variableProblems, type Mention, type Variable } from '#shared/sending/variables.ts';
import { nodeAtPointer } from '#shared/text/json-outline.ts';
import type { ScannedJson } from '#shared/text/json-node.ts';
import { scanJson } from '#shared/text/json-scan.ts';
import { parseJson } from '#shared/text/parse-json.ts';
import type { BodyDraft } from './body-text.ts';
import { blankVariables } from './json-blanks.ts';

/** Something about a body while it is written, and where: 0-based, in UTF-16 units. An error is no JSON; a warning is not as the vendor describes it. */
export type BodyProblem = {
  readonly from: number;
  readonly to: number;
  readonly severity: 'error' | 'warning';
  readonly message: string;
};

type Known = { readonly schema: TSchema | null; readonly variables: readonly Variable[] | null };

/** Longer bodies are only looked at for whether they are JSON. */
const longestChecked = 1_000_000;
const most = 100;

/** What is wrong with a body as it is written; nothing for one that is not meant as JSON but for its variables. */
export const bodyProblems = ({ form, text }: BodyDraft, { schema, variables }: Known): readonly BodyProblem[] => {
  const unknown = variables
    ? variableProblems(text, variables).map(({ from, to, message }) => ({
        from,
        to,
        message,
        severity: 'error' as const,
      }))
    : [];
  if (form !== 'json' || text.trim() === '') return unknown;
  const scanned = scanJson(blankVariables(text, variables !== null));
  const broken = scanned.problems.map(({ at, message }) => ({
    ...spotAt(text, at),
    message,
    severity: 'error' as const,
  }));
  const isChecked = broken.length === 0 && text.length <= longestChecked;
  const wrong = isChecked && schema ? schemaProblems(scanned, schema, variables ? mentionsIn(text) : []) : [];
  return [...unknown, ...broken, ...wrong].slice(0, most);
};

/** A sign that can be pointed at: at the end of the text, the last one. */
const spotAt = (text: string, at: number): { readonly from: number; readonly to: number } => {
  const from = Math.min(at, Math.max(0, text.length - 1));
  return { from, to: Math.min(text.length, from + 1) };
};

/** `open`: what is not filled in yet; nobody knows here what it will stand for. */
const schemaProblems = (scanned: ScannedJson, schema: TSchema, open: readonly Mention[]): readonly BodyProblem[] => {
  const parsed = parseJson(scanned.source);
  if (!parsed.ok) return [];
  return schemaFindings(schema, parsed.value, 'request').flatMap(({ summary, at = '' }) => {
    const node = nodeAtPointer(scanned, at.replace(/^body ?/, ''))?.node;
    if (!node || open.some(({ from, to }) => from < node.to && to > node.from)) return [];
    // An object is pointed at by its first sign: all of it underlined would say nothing.
    const spot = node.key ?? { from: node.from, to: node.children > 0 ? node.from + 1 : node.to };
    return [{ from: spot.from, to: spot.to, severity: 'warning' as const, message: summary }];
  });
};

/** Line and column of a place, both from 1. */
export const lineOf = (text: string, at: number): { readonly line: number; readonly column: number } => {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};
