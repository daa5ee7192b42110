import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/**
 * How the lines of a text end, kept while it is written: by itself the editor makes a line feed of every kind of end, and the parts of a
 * multipart body, for one, end with CR LF (RFC 2046 §5.1.1). Where all ends are that, they are line feeds in the editor and CR LF outside;
 * else a carriage return is a sign like any other.
 */
export type LineEnds = {
  /** The text as the editor has it. */
  readonly inside: (text: string) => string;
  /** The text of the editor as it is meant. */
  readonly outside: (text: string) => string;
  /** Where a place of the text is in the editor. */
  readonly placeInside: (text: string, at: number) => number;
};

const same = (text: string): string => text;
const asTheyAre: LineEnds = { inside: same, outside: same, placeInside: (_text, at) => at };
const crLf: LineEnds = {
  inside: (text) => text.replaceAll('\r\n', '\n'),
  outside: (text) => text.replaceAll('\n', '\r\n'),
  placeInside: (text, at) => text.slice(0, at).replaceAll('\r\n', '\n').length,
};

export const lineEndsOf = (text: string): LineEnds =>
  text.includes('\r\n') && !/\r(?!\n)|(?<!\r)\n/.test(text) ? crLf : asTheyAre;

/** Only a line feed ends a line; what is pasted comes with those of its system. */
export const keepLineEnds: Extension = [
  EditorState.lineSeparator.of('\n'),
  EditorView.clipboardInputFilter.of((text) => text.replaceAll(/\r\n?/g, '\n')),
];
