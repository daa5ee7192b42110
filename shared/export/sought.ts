/** Texts that are looked for in other texts, thousands at once: found by how they begin, so that one pass over a text is enough. */
export class Sought {
  readonly #byHead = new Map<string, string[]>();
  /** How many characters of a text tell where to look closer. */
  readonly #headLength: number;

  constructor(headLength: number) {
    this.#headLength = headLength;
  }

  /** Takes one more; it has to be as long as a head at least. */
  readonly add = (text: string): void => {
    const head = text.slice(0, this.#headLength);
    const before = this.#byHead.get(head);
    if (before) before.push(text);
    else this.#byHead.set(head, [text]);
  };

  /** Those that stand in this text; with `isOneEnough` the first only. */
  readonly foundIn = (text: string, isOneEnough = false): ReadonlySet<string> => {
    const found = new Set<string>();
    if (this.#byHead.size === 0) return found;
    for (let at = 0; at + this.#headLength <= text.length; at += 1)
      for (const each of this.#byHead.get(text.slice(at, at + this.#headLength)) ?? [])
        if (text.startsWith(each, at)) {
          found.add(each);
          if (isOneEnough) return found;
        }
    return found;
  };
}
