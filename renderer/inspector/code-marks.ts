import { StateEffect, StateField, type Extension, type Range, type Transaction } from '@codemirror/state';
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view';
import type { TextRange } from '#renderer/store/inspect/text-hits.ts';

/** What is to be said below the line of a place in a text. */
export type TextNote = {
  readonly id: string;
  readonly at: number;
  readonly tone: 'bad' | 'attention' | 'note';
  readonly sentence: string;
  /** Of the sentence, where it is not that of the page. */
  readonly language: string;
};

/** What is marked in a text. */
export type TextMarks = {
  /** What was looked for here, and which of the places a person has gone to; -1 before any. */
  readonly hits: readonly TextRange[];
  readonly hit: number;
  /** What the search of the traffic has found. */
  readonly lights: readonly TextRange[];
  readonly notes: readonly TextNote[];
};

class NoteWidget extends WidgetType {
  readonly #note: TextNote;

  constructor(note: TextNote) {
    super();
    this.#note = note;
  }

  override eq(other: NoteWidget): boolean {
    return other.#note.sentence === this.#note.sentence && other.#note.tone === this.#note.tone;
  }

  override toDOM(): HTMLElement {
    const { tone, sentence, language } = this.#note;
    const line = document.createElement('div');
    line.className = `cm-note cm-note-${tone}`;
    line.textContent = sentence;
    if (language !== '') line.lang = language;
    return line;
  }
}

const lit = Decoration.mark({ class: 'cm-lit' });
const found = Decoration.mark({ class: 'cm-found' });
const current = Decoration.mark({ class: 'cm-found cm-current' });

const setMarks = StateEffect.define<TextMarks>();

const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (value, transaction) => {
    for (const effect of transaction.effects)
      if (effect.is(setMarks)) return decorationsOf(effect.value, transaction.state.doc.length, lineEnd(transaction));
    return value;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const lineEnd =
  ({ state }: Pick<Transaction, 'state'>) =>
  (at: number): number =>
    state.doc.lineAt(Math.min(at, state.doc.length)).to;

const decorationsOf = (
  { hits, hit, lights, notes }: TextMarks,
  length: number,
  endOfLine: (at: number) => number,
): DecorationSet => {
  const inside = ({ from, to }: TextRange): boolean => from < to && to <= length;
  const ranges: Range<Decoration>[] = [
    ...lights.filter(inside).map(({ from, to }) => lit.range(from, to)),
    ...hits.flatMap((range, index) =>
      inside(range) ? [(index === hit ? current : found).range(range.from, range.to)] : [],
    ),
    ...notes.map((note) =>
      Decoration.widget({ widget: new NoteWidget(note), side: 1, block: true }).range(endOfLine(note.at)),
    ),
  ];
  return Decoration.set(ranges, true);
};

/** Lets a text be marked. */
export const marking: Extension = marks;

/** Marks a text, instead of what was marked before. */
export const mark = (view: EditorView, next: TextMarks): void => view.dispatch({ effects: setMarks.of(next) });
