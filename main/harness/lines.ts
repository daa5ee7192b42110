/** Work that has to be done one after the other, in lines by name: what came first is over when the next begins. */
export class Lines {
  readonly #last = new Map<string, Promise<unknown>>();

  readonly inLine = <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    const before = this.#last.get(name) ?? Promise.resolve();
    const done = before.then(work);
    const settled = done
      .catch(() => undefined)
      .finally(() => {
        if (this.#last.get(name) === settled) this.#last.delete(name);
      });
    this.#last.set(name, settled);
    return done;
  };
}
