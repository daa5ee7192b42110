import { useState } from 'react';
import { useKept } from '#renderer/rules/use-kept.ts';
import { draftPlace, type ChannelDraft } from '#renderer/store/channel-draft.ts';
import type { ChannelPart } from '#renderer/store/remember.ts';
import type { RuleDraft } from '#renderer/store/rules/rule-draft.ts';
import type { Channel } from '#shared/channel/channel.ts';
import type { ReplyRule } from '#shared/channel/reply-rule.ts';

/** What is being written in the screen of the channels: kept while one looks at something else. */
export type Writing = {
  readonly draftOf: (channel: Pick<Channel, 'id' | 'environmentId'>) => ChannelDraft | null;
  /** Null: it is as it was, or was saved. */
  readonly write: (channel: Channel, draft: ChannelDraft | null) => void;
  /** The reply rules as they are being written; null where they are as the channel has them. */
  readonly rulesOf: (channel: Channel) => readonly RuleDraft[] | null;
  /** `read` is what they stand for, with null for what cannot be read. */
  readonly writeRules: (channel: Channel, rules: readonly RuleDraft[], read: readonly (ReplyRule | null)[]) => void;
  /** They were saved: what is on screen is what the channel has. */
  readonly keepRules: (channel: Channel, rules: readonly RuleDraft[], saved: readonly ReplyRule[]) => void;
  /** Somebody else changed the rules meanwhile. */
  readonly areRulesOutrun: (channel: Channel) => boolean;
  readonly revertRules: (channel: Channel) => void;
  /** The parts of a channel in which something is not saved. */
  readonly unsavedParts: (channel: Channel) => readonly ChannelPart[];
  readonly forgetAll: () => void;
};

const now = ({ replyRules }: Channel): string => JSON.stringify(replyRules);

/** Lives as long as the page: a look at a bot does not cost what is being written of a channel. */
export const useWriting = (): Writing => {
  const [drafts, setDrafts] = useState<Readonly<Record<string, ChannelDraft | null>>>({});
  const rules = useKept<readonly RuleDraft[]>();
  const draftOf: Writing['draftOf'] = (channel) => drafts[draftPlace(channel)] ?? null;
  const isWrittenElsewhere = ({ id, environmentId, environments }: Channel): boolean =>
    environments.some((each) => each.id !== environmentId && draftOf({ id, environmentId: each.id }));
  return {
    draftOf,
    write: (channel, draft) => setDrafts((before) => ({ ...before, [draftPlace(channel)]: draft })),
    rulesOf: (channel) => rules.draftOf(channel.id, now(channel)),
    writeRules: (channel, written, read) => rules.write(channel.id, written, now(channel), JSON.stringify(read)),
    keepRules: (channel, written, saved) => rules.keep(channel.id, written, now(channel), JSON.stringify(saved)),
    areRulesOutrun: (channel) => rules.isOutrun(channel.id, now(channel)),
    revertRules: (channel) => rules.forget(channel.id),
    unsavedParts: (channel) => [
      ...(draftOf(channel) ? (['settings'] as const) : []),
      ...(isWrittenElsewhere(channel) ? (['environments'] as const) : []),
      ...(rules.isChanged(channel.id, now(channel)) ? (['replies'] as const) : []),
    ],
    forgetAll: () => {
      setDrafts({});
      rules.forgetAll();
    },
  };
};
