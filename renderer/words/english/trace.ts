import { counted } from './counted.ts';

/** What belongs together: the trace of an exchange, and the messages that exchanges carried. */
export const trace = {
  strip: (name: string) => `Trace ${name}, in order`,
  step: (place: number, count: number, what: string) => `${String(place)} of ${String(count)}: ${what}`,
  more: (count: number) => `${counted(count, { one: 'exchange', other: 'exchanges' })} more`,
  acted: 'What made it so',
  rule: 'Rule',
  toDefect: (title: string) => `Defect: ${title}. Show it among the defects of the channel`,
  toRule: (name: string) => `Rule: ${name}. Show where it is written`,
  carried: 'Messages it carried',
  goTo: (author: string, text: string) => `Go to the bubble of ${author}: ${text}`,
  quote: (text: string) => `“${text}”`,
};
