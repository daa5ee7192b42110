import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { cspNonce } from './nonce.ts';

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--accent-text)' },
  { tag: tags.string, color: 'var(--good)' },
  { tag: tags.number, color: 'var(--part-two)' },
  { tag: [tags.bool, tags.null], color: 'var(--part-one)' },
  { tag: tags.punctuation, color: 'var(--text-soft)' },
]);

const outlined = (width: string, colour: string) => ({
  outlineWidth: width,
  outlineStyle: 'solid',
  outlineColor: colour,
});
const bordered = (colour: string) => ({ borderWidth: '1px', borderStyle: 'solid', borderColor: colour });
const waved = (colour: string) => ({
  textDecorationLine: 'underline',
  textDecorationStyle: 'wavy',
  textDecorationColor: colour,
});

const look = EditorView.theme({
  '&': { fontSize: 'var(--size-wire)', backgroundColor: 'transparent', color: 'var(--text)' },
  '&.cm-focused': { ...outlined('2px', 'var(--focus)') },
  '.cm-scroller': { fontFamily: 'var(--font-wire)', lineHeight: 'var(--line-wire)' },
  '.cm-content': { padding: '4px 0', caretColor: 'var(--text)' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-gutters': { backgroundColor: 'transparent', border: 'none', color: 'var(--text-faint)' },
  '.cm-foldPlaceholder': { backgroundColor: 'var(--surface-pressed)', border: 'none', color: 'var(--text-soft)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--selection)',
  },
  '&.cm-focused .cm-activeLine': { backgroundColor: 'var(--surface-hover)' },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '.cm-panels': { backgroundColor: 'var(--surface-raised)', color: 'var(--text)', borderColor: 'var(--line)' },
  '.cm-tooltip': {
    ...bordered('var(--line)'),
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--surface-raised)',
    boxShadow: 'var(--shadow)',
    color: 'var(--text)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font-wire)', maxHeight: '14em' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '2px 8px', lineHeight: 'var(--line-ui)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--accent-wash)',
    color: 'var(--text)',
    ...outlined('1px', 'var(--accent-text)'),
    outlineOffset: '-1px',
  },
  '.cm-completionDetail': { color: 'var(--text-soft)', fontFamily: 'var(--font-ui)', fontStyle: 'normal' },
  '.cm-completionInfo': { padding: '4px 8px', fontFamily: 'var(--font-ui)', maxWidth: '280px' },
  '.cm-diagnostic': { padding: '4px 8px', fontFamily: 'var(--font-ui)', borderLeft: 'none' },
  // Told apart by their shapes too.
  '.cm-gutter-lint .cm-gutterElement': { padding: '0 2px' },
  '.cm-lint-marker': { width: '10px', height: '10px', marginTop: '5px', marginInline: 'auto' },
  '.cm-lint-marker-error': { content: 'normal', borderRadius: '50%', backgroundColor: 'var(--bad)' },
  '.cm-lint-marker-warning': {
    content: 'normal',
    clipPath: 'polygon(50% 0, 100% 100%, 0 100%)',
    backgroundColor: 'var(--attention)',
  },
  '.cm-lintRange-error': { backgroundImage: 'none', ...waved('var(--bad)') },
  '.cm-lintRange-warning': { backgroundImage: 'none', ...waved('var(--attention)') },
});

/** How text of the wire looks where it is coloured or written; with the nonce that lets it have styles of its own. */
export const codeTheme = (): Extension => {
  const nonce = cspNonce();
  return [...(nonce === null ? [] : [EditorView.cspNonce.of(nonce)]), syntaxHighlighting(colours), look];
};
