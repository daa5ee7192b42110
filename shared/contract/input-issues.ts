import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import type { InputIssue } from '#shared/contract/fault.ts';
import { eitherOf, issueWords, kindWords, unknownField } from '#shared/contract/issue-words.ts';
import { pointerTo } from '#shared/text/json-pointer.ts';
import { isJsonObject } from '#shared/text/json.ts';

type Issues = readonly InputIssue[];

/** A hostile input makes a short answer: a person corrects a few things at a time anyway. */
const mostIssues = 20;

/**
 * What is wrong with a value by its schema, in the words of people (`must not be empty`): each issue sits at the field that has to be
 * changed, by JSON Pointer (RFC 6901), so a missing field is named itself and not the object around it. A choice (`anyOf`) is one
 * issue, not one for each of its options. Empty only when the value is valid.
 */
export const issuesOf = (schema: TSchema, value: unknown): Issues => {
  if (Value.Check(schema, value)) return [];
  const issues = issuesIn(schema, value, '');
  const different = new Map(issues.map((issue) => [`${issue.path} ${issue.message}`, issue]));
  return different.size > 0 ? [...different.values()].slice(0, mostIssues) : [{ path: '', message: 'is not valid' }];
};

/** The parts of the schemas that we write which have schemas inside. */
type Inside = {
  readonly properties?: Readonly<Record<string, TSchema>>;
  readonly items?: TSchema | readonly TSchema[];
  readonly anyOf?: readonly TSchema[];
  readonly required?: readonly string[];
};
const insideOf = (schema: TSchema): Inside => schema;

const issuesIn = (schema: TSchema, value: unknown, path: string): Issues => {
  const { anyOf, properties, items } = insideOf(schema);
  if (anyOf) return Value.Check(schema, value) ? [] : issuesOfChoice(anyOf, value, path);
  if (properties && isJsonObject(value)) {
    const open = Object.fromEntries(Object.keys(properties).map((name) => [name, {}]));
    return [
      ...ownIssues({ ...schema, properties: open }, value, path),
      ...Object.entries(properties).flatMap(([name, property]) =>
        Object.hasOwn(value, name) ? issuesIn(property, value[name], pointerTo(path, name)) : [],
      ),
    ];
  }
  if (items && !Array.isArray(items) && Array.isArray(value)) {
    const issues = ownIssues({ ...schema, items: {} }, value, path);
    return value.reduce<Issues>(
      (found, each, index) =>
        found.length < mostIssues ? [...found, ...issuesIn(items, each, `${path}/${String(index)}`)] : found,
      issues,
    );
  }
  return ownIssues(schema, value, path);
};

/** What TypeBox says of this schema. It stops after a few errors (8 by default). */
const ownIssues = (schema: TSchema, value: unknown, path: string): Issues =>
  Value.Errors(schema, value).flatMap((error): Issues => {
    const at = `${path}${error.instancePath}`;
    if (error.keyword === 'required')
      return error.params.requiredProperties.map((name) => ({
        path: pointerTo(at, name),
        message: issueWords(error, schema),
      }));
    if (error.keyword === 'additionalProperties')
      return error.params.additionalProperties.map((name) => ({ path: pointerTo(at, name), message: unknownField }));
    return [{ path: at, message: issueWords(error, schema) }];
  });

/** The one option that was meant says what is wrong; where none or several could be meant, all are named. */
const issuesOfChoice = (options: readonly TSchema[], value: unknown, path: string): Issues => {
  const meant = options.filter((option) => isMeant(option, value));
  const [only] = meant;
  if (only && meant.length === 1) return issuesIn(only, value, path);
  // Who is told apart by a literal that it needs was meant before those that take nearly anything.
  const [named, ...alsoNamed] = meant.filter((option) =>
    literalKeys(option).some((key) => neededBy(option).includes(key)),
  );
  if (named && alsoNamed.length === 0) return issuesIn(named, value, path);
  const begun = meant.filter((option) => isBegun(option, value));
  const [one] = begun;
  if (one && begun.length === 1) return issuesIn(one, value, path);
  if (meant.length > 1 && begun.length === 0 && meant.every((option) => neededBy(option).length > 0))
    return [{ path, message: `must have ${eitherOf([...new Set(meant.map((option) => neededBy(option)[0] ?? ''))])}` }];
  const key = isJsonObject(value) ? keyOf(options) : undefined;
  if (key === undefined) return [{ path, message: `must be ${eitherOf([...new Set(options.map(kindWords))])}` }];
  const allowed = options.map((option) => insideOf(option).properties?.[key]).filter((each) => each !== undefined);
  return [{ path: pointerTo(path, key), message: `must be ${eitherOf(allowed.map(kindWords))}` }];
};

const neededBy = (option: TSchema): readonly string[] => insideOf(option).required ?? [];

/** Whether the value has all that this kind of object needs, whatever stands there. */
const isBegun = (option: TSchema, value: unknown): boolean =>
  isJsonObject(value) && neededBy(option).length > 0 && neededBy(option).every((name) => Object.hasOwn(value, name));

const literalKeys = (option: TSchema): readonly string[] =>
  Object.entries(insideOf(option).properties ?? {})
    .filter(([, property]) => 'const' in property)
    .map(([name]) => name);

/** The property whose literal tells the options apart. */
const keyOf = (options: readonly TSchema[]): string | undefined =>
  literalKeys(options[0] ?? {}).find((key) => options.every((option) => literalKeys(option).includes(key)));

/** Whether the value is of the option's kind, though something else about it may be wrong. */
const isMeant = (option: TSchema, value: unknown): boolean => {
  const { properties = {} } = insideOf(option);
  const keywords = Value.Errors(option, value)
    .filter(({ instancePath }) => instancePath === '')
    .map(({ keyword }) => keyword);
  if (keywords.some((keyword) => keyword === 'type' || keyword === 'const' || keyword === 'enum')) return false;
  return literalKeys(option).every(
    (key) => isJsonObject(value) && Value.Check(properties[key] ?? {}, value[key] ?? null),
  );
};
