import type { TSchema } from 'typebox';
import type { TLocalizedValidationError } from 'typebox/error';
import { groupDigits, sizeWords } from '#shared/text/amount.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import type { JsonObject } from '#shared/text/json.ts';

/** What is said of a field that the schema does not have. */
export const unknownField = 'is not known here';

const typeWords: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  null: 'nothing',
  array: 'a list',
  object: 'a JSON object',
};

/** `a`, `a or b`, `a, b or c`. */
export const eitherOf = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;

/** What a schema asks for in a few words: its literal, or its type. */
export const kindWords = (schema: TSchema): string => {
  const { const: literal, type } = schema as unknown as JsonObject;
  if (literal !== undefined) return JSON.stringify(literal);
  return typeof type === 'string' ? (typeWords[type] ?? type) : 'another value';
};

const counted = (amount: number, unit: string): string => `${groupDigits(amount)} ${unit}${amount === 1 ? '' : 's'}`;

const multiple = (value: number): string => (value === 1 ? 'a whole number' : `a multiple of ${groupDigits(value)}`);

/**
 * One error of TypeBox as a short predicate without a full stop, to be read after the name of its field: `must be at least 1`.
 * The schema tells what TypeBox cannot: its `unit` ('bytes' makes sizes), and in `must` what a pattern means.
 */
export const issueWords = (error: TLocalizedValidationError, schema: TSchema): string => {
  const { unit, must } = schema as unknown as JsonObject;
  const amount = (limit: number | bigint): string =>
    unit === 'bytes' ? sizeWords(Number(limit)) : groupDigits(Number(limit));
  switch (error.keyword) {
    case 'type': {
      const { type } = error.params;
      return `must be ${eitherOf([type].flat().map((each) => typeWords[each] ?? each))}`;
    }
    case 'const':
      return `must be ${JSON.stringify(error.params.allowedValue)}`;
    case 'enum':
      return `must be ${eitherOf(error.params.allowedValues.map((each) => JSON.stringify(each)))}`;
    case 'minimum':
      return `must be at least ${amount(error.params.limit)}`;
    case 'maximum':
      return `must be at most ${amount(error.params.limit)}`;
    case 'exclusiveMinimum':
      return `must be more than ${amount(error.params.limit)}`;
    case 'exclusiveMaximum':
      return `must be less than ${amount(error.params.limit)}`;
    case 'multipleOf':
      return `must be ${multiple(Number(error.params.multipleOf))}`;
    case 'minLength':
      return error.params.limit === 1
        ? 'must not be empty'
        : `must be at least ${counted(error.params.limit, 'character')} long`;
    case 'maxLength':
      return `must be at most ${counted(error.params.limit, 'character')} long`;
    case 'minItems':
      return error.params.limit === 1
        ? 'must have at least one entry'
        : `must have at least ${groupDigits(error.params.limit)} entries`;
    case 'maxItems':
      return `must have at most ${counted(error.params.limit, 'entry').replace('entrys', 'entries')}`;
    case 'uniqueItems':
      return 'must not have the same entry twice';
    case 'pattern':
    case 'format':
      return typeof must === 'string' ? `must ${must}` : 'is not written in the form that is expected here';
    case 'required':
      return 'is missing';
    case 'additionalProperties':
    case 'boolean':
      return unknownField;
    // Told by the issues inside it, or used by no schema of ours.
    case 'anyOf':
    case 'contains':
    case 'dependencies':
    case 'dependentRequired':
    case 'if':
    case 'maxProperties':
    case 'minProperties':
    case 'not':
    case 'oneOf':
    case 'propertyNames':
    case 'unevaluatedItems':
    case 'unevaluatedProperties':
    case '~refine':
      return 'is not valid';
    default:
      return assertNever(error);
  }
};
