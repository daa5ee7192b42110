/** What kind of file something came out of. */
export type ImportKind = 'har' | 'curl' | 'bundle' | 'postman';

/** What was imported. */
export type Imported = {
  readonly kind: ImportKind;
  /** In the order of the file. */
  readonly exchangeIds: readonly number[];
  /** How many things of the file were passed over because they are no HTTP: `data:` addresses in the HAR of a browser. */
  readonly skipped: number;
};

/** The kind in words, as it stands in a sentence: `imported from a HAR file`. */
export const kindWords: Readonly<Record<ImportKind, string>> = {
  har: 'a HAR file',
  curl: 'a curl command',
  bundle: 'a bundle',
  postman: 'a Postman collection',
};
