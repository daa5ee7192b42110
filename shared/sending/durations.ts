/** Each bucket is this much longer than the one before. */
const growth = 1.02;
/** Milliseconds: below and above, nobody tells one from the other. */
const shortest = 0.05;
const longest = 1_000_000;
const bucketOf = (ms: number): number =>
  Math.floor(Math.log(Math.min(longest, Math.max(shortest, ms)) / shortest) / Math.log(growth));

/** How long many things took, in a bounded space: quantiles are true to within 2 %. */
export class Durations {
  readonly #counts = new Uint32Array(bucketOf(longest) + 1);
  #count = 0;

  readonly add = (ms: number): void => {
    const bucket = bucketOf(ms);
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) + 1;
    this.#count += 1;
  };

  /** The duration that this share of all does not exceed (nearest rank); null while there is none. */
  readonly quantile = (share: number): number | null => {
    if (this.#count === 0) return null;
    const rank = Math.max(1, Math.ceil(share * this.#count));
    let seen = 0;
    const bucket = this.#counts.findIndex((count) => (seen += count) >= rank);
    // The middle of the bucket, in tenths of a millisecond.
    return Math.round(shortest * growth ** (bucket + 0.5) * 10) / 10;
  };
}
