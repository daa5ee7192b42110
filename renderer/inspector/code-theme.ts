import { EditorView } from '@codemirror/view';

const toned = (name: 'bad' | 'attention' | 'note', token: string) => ({
  [`.cm-note-${name}`]: { color: `var(--${token})` },
});

/** How text that was on the wire looks. */
export const codeLook = EditorView.theme({
  '&': { fontSize: 'var(--size-wire)', backgroundColor: 'transparent', color: 'var(--text)' },
  '&.cm-focused': { outline: '2px solid var(--focus)' },
  '.cm-scroller': { fontFamily: 'var(--font-wire)', lineHeight: 'var(--line-wire)' },
  '.cm-content': { padding: '4px 0' },
  '.cm-gutters': { backgroundColor: 'transparent', border: 'none', color: 'var(--text-faint)' },
  '.cm-foldPlaceholder': { backgroundColor: 'var(--surface-pressed)', border: 'none', color: 'var(--text-soft)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--selection)',
  },
  '.cm-selectionMatch': { backgroundColor: 'var(--surface-pressed)' },
  '.cm-lit, .cm-found': {
    borderRadius: '2px',
    backgroundColor: 'var(--attention-wash)',
    boxShadow: '0 1px var(--attention)',
  },
  '.cm-current': { outline: '2px solid var(--attention)' },
  '.cm-note': {
    padding: '1px 8px 3px 6px',
    fontFamily: 'var(--font-ui)',
    fontSize: 'var(--size-small)',
    lineHeight: '18px',
    whiteSpace: 'normal',
  },
  '.cm-note::before': { content: '"▲ "' },
  ...toned('bad', 'bad'),
  ...toned('attention', 'attention'),
  ...toned('note', 'unknown'),
});
