import type { TObject } from 'typebox';
import type { Fault, InputIssue } from '#shared/contract/fault.ts';
import type { Json, JsonObject } from '#shared/text/json.ts';
import { pointerTo } from '#shared/text/json-pointer.ts';
import { isJsonObject } from '#shared/text/json.ts';
import type { Words } from '#renderer/words/words.ts';
import { parseJson, writeJson } from '#shared/text/parse-json.ts';
import { ended, issueSentence, sayIssue } from './say-issue.ts';

/** How a setting is asked for. */
export type FieldKind = 'text' | 'secret' | 'switch' | 'number' | 'choice' | 'json';

export type Field = {
  readonly name: string;
  /** Where the setting is in the input of its command (RFC 6901). */
  readonly pointer: string;
  readonly kind: FieldKind;
  readonly title: string;
  readonly description: string;
  readonly isRequired: boolean;
  /** `value` is what a control holds, `literal` what the setting is. */
  readonly choices: readonly { readonly value: string; readonly title: string; readonly literal: Json }[];
  readonly initial: Json | undefined;
  /** Fields of one group stand together, under its name. */
  readonly group: string;
  /** What is usual, where anything is allowed. */
  readonly expected: { readonly pattern: string; readonly hint: string } | null;
  /** Empty means null, not absent. */
  readonly isNullable: boolean;
  /** What a number counts; null where it has no unit. */
  readonly unit: Unit | null;
  /** True where what it decides is written nowhere. */
  readonly isAssumed: boolean;
  /** It matters only where another setting has one of these values; null: always. */
  readonly only: { readonly field: string; readonly is: readonly string[] } | null;
};

/** A unit as it is read, and how much of the setting's own it is. */
type Unit = { readonly name: string; readonly of: number };

/** Why a form was not accepted: a fault, or because the form itself cannot read what was written. */
export type Refused = Fault | { readonly code: 'unreadable'; readonly issues: readonly InputIssue[] };

/** What the form holds while it is filled in: text for everything but switches. A secret that is absent is left as it is. */
export type Draft = Readonly<Record<string, string | boolean>>;

/** The fields of a schema of settings, in its order; `within` is where the settings are in the input of their command. */
export const fieldsOf = (settings: TObject, within: string): readonly Field[] =>
  Object.entries(settings.properties).map(([name, property]) => {
    const schema = property as unknown as JsonObject;
    return {
      name,
      pointer: pointerTo(within, name),
      kind: kindOf(schema),
      title: wordsOf(schema['title']) || name,
      description: wordsOf(schema['description']),
      isRequired: (settings.required as readonly string[] | undefined)?.includes(name) ?? false,
      choices: choicesOf(schema),
      initial: schema['default'],
      group: wordsOf(schema['group']),
      expected: expectedOf(schema['expected']),
      isNullable: optionsOf(schema).some((option) => option['type'] === 'null'),
      unit: unitOf(wordsOf(schema['unit'])),
      isAssumed: schema['assumed'] === true,
      only: onlyOf(schema['only']),
    };
  });

/** Nobody counts bytes: a size is asked for in MB. */
const unitOf = (unit: string): Unit | null => {
  if (unit === '') return null;
  return unit === 'bytes' ? { name: 'MB', of: 1024 ** 2 } : { name: unit, of: 1 };
};

const expectedOf = (value: Json | undefined): Field['expected'] =>
  isJsonObject(value) ? { pattern: wordsOf(value['pattern']), hint: wordsOf(value['hint']) } : null;

const onlyOf = (value: Json | undefined): Field['only'] => {
  if (!isJsonObject(value)) return null;
  const is: readonly Json[] = Array.isArray(value['is']) ? value['is'] : [];
  return { field: wordsOf(value['field']), is: is.map(controlOf) };
};

/** What a control holds for a value: a text as it is, anything else as JSON. */
const controlOf = (value: Json): string => (typeof value === 'string' ? value : writeJson(value));

const optionsOf = (schema: JsonObject): readonly JsonObject[] => {
  const options = schema['anyOf'];
  return Array.isArray(options) ? (options as readonly Json[]).filter(isJsonObject) : [];
};

const wordsOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

const choicesOf = (schema: JsonObject): Field['choices'] =>
  optionsOf(schema).flatMap(({ const: literal, title }) =>
    literal === undefined ? [] : [{ value: controlOf(literal), title: wordsOf(title) || controlOf(literal), literal }],
  );

