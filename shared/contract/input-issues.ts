import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import type { InputIssue } from '#shared/contract/fault.ts';

const pointerTo = (path: string, name: string): string => `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;

const unknownField = 'is not a field of this command';

/**
 * What is wrong with a value by its schema: each issue sits at the field that has to be changed, by JSON Pointer (RFC 6901),
 * so a missing field is named itself and not the object around it. Empty only when the value is valid. TypeBox stops after a few
 * errors (8 by default), so a hostile input makes a short answer.
 */
export const issuesOf = (schema: TSchema, value: unknown): readonly InputIssue[] => {
  const issues = Value.Errors(schema, value).flatMap((error): readonly InputIssue[] => {
    const { instancePath } = error;
    if (error.keyword === 'required')
      return error.params.requiredProperties.map((name) => ({
        path: pointerTo(instancePath, name),
        message: 'is missing',
      }));
    if (error.keyword === 'additionalProperties')
      return error.params.additionalProperties.map((name) => ({
        path: pointerTo(instancePath, name),
        message: unknownField,
      }));
    return [{ path: instancePath, message: error.keyword === 'boolean' ? unknownField : error.message }];
  });
  return [...new Map(issues.map((issue) => [`${issue.path} ${issue.message}`, issue])).values()];
};
