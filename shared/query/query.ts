import type { ChoiceField, HeaderField, MomentField, NumberField, TextField } from '#shared/query/fields.ts';

/** A stretch of numbers: the ends that are there count. */
export type Range = {
  readonly from?: number;
  readonly above?: number;
  readonly to?: number;
  readonly below?: number;
};

/** A moment that depends on who asks and when: `zone` is in minutes east of UTC, null for the zone of the one who asks. */
export type Moment =
  | { readonly kind: 'ago'; readonly ms: number }
  /** `day` counts from 1970-01-01, null for today; `time` is in milliseconds since midnight, null for the whole day. */
  | { readonly kind: 'at'; readonly day: number | null; readonly time: number | null; readonly zone: number | null };

/** A header by its name; `value` null: any. */
export type HeaderWanted = { readonly name: string; readonly value: string | null };

/** What one term asks: one of several values is enough. */
export type Wants =
  | { readonly kind: 'number'; readonly field: NumberField; readonly any: readonly Range[] }
  | { readonly kind: 'moment'; readonly field: MomentField; readonly any: readonly Moment[] }
  | { readonly kind: 'choice'; readonly field: ChoiceField; readonly any: readonly string[] }
  | { readonly kind: 'text'; readonly field: TextField; readonly any: readonly string[] }
  | { readonly kind: 'header'; readonly field: HeaderField; readonly any: readonly HeaderWanted[] }
  /** Words without a field: anywhere in a head or a body. */
  | { readonly kind: 'words'; readonly text: string };

/** A place in a text, in UTF-16 code units; `to` is behind the last one. */
export type Place = { readonly from: number; readonly to: number };

export type Term = Place & {
  readonly isNegated: boolean;
  readonly wants: Wants;
};

/** All terms have to hold. */
export type Query = { readonly terms: readonly Term[] };
