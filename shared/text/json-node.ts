/** What a value is; `error` is text that stands where a value belongs and is none. */
export type JsonKind = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null' | 'error';

/** A value of a JSON text and where it stands there: places are 0-based, in UTF-16 units. */
export type JsonNode = {
  /** Its place among all, in the order of the text. */
  readonly index: number;
  /** The index of the object or array that it stands in, or -1. */
  readonly parent: number;
  readonly depth: number;
  readonly kind: JsonKind;
  /** Of a member: where its name stands, quotation marks included. */
  readonly key: { readonly from: number; readonly to: number } | null;
  /** Of an item: which one it is, from 0. Of a second value behind the first one: as if they were items. */
  readonly item: number | null;
  /** How many values stand before it in the same object or array. */
  readonly place: number;
  readonly from: number;
  readonly to: number;
  /** How many values stand in it directly. */
  readonly children: number;
  /** The index behind the last value that stands anywhere in it. */
  readonly end: number;
  /** Another member of the same object before it has the same name: parsers take the last one. */
  readonly isRepeated: boolean;
};

export type JsonProblem = { readonly at: number; readonly message: string };

/** A JSON text taken apart: every value in the order of the text, and what is wrong with it. */
export type ScannedJson = {
  readonly source: string;
  readonly nodes: readonly JsonNode[];
  /** Empty where it is valid (RFC 8259); a hundred at most. */
  readonly problems: readonly JsonProblem[];
  /** True when there were too many values: those behind the bound are left out. */
  readonly isCut: boolean;
};
