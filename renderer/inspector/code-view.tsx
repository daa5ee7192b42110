import { standardKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { codeFolding, foldGutter, foldKeymap, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { search, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useEffect, useRef } from 'react';
import { cspNonce } from '#renderer/kit/nonce.ts';
import styles from './body-view.module.css';

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--accent-text)' },
  { tag: tags.string, color: 'var(--good)' },
  { tag: tags.number, color: 'var(--part-two)' },
  { tag: [tags.bool, tags.null], color: 'var(--part-one)' },
  { tag: tags.punctuation, color: 'var(--text-soft)' },
]);

const look = EditorView.theme({
  '&': { fontSize: 'var(--size-wire)', backgroundColor: 'transparent', color: 'var(--text)' },
  '&.cm-focused': { outline: '2px solid var(--focus)' },
  '.cm-scroller': { fontFamily: 'var(--font-wire)', lineHeight: 'var(--line-wire)' },
  '.cm-content': { padding: '4px 0' },
  '.cm-gutters': { backgroundColor: 'transparent', border: 'none', color: 'var(--text-faint)' },
  '.cm-foldPlaceholder': { backgroundColor: 'var(--surface-pressed)', border: 'none', color: 'var(--text-soft)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--selection)',
  },
  '.cm-panels': { backgroundColor: 'var(--surface-raised)', color: 'var(--text)', borderColor: 'var(--line)' },
});

/** JSON to look at: coloured, foldable, searchable with the keyboard; never editable. */
export const CodeView = ({ text, label }: { readonly text: string; readonly label: string }) => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return undefined;
    const nonce = cspNonce();
    const view = new EditorView({
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
          foldGutter(),
          codeFolding(),
          drawSelection(),
          search({ top: true }),
          keymap.of([...standardKeymap, ...searchKeymap, ...foldKeymap]),
          json(),
          syntaxHighlighting(colours),
          look,
        ],
      }),
    });
    return () => view.destroy();
  }, [text, label]);
  return <div ref={place} className={styles.code} />;
};
