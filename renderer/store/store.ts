import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Fault } from '#shared/contract/fault.ts';
import type { BodyPart, Exchange } from '#shared/exchange/exchange.ts';
import type { Message, Utterance } from '#shared/exchange/message.ts';
import type { VoiceName } from '#shared/platforms/voice.ts';
import type { RecentFile } from '#shared/contract/shell.ts';
import type { Session } from '#shared/session/state.ts';
import type { Demo } from './demo/demo.ts';
import type { KnownFile } from './files/given-file.ts';
import type { ReadBody } from './inspect/inspect-actions.ts';
import { noPlaces, type Places } from './inspect/places.ts';
import type { ReadTrace } from './inspect/trace.ts';
import type { ValueAt } from './inspect/value-at.ts';
import { noneChosen, type Chosen } from './listing/chosen.ts';
import { allOpen, type Folding } from './listing/list-items.ts';
import type { Writing } from './editor/writing.ts';
import { emptyListing, seek, type Listing } from './listing/listing.ts';
import type { Checkup } from './checkups/checkup.ts';
import type { ChannelPart, Remembered } from './remember.ts';
import type { SubjectKind } from './share/export-subjects.ts';
import type { Told } from './told.ts';
import type { Work } from './under-way.ts';
import type { Undoable } from './undo.ts';

export type Link =
  | { readonly state: 'connecting' }
  | { readonly state: 'connected' }
  | { readonly state: 'lost' }
  | { readonly state: 'refused'; readonly fault: Fault };

/** The exchange that was read last for the inspector: it is shown until the next one is there. */
export type Opened =
  | {
      readonly id: number;
      readonly state: 'read';
      readonly exchange: Exchange;
      /** The beginnings of its bodies that came along. */
      readonly bodies: { readonly [part in BodyPart]?: ReadBody };
    }
  | { readonly id: number; readonly state: 'failed'; readonly fault: Fault };

export type OlderMessages = { readonly messages: readonly Message[]; readonly hasMore: boolean };

/** Something that could not be sent at all: shown where it would have been, with what to do. */
export type Unsent = {
  readonly key: number;
  readonly conversationId: string;
  readonly utterance: Utterance;
  readonly as: VoiceName;
  readonly fault: Fault;
};

/** Where in the screen of the channels something is: `setting` is the one of its settings to begin with, `rule` the name of a reply rule. */
export type ChannelPlace = {
  readonly channelId: string;
  /** Left out: the part that was looked at last. */
  readonly part?: ChannelPart;
  readonly setting?: string;
  readonly rule?: string;
};

/** Where in the screen of the bots something is: `rule` is the name of a rule to begin with. */
export type BotPlace = {
  /** Left out: the bot of the channel on screen. */
  readonly botId?: string;
  readonly rule?: string;
  /** Where somebody came from, and goes back to. */
  readonly from?: ChannelPlace;
};

/** A setting that has to be filled in, in one of the environments. */
export type Missing = { readonly environment: string; readonly field: string };

/** One side of a comparison: an exchange, or a message of it. */
export type Compared = { readonly exchangeId: number; readonly messageId: string | null };

export type DialogShown =
  | { readonly kind: 'palette' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'add-channel' }
  | ({ readonly kind: 'edit-channel' } & ChannelPlace)
  | ({ readonly kind: 'edit-bots' } & BotPlace)
  | { readonly kind: 'examine-text' }
  | { readonly kind: 'mint'; readonly channelId: string }
  /** `place`: under what the request is being written. */
  | { readonly kind: 'edit-request'; readonly place: string }
  | { readonly kind: 'paste-request' }
  | { readonly kind: 'save-payload'; readonly exchangeId: number }
  /** Without another one, it is chosen there. */
  | { readonly kind: 'compare'; readonly one: Compared; readonly other: Compared | null }
  | { readonly kind: 'clear-traffic' }
  | { readonly kind: 'note'; readonly ids: readonly number[] }
  | { readonly kind: 'save-filter' }
  | { readonly kind: 'edit-filters' }
  | { readonly kind: 'import'; readonly files: readonly KnownFile[] }
  /** What is offered first; left out: what is likely. */
  | { readonly kind: 'export'; readonly subject?: SubjectKind };

