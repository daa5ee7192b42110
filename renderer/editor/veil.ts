import type { Extension, Range } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import fields from '#renderer/kit/fields.module.css';
import { credentialPlaces } from '#renderer/store/inspect/credentials.ts';

const masked = Decoration.mark({ class: fields.masked ?? '' });

/** So much around what is in sight is looked at: a credential may begin before it. */
const margin = 4096;

/** The credentials in what is in sight are drawn as dots; what is written, copied and sent is what stands there. */
export const veil: Extension = EditorView.decorations.of((view): DecorationSet => {
  const marks = view.visibleRanges.flatMap(({ from, to }): readonly Range<Decoration>[] => {
    const start = Math.max(0, from - margin);
    const text = view.state.sliceDoc(start, to + margin);
    return credentialPlaces(text)
      .filter(([at, end]) => end > at)
      .map(([at, end]) => masked.range(start + at, start + end));
  });
  return Decoration.set(marks, true);
});