const kindOf = (schema: JsonObject): FieldKind => {
  if (schema['secret'] === true) return 'secret';
  if (schema['json'] === true) return 'json';
  if (choicesOf(schema).length > 0) return 'choice';
  const types = [schema['type'], ...optionsOf(schema).map((option) => option['type'])];
  if (types.includes('boolean')) return 'switch';
  if (types.includes('integer') || types.includes('number')) return 'number';
  return types.includes('string') ? 'text' : 'json';
};

/** What the form begins with: the channel's settings, or what the platform proposes. Never a secret. */
export const draftOf = (fields: readonly Field[], settings: JsonObject): Draft => {
  const entries: (readonly [string, string | boolean])[] = [];
  for (const { name, kind, initial, unit } of fields) {
    const value = settings[name] === undefined ? initial : settings[name];
    if (kind === 'secret') continue;
    if (kind === 'switch') entries.push([name, value === true]);
    else if (value === undefined || value === null) entries.push([name, '']);
    else if (kind === 'choice') entries.push([name, controlOf(value)]);
    else if (typeof value === 'number') entries.push([name, String(value / (unit?.of ?? 1))]);
    else entries.push([name, typeof value === 'string' ? value : writeJson(value)]);
  }
  return Object.fromEntries(entries);
};

export const withWritten = (draft: Draft, name: string, written: string | boolean | undefined): Draft => {
  if (written !== undefined) return { ...draft, [name]: written };
  return Object.fromEntries(Object.entries(draft).filter(([each]) => each !== name));
};

/** Told before anybody is asked: the form itself cannot read what was written. */
export const unreadable = (issues: readonly InputIssue[]): Refused => ({ code: 'unreadable', issues });

type FormWords = Words['form'];

export type DraftReading =
  | { readonly ok: true; readonly settings: JsonObject }
  | { readonly ok: false; readonly issues: readonly InputIssue[] };

/** The settings that a draft stands for. What is empty and not required is left out; what cannot be read is an issue by JSON Pointer. */
export const readDraft = (fields: readonly Field[], draft: Draft, words: FormWords): DraftReading => {
  const settings: Record<string, Json> = {};
  const issues: InputIssue[] = [];
  for (const field of fields) {
    const read = readField(field, draft[field.name], words);
    if (read.problem !== undefined) issues.push({ path: field.pointer, message: read.problem });
    else if (read.value !== undefined) settings[field.name] = read.value;
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, settings };
};

type FieldReading = { readonly value?: Json; readonly problem?: string };

const readField = (
  { kind, isNullable, unit, choices }: Field,
  written: string | boolean | undefined,
  words: FormWords,
): FieldReading => {
  if (written === undefined) return {};
  if (typeof written === 'boolean') return { value: written };
  if (kind === 'choice') return { value: choices.find(({ value }) => value === written)?.literal ?? written };
  if (kind === 'secret' || kind === 'text') return { value: written };
  if (written.trim() === '') return isNullable ? { value: null } : kind === 'json' ? { value: {} } : {};
  if (kind === 'number') {
    const value = Number(written);
    if (!Number.isFinite(value)) return { problem: words.mustBeNumber };
    return { value: unit && unit.of > 1 ? Math.round(value * unit.of) : value };
  }
  const parsed = parseJson(written);
  return parsed.ok ? { value: parsed.value } : { problem: words.mustBeJson(parsed.problem) };
};

/** Whether a pointer leads to a place or to something in it. */
export const isAt = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`);

/** What is wrong at a place or below it, as sentences to stand beside its field. */
export const issuesAt = (
  issues: readonly InputIssue[],
  pointer: string,
  words: Pick<Words, 'form' | 'translations'>,
): readonly string[] =>
  issues
    .filter(({ path }) => isAt(path, pointer))
    .map((issue) => {
      if (issue.path !== pointer) return issueSentence({ ...issue, path: issue.path.slice(pointer.length + 1) }, words);
      const said = sayIssue(issue, words);
      return ended(`${said.charAt(0).toUpperCase()}${said.slice(1)}`);
    });

/** The fields in their groups, both in the order of the schema. */
export const groupsOf = (
  fields: readonly Field[],
): readonly { readonly name: string; readonly fields: readonly Field[] }[] =>
  [...new Set(fields.map((field) => field.group))].map((name) => ({
    name,
    fields: fields.filter((field) => field.group === name),
  }));

/** What is unusual about what was written, though it is allowed; null where nothing is. */
export const oddityOf = (
  { expected }: Field,
  written: string | boolean | undefined,
  words: FormWords,
): string | null => {
  if (!expected || typeof written !== 'string' || written === '') return null;
  try {
    return new RegExp(expected.pattern, 'i').test(written) ? null : words.looksUnusual(expected.hint);
  } catch {
    return null;
  }
};
