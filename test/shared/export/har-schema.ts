import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import ajvFormats from 'ajv-formats';

const require = createRequire(import.meta.url);

const ajv = new Ajv({ strict: false, allErrors: true });
ajvFormats.default(ajv);
ajv.addMetaSchema(require('ajv/dist/refs/json-schema-draft-06.json') as object);
// HAR 1.2, a schema for each of its objects.
for (const schema of Object.values(require('har-schema') as Record<string, object>)) ajv.addSchema(schema);

/** What the published schema finds wrong with a value as a HAR: each with its place. */
export const harIssues = (value: unknown): readonly string[] =>
  ajv.validate('har.json#', value)
    ? []
    : (ajv.errors ?? []).map((each) => `${each.instancePath} ${each.message ?? ''}`);
