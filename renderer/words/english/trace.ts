import { counted } from './counted.ts';

/** What belongs together: the trace of an exchange, and the messages that exchanges carried. */
export const trace = {
  strip: (name: string) => `Trace ${name}, in order`,
  step: (place: number, count: number, what: string) => `${String(place)} of ${String(count)}: ${what}`,
  more: (count: number) => `${counted(count, { one: 'exchange', other: 'exchanges' })} more`,
  carried: 'Messages it carried',
  goTo: (author: string, text: string) => `${author}: ${text}. Go to the bubble`,
  quote: (text: string) => `“${text}”`,
};
