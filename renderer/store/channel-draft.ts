import type { Channel, PlayedEnds } from '#shared/channel/channel.ts';
import type { CommandInput } from '#shared/contract/harness.ts';
import type { Words } from '#renderer/words/words.ts';
import { draftOf, readDraft, unreadable, type Draft, type Field, type Refused } from './settings-form.ts';

/** What a form of a channel holds. */
export type ChannelTerms = {
  readonly name: string;
  readonly plays: PlayedEnds;
  /** Of a secret only what is being written. */
  readonly settings: Draft;
};

/** What was written over a channel and is not saved yet: only what differs from it. */
export type ChannelDraft = Partial<ChannelTerms>;

/** Settings are those of one environment: what is written for one of them is no draft of another. */
export const draftPlace = ({ id, environmentId }: Pick<Channel, 'id' | 'environmentId'>): string =>
  `${id}/${environmentId}`;

type Shown = Pick<Channel, 'name' | 'plays' | 'settings'>;

/** The channel as the form shows it, with what was written over it. */
export const writtenOver = (channel: Shown, draft: ChannelDraft, fields: readonly Field[]): ChannelTerms => ({
  name: draft.name ?? channel.name,
  plays: draft.plays ?? channel.plays,
  settings: { ...draftOf(fields, channel.settings), ...draft.settings },
});

/** What these terms change of a channel; null where it is nothing. */
export const draftFrom = (channel: Shown, terms: ChannelTerms, fields: readonly Field[]): ChannelDraft | null => {
  const before = draftOf(fields, channel.settings);
  const changed = Object.entries(terms.settings).filter(([name, written]) => written !== before[name]);
  const { platform, app } = terms.plays;
  const playsOther = platform !== channel.plays.platform || app !== channel.plays.app;
  const draft = {
    ...(terms.name === channel.name ? {} : { name: terms.name }),
    ...(playsOther ? { plays: terms.plays } : {}),
    ...(changed.length === 0 ? {} : { settings: Object.fromEntries(changed) }),
  };
  return Object.keys(draft).length === 0 ? null : draft;
};

type Change = Omit<CommandInput<'changeChannel'>, 'channelId'>;

/** A draft as the command takes it, or what cannot be read of it. */
export const changeOf = (
  { name, plays, settings }: ChannelDraft,
  fields: readonly Field[],
  words: Words['form'],
): { readonly ok: true; readonly change: Change } | { readonly ok: false; readonly refused: Refused } => {
  const written = fields.filter((field) => settings?.[field.name] !== undefined);
  const read = readDraft(written, settings ?? {}, words);
  if (!read.ok) return { ok: false, refused: unreadable(read.issues) };
  return {
    ok: true,
    change: {
      ...(name === undefined ? {} : { name: name.trim() }),
      ...(plays === undefined ? {} : { plays: { ...plays } }),
      ...(settings === undefined ? {} : { settings: { ...read.settings } }),
    },
  };
};
