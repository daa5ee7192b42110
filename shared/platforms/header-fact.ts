import type { BodyPart, End } from '#shared/exchange/exchange.ts';
import type { HeaderLines } from '#shared/exchange/raw-http.ts';
import type { Fact } from '#shared/platforms/fact.ts';

/** What a header means on a platform, for people who look at one. */
export type HeaderFact = {
  /** In lower case. */
  readonly name: string;
  readonly on: BodyPart;
  /** The end that gets the request. */
  readonly end: End;
  readonly fact: Fact;
};

/** What is known of a header line, whatever its case. */
export const factsOfHeader = (
  facts: readonly HeaderFact[],
  name: HeaderLines[number][0],
  { on, end }: Pick<HeaderFact, 'on' | 'end'>,
): readonly Fact[] =>
  facts
    .filter((each) => each.name === name.toLowerCase() && each.on === on && each.end === end)
    .map(({ fact }) => fact);
