/** How often a rule made an answer since the harness started: of a bot, or with `botId` null one of the reply rules of the channel. */
export type RuleHits = {
  readonly channelId: string;
  readonly botId: string | null;
  /** Its name, as in the summary of the exchange. */
  readonly rule: string;
  readonly count: number;
};

const isSame = (one: RuleHits, other: RuleHits): boolean =>
  one.rule === other.rule && one.botId === other.botId && one.channelId === other.channelId;

/** The counts with these added. */
export const withHits = (counts: readonly RuleHits[], more: readonly RuleHits[]): readonly RuleHits[] =>
  more.reduce<readonly RuleHits[]>(
    (all, hits) =>
      all.some((each) => isSame(each, hits))
        ? all.map((each) => (isSame(each, hits) ? { ...each, count: each.count + hits.count } : each))
        : [...all, hits],
    counts,
  );