/** What is on screen: nobody's business but this page's. */
export type View = {
  readonly remembered: Remembered;
  /** Whether there is room for one part of the screen only. */
  readonly isNarrow: boolean;
  /** Either twin of the exchange that is selected. */
  readonly exchangeId: number | null;
  /** Which twin of a loopback exchange is shown. */
  readonly side: 'inbound' | 'outbound';
  readonly opened: Opened | null;
  /** The exchange that is being read for it. */
  readonly opening: number | null;
  /** How bodies are looked at. */
  readonly places: Places;
  /** The trace of the exchange that is shown, as far as it was read. */
  readonly trace: ReadTrace | null;
  /** The message to go to. */
  readonly spotlight: string | null;
  /** The exchange whose credentials are shown as they are. */
  readonly unveiled: number | null;
  /** The value of a body that the keyboard is on. */
  readonly valueAt: ValueAt | null;
  /** Whose bytes are looked at, and how. */
  readonly rawLook: { readonly part: BodyPart; readonly look: 'hex' | 'text' };
  /** What is looked for in the bodies of each side; null where nothing is. */
  readonly finding: { readonly [part in BodyPart]: string | null };
  /** The traffic list: which rows there are, and what is known of them. */
  readonly listing: Listing;
  /** Rows that are selected together. */
  readonly chosen: Chosen;
  /** Which conversations of the list are folded up. */
  readonly folding: Folding;
  /** What is written in the search of the traffic, whether it can be asked or not. */
  readonly search: string;
  readonly olderMessages: Readonly<Record<string, OlderMessages>>;
  /** The last look at each channel, by its id. */
  readonly checkups: Readonly<Record<string, Checkup | undefined>>;
  /** What a channel that came out of a file lacks, by its id. */
  readonly missing: Readonly<Record<string, readonly Missing[]>>;
  /** What is being written, by conversation and voice: it survives a look at another conversation. */
  readonly drafts: Readonly<Record<string, string>>;
  readonly unsent: readonly Unsent[];
  /** Requests that are being written, by what they were made of: they survive a look at something else. */
  readonly requests: Readonly<Record<string, Writing>>;
  /** The forms that were sent, by their message, with what was filled in. */
  readonly sentForms: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly dialog: DialogShown | null;
  /** The conversation that is shown to an audience, in front of everything. */
  readonly demo: Demo | null;
  /** Whether a bench lies behind this, to which it goes back. */
  readonly isInFront: boolean;
  /** Files that were opened lately, the last one first. */
  readonly recentFiles: readonly RecentFile[];
  /** What the status bar says. */
  readonly told: Told | null;
  /** What takes long and is not done yet. */
  readonly work: readonly Work[];
  /** What can be brought back, the last one last. */
  readonly undoables: readonly Undoable[];
};

export type BenchState = { readonly session: Session | null; readonly link: Link; readonly view: View };
export type BenchStore = StoreApi<BenchState>;

export const createBenchStore = (remembered: Remembered): BenchStore =>
  createStore<BenchState>(() => ({
    session: null,
    link: { state: 'connecting' },
    view: {
      remembered,
      isNarrow: false,
      exchangeId: null,
      side: 'inbound',
      opened: null,
      opening: null,
      places: noPlaces,
      trace: null,
      spotlight: null,
      unveiled: null,
      valueAt: null,
      rawLook: { part: 'request', look: 'hex' },
      finding: { request: null, response: null },
      listing: seek(emptyListing, { query: '', isGrouped: remembered.isGrouped }),
      chosen: noneChosen,
      folding: allOpen,
      search: '',
      olderMessages: {},
      checkups: {},
      missing: {},
      drafts: {},
      unsent: [],
      requests: {},
      sentForms: {},
      dialog: null,
      demo: null,
      isInFront: false,
      recentFiles: [],
      told: null,
      work: [],
      undoables: [],
    },
  }));

/** Changes a part of the view. */
export const changeView = (store: BenchStore, change: Partial<View> | ((view: View) => Partial<View>)): void =>
  store.setState(({ view }) => ({ view: { ...view, ...(typeof change === 'function' ? change(view) : change) } }));
