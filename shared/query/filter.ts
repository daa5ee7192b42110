import { isIn } from '#shared/query/amounts.ts';
import type { Facets } from '#shared/query/facets.ts';
import type { Range } from '#shared/query/query.ts';
import { assertNever } from '#shared/text/assert-never.ts';

/** What a range is compared with. */
export type NumberFacet = 'id' | 'twinId' | 'openedAt' | 'status' | 'duration' | 'size' | 'trace';
export type EqualFacet = 'way' | 'channelId' | 'user' | 'method' | 'state' | 'verdict';
export type PartFacet = 'target' | 'host' | 'rule' | 'defect';

/** What the facets of a row decide: texts in lower case. */
export type FacetCondition =
  | { readonly kind: 'range'; readonly of: NumberFacet; readonly range: Range }
  | { readonly kind: 'equal'; readonly of: EqualFacet; readonly value: string }
  | { readonly kind: 'part'; readonly of: PartFacet; readonly text: string }
  | { readonly kind: 'imported' }
  /** One of these rows. */
  | { readonly kind: 'among'; readonly ids: ReadonlySet<number> };

export type Side = 'request' | 'response';

/** What only the record decides: `name` and `text` in lower case, `text` null for any value. */
export type RecordCondition =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'body'; readonly sides: readonly Side[]; readonly text: string }
  | { readonly kind: 'header'; readonly sides: readonly Side[]; readonly name: string; readonly text: string | null };

export type Condition = FacetCondition | RecordCondition;

/** One term with every name looked up: one of the conditions is enough. */
export type Test = { readonly isNegated: boolean; readonly any: readonly Condition[] };

/** A query that depends on nothing any more: all tests have to hold. */
export type Filter = readonly Test[];

export const isOfFacets = (condition: Condition): condition is FacetCondition =>
  condition.kind !== 'words' && condition.kind !== 'body' && condition.kind !== 'header';

/** Whether the facets alone decide the test. */
export const isFacetTest = (test: Test): boolean => test.any.every(isOfFacets);

export const holdsFor = (condition: FacetCondition, facets: Facets): boolean => {
  switch (condition.kind) {
    case 'range': {
      const number = facets[condition.of];
      return number !== null && isIn(condition.range, number);
    }
    case 'equal':
      return facets[condition.of] === condition.value;
    case 'part':
      return facets[condition.of].includes(condition.text);
    case 'imported':
      return facets.isImported;
    case 'among':
      return condition.ids.has(facets.id);
    default:
      return assertNever(condition);
  }
};
