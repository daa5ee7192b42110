import { counted } from './counted.ts';

/** A conversation that is shown to an audience. */
export const demo = {
  title: 'Demo mode',
  choose: 'Conversation',
  reading: 'Reading the recording',
  lead: 'Shows a recorded conversation at the pace of people, in large type, with every secret and token masked.',
  messages: (count: number) => counted(count, { one: 'message', other: 'messages' }),
  nothingSaid: 'Nothing was said in this conversation yet. Choose another one, or close this and say something first.',
  start: 'Start',
  live: {
    title: 'Live first',
    hint: (seconds: number) =>
      `What the user says is really sent on the channel. When no answer comes within ${String(seconds)} seconds, or it is refused, the recording goes on.`,
    noVoice: 'Here the user cannot be spoken for: the recording is shown.',
    bundle: 'A bundle is shown: nothing is sent, the recording is shown.',
  },
  speed: 'Speed',
  times: (speed: string) => `${speed}×`,
  sources: { live: 'live', recording: 'recording' },
  stage: 'What is said',
  typing: (author: string) => `${author} is typing`,
  controls: 'Playback',
  /** The key. */
  space: 'Space',
  play: 'Play',
  pause: 'Pause',
  forward: 'Next message',
  back: 'Take back a message',
  rewind: 'From the beginning',
  again: 'Play again',
  goLive: 'Try live again',
  place: (shown: string, all: string) => `${shown} of ${all}`,
  fullScreen: 'Full screen',
  exit: 'End the demonstration',
  notes: {
    title: 'Notes',
    toggle: 'Presenter notes',
    placeholder: 'What you want to say. Only you see this, while it is open.',
    readOnly: 'A bundle is shown: notes cannot be kept in it.',
  },
  wire: {
    title: 'On the wire',
    toggle: 'What is on the wire',
    none: 'No message is shown yet.',
    request: 'Request',
    response: 'Response',
    noResponse: 'There is no response.',
    noBody: 'No body.',
    cut: 'There is more of it.',
    headers: (side: string) => `Headers: ${side}`,
  },
};
