import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionKeymap,
  type Completion,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json, jsonLanguage } from '@codemirror/lang-json';
import { bracketMatching, codeFolding, foldGutter, foldKeymap, indentOnInput } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { closeSearchPanel, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useEscape } from '#renderer/kit/use-escape.ts';
import { codeTheme } from '#renderer/kit/code-theme.ts';
import type { BodyProblem } from '#renderer/store/editor/body-problems.ts';
import type { JsonOffer, JsonOffers } from '#renderer/store/editor/json-offers.ts';
import { keepLineEnds, lineEndsOf } from './line-ends.ts';
import { typeOver } from './type-over.ts';
import { veil } from './veil.ts';
import styles from './body-part.module.css';

export type CodeEditorProps = {
  /** What is written when it is made: it is not looked at again. */
  readonly text: string;
  readonly label: string;
  readonly isJson: boolean;
  /** The credentials in it are not shown. */
  readonly isVeiled: boolean;
  readonly problems: readonly BodyProblem[];
  readonly offersAt: (text: string, at: number) => JsonOffers | null;
  /** Where a problem is gone to; counts up so that it can be gone to again. */
  readonly goTo: { readonly at: number; readonly count: number } | null;
  readonly onChange: (text: string) => void;
  /** Says how it is left. */
  readonly describedBy: string;
  /** Gives the focus away: Escape does, where nothing is open in it. Tab always does. */
  readonly leave: () => void;
};

/** `rest`: how many signs behind the cursor it replaces too, such as a quotation mark. What is compared ends at the cursor. */
const completionOf = (
  { label, match, detail, description, insert, cursor, isRequired }: JsonOffer,
  rest: number,
): Completion => ({
  label: match,
  displayLabel: label,
  detail: detail === label ? '' : detail,
  boost: isRequired ? 1 : 0,
  ...(description === '' ? {} : { info: description }),
  apply: (view, _completion, from, to) => {
    const end = Math.min(to + rest, view.state.doc.length);
    view.dispatch({
      changes: { from, to: end, insert },
      selection: { anchor: from + cursor },
      userEvent: 'input.complete',
    });
  },
});

/** A text that is written: as JSON coloured, folded, with what is wrong beside its lines and what may be written offered. */
export const CodeEditor = (props: CodeEditorProps) => {
  const { label, isJson, isVeiled, problems, goTo, describedBy } = props;
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const language = useRef(new Compartment());
  const veiling = useRef(new Compartment());
  const latest = useRef(props);
  const ends = useRef(lineEndsOf(props.text));
  useLayoutEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    if (!place.current) return undefined;
    const made = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: ends.current.inside(latest.current.text),
        extensions: [
          keepLineEnds,
          lineNumbers(),
          foldGutter(),
          codeFolding(),
          lintGutter(),
          history(),
          drawSelection(),
          highlightActiveLine(),
          EditorView.lineWrapping,
          typeOver,
          EditorView.contentAttributes.of({
            'aria-label': label,
            'aria-describedby': describedBy,
            spellcheck: 'false',
          }),
          search({ top: true }),
          keymap.of([
            ...closeBracketsKeymap,
            ...completionKeymap,
            ...lintKeymap,
            ...searchKeymap,
            ...foldKeymap,
            ...historyKeymap,
            ...defaultKeymap,
          ]),
          language.current.of(languageOf(latest.current.isJson, (at, doc) => latest.current.offersAt(doc, at))),
          veiling.current.of(latest.current.isVeiled ? veil : []),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current.onChange(ends.current.outside(update.state.doc.toString()));
          }),
          codeTheme(),
        ],
      }),
    });
    view.current = made;
    return () => {
      made.destroy();
      view.current = null;
    };
  }, [label, describedBy]);
  useEffect(() => {
    const offers = (at: number, doc: string) => latest.current.offersAt(doc, at);
    view.current?.dispatch({ effects: language.current.reconfigure(languageOf(isJson, offers)) });
  }, [isJson]);
  useEffect(() => {
    view.current?.dispatch({ effects: veiling.current.reconfigure(isVeiled ? veil : []) });
  }, [isVeiled]);
  useEffect(() => {
    const shown = view.current;
    if (!shown) return;
    const end = shown.state.doc.length;
    const { text } = latest.current;
    const inside = problems.map(({ from, to, ...each }) => ({
      ...each,
      from: Math.min(ends.current.placeInside(text, from), end),
      to: Math.min(ends.current.placeInside(text, to), end),
    }));
    shown.dispatch(setDiagnostics(shown.state, inside));
  }, [problems]);
  useEffect(() => {
    const shown = view.current;
    if (!shown || !goTo) return;
    const at = Math.min(ends.current.placeInside(latest.current.text, goTo.at), shown.state.doc.length);
    shown.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
    shown.focus();
  }, [goTo]);
  useEscape(place, () => {
    if (!view.current) return false;
    if (!closeCompletion(view.current) && !closeSearchPanel(view.current)) latest.current.leave();
    return true;
  });
  return <div ref={place} className={styles.code} />;
};

const languageOf = (isJson: boolean, offers: (at: number, doc: string) => JsonOffers | null): Extension =>
  isJson
    ? [
        json(),
        bracketMatching(),
        indentOnInput(),
        closeBrackets(),
        autocompletion({ icons: false }),
        jsonLanguage.data.of({
          autocomplete: ({ pos, state, explicit }: { pos: number; state: EditorState; explicit: boolean }) => {
            const before = state.sliceDoc(Math.max(0, pos - 1), pos);
            if (!explicit && !/["\w:{[,]/.test(before)) return null;
            const found = offers(pos, state.doc.toString());
            if (!found) return null;
            const rest = Math.max(0, found.to - pos);
            return { from: found.from, options: found.offers.map((offer) => completionOf(offer, rest)) };
          },
        }),
      ]
    : [];
