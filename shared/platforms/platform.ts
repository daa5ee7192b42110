import type { TObject, TSchema } from 'typebox';
import type { PlayedEnds } from '#shared/channel/channel.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import type { BodyPart, End } from '#shared/exchange/exchange.ts';
import type { Content, Utterance } from '#shared/exchange/message.ts';
import type { RawRequest, RawResponse } from '#shared/exchange/raw-http.ts';
import type { ConformanceRow } from '#shared/platforms/conformance.ts';
import type { PlatformContext, Stamp } from '#shared/platforms/context.ts';
import type { Diagnosis } from '#shared/platforms/diagnosis.ts';
import type { Defect } from '#shared/platforms/defect.ts';
import type { Answer, Delivery, Dispatch, Reading, ReplyReading, Returned, Turn } from '#shared/platforms/dispatch.ts';
import type { Fact } from '#shared/platforms/fact.ts';
import type { HeaderFact } from '#shared/platforms/header-fact.ts';
import type { Condition, SetupStep } from '#shared/platforms/setup.ts';
import type { Voice, VoiceName } from '#shared/platforms/voice.ts';
import type { JsonObject } from '#shared/text/json.ts';
import type { TrustModel } from '#shared/trust/trust-model.ts';
import type { Verdict } from '#shared/trust/verdict.ts';

/** A path that one end answers, as `matchPath` reads it, and its method; `*` is any method. */
export type Route = { readonly method: string; readonly path: string };

/** An example: one request to one end, and what must be read from it. Tests, "Try it" and docs share it. */
export type PlatformExample = {
  readonly title: string;
  readonly end: End;
  readonly request: RawRequest;
  /** Settings over those of the demo channel. */
  readonly settings?: JsonObject;
  readonly expect: { readonly status: number; readonly verdict: Verdict['state']; readonly body?: unknown };
};

/** One step of a demonstration: something typed, or the title of a button or quick reply of the last answer, or a gesture by its id. */
export type DemoStep = string | { readonly press: string } | { readonly gesture: string };

/** A dialect or mode of the platform, and a conversation that shows it with both ends ours. */
export type DemoMode = {
  readonly id: string;
  readonly title: string;
  /** Settings over those of the demo channel. */
  readonly settings: JsonObject;
  readonly as: VoiceName;
  readonly steps: readonly DemoStep[];
};

/** A platform is a pure description: bytes to meaning and back. What is not pure is asked for as data. */
export type Platform = {
  readonly id: string;
  readonly name: string;
  /** One sentence for the person who chooses a platform. */
  readonly summary: string;
  /**
   * Titles, descriptions and defaults draw the form; marks say the rest: `secret: true`; `group`; `json: true`; `expected`;
   * `assumed: true` where the behaviour is not documented; `only: { field, is: [...] }` where it matters only then.
   */
  readonly settings: TObject;
  readonly routes: { readonly [end in End]: readonly Route[] };
  /** Of several channels with the same route: whether the request means this one (by its key). Left out: the path decides alone. The body has not come yet: it is empty. */
  readonly claims?: (end: End, request: RawRequest, settings: JsonObject) => boolean;
  /** The settings in which a copy of a channel has to differ, so that both can be reached at once. Left out: none. */
  readonly renewed?: (channel: Pick<PlatformContext, 'settings' | 'plays'>, stamp: Stamp) => JsonObject;
  /** The channel that a new user finds: both ends ours, every value invented. */
  readonly demo: {
    readonly name: string;
    readonly plays: PlayedEnds;
    readonly settings: JsonObject;
    readonly botId: string;
  };
  /** Every dialect and mode, each with a conversation of four turns or more. */
  readonly modes: readonly DemoMode[];
  /** The end at which the user sits: with both ends ours, it tells the conversation. */
  readonly userSits: (settings: JsonObject) => End;
  /** The user of a new conversation when nobody named one: the channel's own setting, or one such as this platform would give. */
  readonly newUserId: (stamp: Stamp, settings: JsonObject) => string;
  /** Every voice that the channel has with these settings, whichever ends are played; the first one is offered first. */
  readonly voices: (settings: JsonObject) => readonly Voice[];
  /** An end of ours speaks: what it sends for it. The first dispatch carries the words; never empty. */
  readonly say: (
    said: {
      readonly as: VoiceName;
      readonly userId: string;
      readonly utterance: Utterance;
      readonly isNewSession: boolean;
    },
    context: PlatformContext,
  ) => Promise<readonly Dispatch[]>;
  /** What came back for something that an end of ours sent. */
  readonly readReply: (dispatch: Dispatch, returned: Returned, context: PlatformContext) => Promise<ReplyReading>;
  /** An end of ours got a request on one of its routes. */
  readonly read: (end: End, request: RawRequest, context: PlatformContext) => Promise<Reading>;
  /**
   * What has to be right for a request to be trusted at this end of the channel: the trust model of the address that it names, the one
   * of the conversation where it names none of ours. Null: no credential is asked for, or the channel has none to compare with.
   */
  readonly trust: (end: End, request: RawRequest, context: Pick<PlatformContext, 'settings'>) => TrustModel | null;
  /** The answer to a turn at this end; `timed-out` when nobody answered within its limit. */
  readonly deliver: (end: End, turn: Turn, answer: Answer | 'timed-out', context: PlatformContext) => Promise<Delivery>;
  /** What a channel with these settings cannot carry of a content, one sentence each: the loss report. Empty where all arrives. */
  readonly lossOf: (content: Content, settings: JsonObject) => readonly string[];
  /** What a reply rule of the app end can switch, drawn as a form: a property each, with a default. */
  readonly replySwitches: TObject;
  /**
   * How the vendor describes the JSON of a body at this end, with titles and descriptions, loose to members that it does not name; null
   * where nothing is described. For completion and findings: no end of ours reads by it.
   */
  readonly bodySchema?: (
    part: BodyPart,
    end: End,
    request: Pick<RawRequest, 'method' | 'target'>,
    settings: JsonObject,
  ) => TSchema | null;
  /** What its headers mean, for people who look at one. */
  readonly headers?: readonly HeaderFact[];
  /** The reply to a path of this platform that names no channel of ours (an unknown bot). */
  readonly refuseUnknown: (
    request: RawRequest,
    stamp: Stamp,
  ) => { readonly reply: RawResponse; readonly finding: Finding };
  /** What to paste where, for both ends; the harness shows what the played ends need. `addresses` and the settings fill in the values. */
  readonly setup: (context: Pick<PlatformContext, 'settings' | 'addresses'>) => readonly SetupStep[];
  /** What can be said of a channel before anything was sent: which addresses are called, where the played ends are reached, what does not fit together. */
  readonly diagnose: (context: Pick<PlatformContext, 'settings' | 'plays'>) => Diagnosis;
  /** What is wrong with the channel as a whole now; null: nothing. */
  readonly condition: (context: Pick<PlatformContext, 'settings' | 'memory'>) => Condition | null;
  readonly applyRemedy: (remedyId: string, context: Pick<PlatformContext, 'settings' | 'memory'>) => void;
  readonly defects: readonly Defect[];
  /** Everything that we claim of the platform. Each has a row of `conformance` at least. */
  readonly facts: Readonly<Record<string, Fact>>;
  readonly conformance: readonly ConformanceRow[];
  readonly examples: readonly PlatformExample[];
};

/** The names of the fields that a settings schema marks with `secret: true`: their values are never shown. */
export const secretFieldsOf = (settings: TObject): readonly string[] =>
  Object.entries(settings.properties)
    .filter(([, schema]) => 'secret' in schema && schema['secret'] === true)
    .map(([name]) => name);
