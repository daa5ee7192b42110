import type { TSchema } from 'typebox';
import { issuesOf } from '#shared/contract/input-issues.ts';
import type { BodyPart } from '#shared/exchange/exchange.ts';
import type { FactStatus, Finding } from '#shared/exchange/finding.ts';
import type { Json } from '#shared/text/json.ts';
import { partsOf, schemasAt } from './schema-places.ts';

/** How sure a whole description is, and where it comes from: marks of the outermost schema. */
type Origin = { readonly status?: FactStatus; readonly source?: string };

/**
 * What of a body is not as its vendor describes it, each beside the value that has to change (`body /from/id`; in a response
 * `response body /data/0`). What is not described is no finding. `value` is the body as JSON; at most twenty are told.
 */
export const schemaFindings = (schema: TSchema, value: Json, part: BodyPart): readonly Finding[] =>
  issuesOf(schema, value).map(({ path, message }) => {
    const { schemas } = schemasAt(schema, value, path);
    const known = schemas.map(partsOf);
    const title = known.find((each) => each.title !== undefined)?.title;
    const isAssumed = known.length > 0 && known.every((each) => each.assumed === true);
    const { status, source } = schema as Origin;
    return {
      severity: 'warning',
      rule: 'body.schema',
      summary: `${subjectOf(title, path)} ${message}.`,
      at: `${part === 'response' ? 'response ' : ''}body${path === '' ? '' : ` ${path}`}`,
      ...(isAssumed ? { status: 'assumed' } : status === undefined ? {} : { status }),
      ...(source === undefined ? {} : { source }),
    };
  });

const subjectOf = (title: string | undefined, path: string): string => {
  if (path === '') return title === undefined ? 'The body' : `The body (${title})`;
  return title === undefined ? path : `${title} (${path})`;
};
