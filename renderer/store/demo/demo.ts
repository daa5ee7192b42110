import type { Author, Message } from '#shared/exchange/message.ts';

/** Where what is shown comes from. */
export type DemoSource = 'live' | 'recording';

/** A message on the stage. */
export type Shown = {
  readonly message: Message;
  readonly source: DemoSource;
  /** Its place in the recording: where it goes on when this message is taken back. */
  readonly at: number;
};

/** A conversation that is shown to an audience. Everything in it is masked. */
export type Demo = {
  readonly channelId: string;
  readonly conversationId: string;
  /** Oldest first. */
  readonly recording: readonly Message[];
  readonly isReading: boolean;
  readonly isStarted: boolean;
  readonly shown: readonly Shown[];
  /** The place in the recording of what comes next. */
  readonly next: number;
  readonly isPlaying: boolean;
  readonly speed: number;
  /** Whether what the user says is to be sent. */
  readonly wantsLive: boolean;
  /** Where it comes from now: the recording too, once the target is gone. */
  readonly source: DemoSource;
  /** Who is seen typing. */
  readonly typing: Author | null;
  /** Whether something was sent whose answer has not come yet. */
  readonly isAwaiting: boolean;
  readonly areNotesShown: boolean;
  readonly isWireShown: boolean;
};

export const demoOf = (channelId: string, conversationId: string): Demo => ({
  channelId,
  conversationId,
  recording: [],
  isReading: true,
  isStarted: false,
  shown: [],
  next: 0,
  isPlaying: false,
  speed: 1,
  wantsLive: false,
  source: 'recording',
  typing: null,
  isAwaiting: false,
  areNotesShown: false,
  isWireShown: false,
});

/** From the beginning, with nothing on the stage. */
export const rewound = ({ wantsLive }: Demo): Partial<Demo> => ({
  shown: [],
  next: 0,
  isPlaying: false,
  typing: null,
  isAwaiting: false,
  source: wantsLive ? 'live' : 'recording',
});

/** With one message more. */
export const withShown = ({ shown }: Demo, message: Message, source: DemoSource, at: number): Partial<Demo> => ({
  shown: [...shown, { message, source, at }],
});

/** Without the last message: it comes again. */
export const takenBack = ({ shown, next }: Demo): Partial<Demo> => ({
  shown: shown.slice(0, -1),
  next: shown.at(-1)?.at ?? next,
  isPlaying: false,
  typing: null,
  isAwaiting: false,
});

/** Where the turn ends that begins with this message of the user: at the next one. */
export const endOfTurn = (recording: readonly Message[], start: number): number => {
  const end = recording.findIndex(({ author }, at) => at > start && author === 'user');
  return end < 0 ? recording.length : end;
};

/** The exchange that carried what was shown last. */
export const shownExchange = ({ shown }: Pick<Demo, 'shown'>): number | null =>
  shown.findLast(({ message }) => message.author !== 'channel')?.message.exchangeId ?? null;
