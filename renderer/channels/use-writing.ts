import { useState } from 'react';
import { draftPlace, type ChannelDraft } from '#renderer/store/channel-draft.ts';
import type { ChannelPart } from '#renderer/store/remember.ts';
import type { Channel } from '#shared/channel/channel.ts';

/** What is being written in the screen of the channels: kept while one looks at something else in it. */
export type Writing = {
  readonly draftOf: (channel: Pick<Channel, 'id' | 'environmentId'>) => ChannelDraft | null;
  /** Null: it is as it was, or was saved. */
  readonly write: (channel: Channel, draft: ChannelDraft | null) => void;
  /** The parts of a channel in which something is not saved. */
  readonly unsavedParts: (channel: Channel) => readonly ChannelPart[];
};

/** Lives as long as the screen of the channels. */
export const useWriting = (): Writing => {
  const [drafts, setDrafts] = useState<Readonly<Record<string, ChannelDraft | null>>>({});
  const draftOf: Writing['draftOf'] = (channel) => drafts[draftPlace(channel)] ?? null;
  return {
    draftOf,
    write: (channel, draft) => setDrafts((before) => ({ ...before, [draftPlace(channel)]: draft })),
    unsavedParts: (channel) => (draftOf(channel) ? ['settings'] : []),
  };
};
