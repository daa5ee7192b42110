import { Type, type Static } from 'typebox';
import { Value } from 'typebox/value';
import { IgnoreRules, nothingIgnored } from '#shared/compare/ignored.ts';
import { BenchSettings } from '#shared/session/state.ts';
import { Columns, usualColumns } from './columns.ts';
import { isJsonObject } from '#shared/text/json.ts';

/** What the page keeps between visits, in the browser's own storage. */
export const Remembered = Type.Object({
  channelId: Type.Union([Type.String(), Type.Null()]),
  conversations: Type.Record(Type.String(), Type.String()),
  tab: Type.Union([
    Type.Literal('trust'),
    Type.Literal('request'),
    Type.Literal('response'),
    Type.Literal('both'),
    Type.Literal('timing'),
    Type.Literal('raw'),
  ]),
  /** The part of a channel that was looked at last. */
  channelPart: Type.Union([
    Type.Literal('settings'),
    Type.Literal('connect'),
    Type.Literal('check'),
    Type.Literal('environments'),
    Type.Literal('replies'),
    Type.Literal('bot'),
    Type.Literal('defects'),
  ]),
  pane: Type.Union([Type.Literal('traffic'), Type.Literal('conversation'), Type.Literal('inspector')]),
  /** Whether the traffic takes the room of the conversation as well. */
  isTrafficWide: Type.Boolean(),
  /** Whether the channels are listed above the traffic. */
  areChannelsShown: Type.Boolean(),
  voices: Type.Record(Type.String(), Type.Union([Type.Literal('user'), Type.Literal('bot'), Type.Literal('agent')])),
  layouts: Type.Record(Type.String(), Type.Record(Type.String(), Type.Number())),
  /** What was chosen in the palette, the last one first. */
  recent: Type.Array(Type.String(), { maxItems: 20 }),
  /** The columns of the traffic, in order. */
  columns: Columns,
  /** Whether the traffic stands under its conversations. */
  isGrouped: Type.Boolean(),
  /** What was looked for in the traffic, the last one first. */
  searches: Type.Array(Type.String(), { maxItems: 20 }),
  /** What does not count when two exchanges are compared. */
  ignoring: IgnoreRules,
  /** Whether the header lines are drawn: of one side by itself, and of both. */
  headersShown: Type.Object({ one: Type.Boolean(), both: Type.Boolean() }),
  zoom: Type.Number({ minimum: 0.5, maximum: 3 }),
  theme: BenchSettings.properties.theme,
  language: BenchSettings.properties.language,
});
export type Remembered = Static<typeof Remembered>;
export type InspectorTab = Remembered['tab'];
export type Pane = Remembered['pane'];

/** A part of what is to be known and set about a channel. */
export type ChannelPart = Remembered['channelPart'];

export const nothingRemembered: Remembered = {
  channelId: null,
  conversations: {},
  tab: 'trust',
  channelPart: 'settings',
  pane: 'conversation',
  isTrafficWide: false,
  areChannelsShown: true,
  voices: {},
  layouts: {},
  recent: [],
  columns: usualColumns,
  isGrouped: false,
  searches: [],
  headersShown: { one: true, both: false },
  ignoring: nothingIgnored,
  zoom: 1,
  theme: 'system',
  language: 'system',
};

const key = 'hookbench.view';

/** What was kept, or nothing where it is absent or not ours: a storage that refuses is not an error. */
export const recall = (storage: Pick<Storage, 'getItem'>): Remembered => {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? 'null');
    // What an older page kept lacks what was thought of since.
    const whole = isJsonObject(kept) ? { ...nothingRemembered, ...kept } : null;
    return Value.Check(Remembered, whole) ? whole : nothingRemembered;
  } catch {
    return nothingRemembered;
  }
};

export const keep = (storage: Pick<Storage, 'setItem'>, remembered: Remembered): void => {
  try {
    storage.setItem(key, JSON.stringify(remembered));
  } catch {
    // A full or forbidden storage only costs the next visit its memory.
  }
};
