import type { HarRest } from '#shared/exchange/har-rest.ts';
import type { Json, JsonObject } from '#shared/text/json.ts';

/** What an archive says besides its entries, gathered from them: pages, the browser, a comment. */
export class HarPages {
  /** By their ids here, each as JSON. */
  readonly #pages = new Map<string, { readonly page: JsonObject; readonly text: string }>();
  readonly #log = new Map<string, { readonly value: Json; readonly text: string; agrees: boolean }>();

  /** The entry, with the id that its page has here: two archives may have called theirs the same. */
  readonly placed = (entry: JsonObject, rest: HarRest | undefined): JsonObject => {
    for (const [name, value] of Object.entries(rest?.log ?? {})) this.#note(name, value);
    const ids = new Map((rest?.pages ?? []).map((page) => [page['id'], this.#add(page)]));
    const { pageref } = entry;
    const id = pageref === undefined ? undefined : ids.get(pageref);
    return id === undefined || id === pageref ? entry : { ...entry, pageref: id };
  };

  /** The members of `log` that were gathered: only what all of them agree on. */
  readonly members = (): JsonObject => ({
    ...Object.fromEntries([...this.#log].flatMap(([name, { value, agrees }]) => (agrees ? [[name, value]] : []))),
    ...(this.#pages.size === 0 ? {} : { pages: [...this.#pages.values()].map(({ page }) => page) }),
  });

  #note(name: string, value: Json): void {
    const text = JSON.stringify(value);
    const before = this.#log.get(name);
    if (!before) this.#log.set(name, { value, text, agrees: true });
    else if (before.text !== text) before.agrees = false;
  }

  #add(page: JsonObject): string {
    const given = typeof page['id'] === 'string' ? page['id'] : '';
    const text = JSON.stringify(page);
    for (let number = 1; ; number += 1) {
      const id = number === 1 ? given : `${given}-${String(number)}`;
      const before = this.#pages.get(id);
      if (before?.text === text) return id;
      if (before) continue;
      this.#pages.set(id, { page: { ...page, id }, text });
      return id;
    }
  }
}
