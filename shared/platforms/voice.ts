import type { End } from '#shared/exchange/exchange.ts';

/** Who can speak in a conversation. */
export type VoiceName = 'user' | 'bot' | 'agent';

/** Something that can be done besides typing: open a chat, end a session. */
export type Gesture = { readonly id: string; readonly title: string; readonly summary: string };

/** A voice that a channel has: an end of ours makes the request that carries it. */
export type Voice = {
  readonly name: VoiceName;
  /** The end that sends it. The voice exists where Hookbench plays that end. */
  readonly end: End;
  /** One sentence: what is sent for it, and where to. */
  readonly summary: string;
  readonly gestures: readonly Gesture[];
  /** True where a link to a picture or a file can be sent. */
  readonly sendsMedia: boolean;
};
