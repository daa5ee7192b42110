import type { ExchangeStore } from '#main/harness/exchange-store.ts';

type Page = Parameters<ExchangeStore['list']>[0];
type Found = ReturnType<ExchangeStore['list']>;

/** Exchanges up to an id are out of sight, with their messages. In memory only: after a crash all of them are there again. */
export class Hidden {
  upTo = 0;

  readonly has = (id: number): boolean => id <= this.upTo;

  /** A page of what is in sight. What is hidden is older than all that is not, so a page is cut and never thinned. */
  readonly cut =
    (list: (page: Page) => Found) =>
    (page: Page): Found => {
      if (this.upTo === 0) return list(page);
      const { exchanges } = list({ ...page, limit: page.limit + 1 });
      const inSight = exchanges.filter(({ id }) => !this.has(id));
      return { exchanges: inSight.slice(0, page.limit), hasMore: inSight.length > page.limit };
    };
}
