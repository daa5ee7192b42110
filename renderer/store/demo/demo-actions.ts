import type { Message } from '#shared/exchange/message.ts';
import type { Voice } from '#shared/platforms/voice.ts';
import { faultOf, type Bench } from '../attempt.ts';
import { changeView } from '../store.ts';
import { tellFault } from '../told.ts';
import { demoOf, endOfTurn, rewound, takenBack, withShown, type Demo } from './demo.ts';
import { liveTurn, type Clock } from './live-turn.ts';
import { isTyped, pauseBefore, speeds } from './pace.ts';
import { utteranceOf } from './utterance-of.ts';

const nothing = (): void => undefined;

/** Plays a conversation to an audience, live or from the recording. */
export const createDemoActions = (bench: Bench, clock: Clock) => {
  const { harness, store } = bench;
  let callOff: () => void = nothing;
  let giveUp: () => void = nothing;
  /** Counts up whenever what is awaited is not wanted any more. */
  let run = 0;
  let live: { conversationId: string; known: Set<string> } | null = null;
  /** As they were said: what is sent must not be masked. */
  let asSaid: readonly Message[] = [];
  let gestures: Voice['gestures'] = [];

  const demo = (): Demo | null => store.getState().view.demo;
  const change = (change: Partial<Demo> | ((demo: Demo) => Partial<Demo>)): void =>
    changeView(store, ({ demo }) =>
      demo ? { demo: { ...demo, ...(typeof change === 'function' ? change(demo) : change) } } : {},
    );
  const dropWaiting = (): void => {
    run += 1;
    callOff();
    giveUp();
  };

  const schedule = (): void => {
    callOff();
    const now = demo();
    if (!now?.isPlaying || now.isAwaiting) return;
    const message = now.recording[now.next];
    if (!message) return change({ isPlaying: false, typing: null });
    change({ typing: isTyped(message.author) ? message.author : null });
    callOff = clock.after(pauseBefore(message, now.recording[now.next - 1], now.speed), reveal);
  };

  const reveal = (): void => {
    const now = demo();
    const message = now?.recording[now.next];
    if (!now || !message || now.isAwaiting) return;
    if (now.source === 'live' && message.author === 'user') return void sayLive(now, message);
    change((before) => ({
      ...withShown(before, message, 'recording', before.next),
      next: before.next + 1,
      typing: null,
    }));
    schedule();
  };

  /** What cannot be said again, or gets no answer, goes on from the recording. */
  const sayLive = async (now: Demo, message: Message): Promise<void> => {
    const start = now.next;
    const end = endOfTurn(now.recording, start);
    const mine = (run += 1);
    const isMine = () => mine === run && demo() !== null;
    const said = asSaid[start];
    const utterance = said ? utteranceOf(said, asSaid.slice(0, start), gestures) : null;
    change((before) => ({
      ...withShown(before, message, utterance ? 'live' : 'recording', start),
      next: start + 1,
      isAwaiting: utterance !== null,
      typing: utterance && end > start + 1 ? 'bot' : null,
    }));
    const isAnswered = utterance !== null && (await answered(now, utterance, { start, end, isMine }));
    if (!isMine()) return;
    change({
      isAwaiting: false,
      typing: null,
      ...(isAnswered ? { next: end } : { source: utterance ? 'recording' : 'live' }),
    });
    schedule();
  };

  type Awaited = { readonly start: number; readonly end: number; readonly isMine: () => boolean };

  const answered = async (
    { channelId }: Demo,
    utterance: NonNullable<ReturnType<typeof utteranceOf>>,
    { start, end, isMine }: Awaited,
  ): Promise<boolean> => {
    try {
      live ??= { conversationId: (await harness.startConversation({ channelId })).conversationId, known: new Set() };
    } catch {
      return false;
    }
    const { conversationId, known } = live;
    let count = 0;
    const turn = liveTurn(bench, clock, {
      conversationId,
      utterance,
      expected: end - start - 1,
      known,
      show: (answer) => {
        known.add(answer.id);
        if (!isMine()) return;
        count += 1;
        const at = Math.min(start + count, end);
        change((before) => ({ ...withShown(before, answer, 'live', at), typing: null }));
      },
    });
    giveUp = turn.giveUp;
    return turn.done;
  };

  return {
    /** Puts a conversation on the stage. What cannot be read is told, and nothing is opened. */
    openDemo: async (channelId: string, conversationId: string): Promise<void> => {
      dropWaiting();
      live = null;
      const { view } = store.getState();
      // What is on screen behind it stays there, whatever is said live.
      const conversations = { ...view.remembered.conversations, [channelId]: conversationId };
      const before = view.demo;
      changeView(store, {
        demo: { ...demoOf(channelId, conversationId), speed: before?.speed ?? 1 },
        remembered: { ...view.remembered, conversations },
      });
      try {
        const [recorded, said] = await Promise.all([
          harness.readRecording({ conversationId }),
          harness.listMessages({ conversationId, limit: 1000 }),
        ]);
        if (demo()?.conversationId !== conversationId) return;
        asSaid = said.messages.toReversed();
        change({ recording: recorded.messages, isReading: false });
      } catch (error) {
        changeView(store, { demo: null });
        tellFault(store, faultOf(error));
      }
    },
    closeDemo: (): void => {
      dropWaiting();
      changeView(store, { demo: null });
    },
    /** `voice`: that of the user, where what the user says can be sent. */
    startDemo: (voice: Voice | null): void => {
      gestures = voice?.gestures ?? [];
      change((now) => ({
        ...rewound({ ...now, wantsLive: now.wantsLive && voice !== null }),
        isStarted: true,
        isPlaying: true,
      }));
      schedule();
    },
    playDemo: (isPlaying: boolean): void => {
      callOff();
      const isOver = (demo()?.next ?? 0) >= (demo()?.recording.length ?? 0);
      change((now) => ({
        ...(isPlaying && isOver && !now.isAwaiting ? rewound(now) : {}),
        isPlaying,
        typing: now.isAwaiting ? now.typing : null,
      }));
      schedule();
    },
    /** Shows the next message at once; where an answer is awaited, the recording goes on in its place. */
    stepDemo: (): void => {
      callOff();
      if (demo()?.isAwaiting) return giveUp();
      reveal();
    },
    stepDemoBack: (): void => {
      dropWaiting();
      change(takenBack);
    },
    rewindDemo: (): void => {
      dropWaiting();
      live = null;
      change(rewound);
    },
    changeDemoSpeed: (by: 1 | -1): void => {
      change(({ speed }) => ({ speed: speeds[speeds.indexOf(speed) + by] ?? speed }));
      schedule();
    },
    chooseDemoSpeed: (speed: number): void => {
      change({ speed });
      schedule();
    },
    /** From the next thing that the user says. */
    chooseLive: (wantsLive: boolean): void => change({ wantsLive, source: wantsLive ? 'live' : 'recording' }),
    showNotes: (areNotesShown: boolean): void => change({ areNotesShown }),
    showWire: (isWireShown: boolean): void => change({ isWireShown }),
    readShownWire: (exchangeId: number) => harness.readShownWire({ exchangeId }),
    keepNotes: async (conversationId: string, text: string): Promise<void> => {
      await harness
        .keepPresenterNotes({ conversationId, text })
        .catch((error: unknown) => tellFault(store, faultOf(error)));
    },
  };
};
