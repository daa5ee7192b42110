import { currentChannel, currentConversation } from '../selectors.ts';
import { ownZone } from '../listing/read-listing.ts';
import { rowCount } from '../listing/row-ids.ts';
import { actedRows } from '../listing/shown-row.ts';
import type { BenchState } from '../store.ts';
import type { CommandInput } from '#shared/contract/harness.ts';
import { printText } from '#shared/query/print-query.ts';

export type ExportChoice = CommandInput<'exportTraffic'>['choice'];

/** What can be exported, as a person names it. */
export type SubjectKind = 'chosen' | 'found' | 'conversation' | 'channel' | 'all';

export type ExportSubject = {
  readonly kind: SubjectKind;
  /** Whose conversation, which channel, which query, which exchange where it is only one; empty where the kind says it all. */
  readonly name: string;
  /** How many rows of the traffic that is; null where it has to be counted. */
  readonly rows: number | null;
  /** The query that counts them. */
  readonly counting: string;
  readonly choice: ExportChoice;
};

/** How many exchanges can be named one by one. */
const mostNamed = 10_000;

/** All that can be exported now, what is most at hand first. */
export const exportSubjects = (state: BenchState): readonly ExportSubject[] => {
  const { session, view } = state;
  if (!session) return [];
  const { query } = view.listing.sought;
  const rows = actedRows(state);
  const channel = currentChannel(session.channels, view.remembered.channelId);
  const conversation = channel && currentConversation(session.conversations, channel.id, view.remembered);
  const ofChannel = channel ? `channel:${printText(channel.name)}` : '';
  const isFound = view.listing.reading.state === 'read';
  return [
    ...(rows.length > 0
      ? [
          subject('chosen', {
            name: rows.length === 1 ? String(rows[0]) : '',
            rows: rows.length,
            choice: { exchangeIds: rows.slice(0, mostNamed) },
          }),
        ]
      : []),
    ...(query === ''
      ? []
      : [
          subject('found', {
            name: query,
            rows: isFound ? rowCount(view.listing.found.ids) : null,
            counting: query,
            choice: { query, zone: ownZone() },
          }),
        ]),
    ...(conversation
      ? [
          subject('conversation', {
            name: conversation.userId,
            counting: `${ofChannel} user:${printText(conversation.userId)}`,
            choice: { conversationIds: [conversation.id] },
          }),
        ]
      : []),
    ...(channel
      ? [subject('channel', { name: channel.name, counting: ofChannel, choice: { channelId: channel.id } })]
      : []),
    subject('all', { choice: {} }),
  ];
};

const subject = (kind: SubjectKind, given: Partial<ExportSubject> & Pick<ExportSubject, 'choice'>): ExportSubject => ({
  kind,
  name: '',
  rows: null,
  counting: '',
  ...given,
});

/** What is offered first: what a person has selected or looked for, else everything. */
export const likelySubject = (state: BenchState): SubjectKind => {
  if (state.view.chosen.ids.size > 1) return 'chosen';
  return state.view.listing.sought.query === '' ? 'all' : 'found';
};
