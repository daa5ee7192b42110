import type { Facets } from '#shared/query/facets.ts';
import type { SqlStatement, SqlValue } from './sqlite.ts';
import type { StoreDatabase } from './store-database.ts';

/** The columns of the table of facets, in their order. */
const columns: readonly (readonly [column: string, of: keyof Facets])[] = [
  ['id', 'id'],
  ['twin_id', 'twinId'],
  ['opened_at', 'openedAt'],
  ['way', 'way'],
  ['channel_id', 'channelId'],
  ['conversation_id', 'conversationId'],
  ['user', 'user'],
  ['method', 'method'],
  ['target', 'target'],
  ['host', 'host'],
  ['state', 'state'],
  ['is_imported', 'isImported'],
  ['status', 'status'],
  ['verdict', 'verdict'],
  ['duration', 'duration'],
  ['size', 'size'],
  ['trace', 'trace'],
  ['rule', 'rule'],
  ['defect', 'defect'],
];

const columnByFacet = new Map(columns.map(([column, facet]) => [facet, column]));

export const columnOf = (facet: keyof Facets): string => columnByFacet.get(facet) ?? facet;

/** What fields of a query are compared with, one line for each row of the traffic that the index has seen. */
export class FacetTable {
  readonly #put: SqlStatement;
  readonly #remove: SqlStatement;

  constructor({ prepare }: StoreDatabase) {
    const names = columns.map(([column]) => column).join(', ');
    this.#put = prepare(`INSERT OR REPLACE INTO facets (${names}) VALUES (${columns.map(() => '?').join(', ')})`);
    this.#remove = prepare('DELETE FROM facets WHERE id = ?');
  }

  readonly put = (facets: Facets): void => {
    this.#put.get(...columns.map(([, facet]) => sqlOf(facets[facet])));
  };

  readonly remove = (id: number): void => {
    this.#remove.run(id);
  };
}

const sqlOf = (value: string | number | boolean | null): SqlValue =>
  typeof value === 'boolean' ? Number(value) : value;
