import { standardKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { codeFolding, foldGutter, foldKeymap, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { highlightSelectionMatches } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useEffect, useRef, useState } from 'react';
import { cspNonce } from '#renderer/kit/nonce.ts';
import { mark, marking, type TextMarks } from './code-marks.ts';
import { codeLook } from './code-theme.ts';
import styles from './body-view.module.css';

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--accent-text)' },
  { tag: tags.string, color: 'var(--good)' },
  { tag: tags.number, color: 'var(--part-two)' },
  { tag: [tags.bool, tags.null], color: 'var(--part-one)' },
  { tag: tags.punctuation, color: 'var(--text-soft)' },
]);

export type CodeViewProps = TextMarks & {
  readonly text: string;
  readonly label: string;
  readonly isJson: boolean;
  /** Where the note is that a person has gone to; null before any. */
  readonly noteAt: number | null;
};

/** Text to look at: numbered, coloured and foldable where it is JSON; never editable. */
export const CodeView = ({ text, label, isJson, hits, hit, lights, notes, noteAt }: CodeViewProps) => {
  const place = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<EditorView | null>(null);
  useEffect(() => {
    if (!place.current) return undefined;
    const nonce = cspNonce();
    const made = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          ...(nonce === null ? [] : [EditorView.cspNonce.of(nonce)]),
          EditorState.readOnly.of(true),
          EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': 'true', tabindex: '0' }),
          EditorView.editable.of(false),
          EditorView.lineWrapping,
          lineNumbers(),
          drawSelection(),
          highlightSelectionMatches({ minSelectionLength: 3, maxMatches: 200 }),
          keymap.of([...standardKeymap, ...foldKeymap]),
          ...(isJson ? [foldGutter(), codeFolding(), json(), syntaxHighlighting(colours)] : []),
          marking,
          codeLook,
        ],
      }),
    });
    setView(made);
    return () => made.destroy();
  }, [text, label, isJson]);
  useEffect(() => {
    if (view) mark(view, { hits, hit, lights, notes });
  }, [view, hits, hit, lights, notes]);
  const current = hits[hit]?.from ?? null;
  useInSight(view, current);
  useInSight(view, noteAt);
  return <div ref={place} className={styles.code} />;
};

/** Brings a place of the text into the middle, whenever it is another one. */
const useInSight = (view: EditorView | null, at: number | null): void => {
  useEffect(() => {
    if (view && at !== null && at <= view.state.doc.length)
      view.dispatch({ effects: EditorView.scrollIntoView(at, { y: 'center' }) });
  }, [view, at]);
};
