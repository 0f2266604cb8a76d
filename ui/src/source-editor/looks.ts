import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The editor in the app's own colours; they follow the theme by themselves. */
export const looks = [
  EditorView.theme({
    '&': { height: '100%', backgroundColor: 'var(--surface)', color: 'var(--text)', fontSize: '0.8125rem' },
    '&.cm-focused': { outline: 'none' },
    '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '1.25rem' },
    '.cm-content': { caretColor: 'var(--text)', paddingBlock: '8px' },
    '.cm-cursor': { borderInlineStartColor: 'var(--text)' },
    '.cm-gutters': {
      backgroundColor: 'var(--surface-2)',
      color: 'var(--text-3)',
      borderInlineEnd: '1px solid var(--line)',
    },
    '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--accent-soft) 45%, transparent)' },
    '.cm-activeLineGutter': { backgroundColor: 'var(--sunken)', color: 'var(--text)' },
    '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
      backgroundColor: 'color-mix(in srgb, var(--accent-line) 30%, transparent)',
    },
    '.cm-part': { backgroundColor: 'var(--accent-soft)' },
    '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
      backgroundColor: 'transparent',
      outline: '1px solid var(--control)',
    },
    '.cm-searchMatch': { backgroundColor: 'var(--risky-soft)', outline: '1px solid var(--risky-line)' },
    '.cm-searchMatch-selected': { backgroundColor: 'var(--risky-line)' },
    '.cm-foldPlaceholder': {
      backgroundColor: 'var(--sunken)',
      borderColor: 'var(--line-strong)',
      color: 'var(--text-2)',
    },
    '.cm-picture': {
      marginInline: '4px',
      padding: '1px 6px',
      borderRadius: 'var(--r-tag)',
      backgroundColor: 'var(--sunken)',
      color: 'var(--text-2)',
      fontFamily: 'var(--font-ui)',
      fontSize: '0.75rem',
    },
    '.cm-panels': { backgroundColor: 'var(--surface-2)', color: 'var(--text)' },
    '.cm-panels.cm-panels-top': { borderBlockEnd: '1px solid var(--line)' },
    '.cm-textfield': {
      backgroundColor: 'var(--surface)',
      border: '1px solid var(--control)',
      borderRadius: 'var(--r-tag)',
      minHeight: '1.5rem',
    },
    '.cm-button': {
      backgroundImage: 'none',
      backgroundColor: 'var(--surface)',
      border: '1px solid var(--line-strong)',
      borderRadius: 'var(--r-tag)',
      minHeight: '1.5rem',
    },
    '.cm-tooltip': {
      backgroundColor: 'var(--surface)',
      border: '1px solid var(--line)',
      borderRadius: 'var(--r-card)',
      boxShadow: 'var(--shadow-3)',
      maxWidth: '22rem',
    },
    '.cm-diagnostic': { padding: '8px 12px', fontFamily: 'var(--font-ui)', borderInlineStart: '3px solid' },
    '.cm-diagnostic-error': { borderInlineStartColor: 'var(--blocked)' },
    '.cm-diagnostic-warning': { borderInlineStartColor: 'var(--risky)' },
    '.cm-diagnostic-info': { borderInlineStartColor: 'var(--advice)' },
    '.cm-diagnosticAction': {
      backgroundColor: 'var(--accent)',
      color: 'var(--on-accent)',
      borderRadius: 'var(--r-tag)',
      padding: '4px 8px',
    },
    '.cm-lintRange-error': { backgroundImage: 'none', borderBlockEnd: '2px solid var(--blocked)' },
    '.cm-lintRange-warning': { backgroundImage: 'none', borderBlockEnd: '2px solid var(--risky)' },
    '.cm-lintRange-info': { backgroundImage: 'none', borderBlockEnd: '2px solid var(--advice)' },
  }),
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: tags.propertyName, color: 'var(--accent-text)' },
      { tag: tags.string, color: 'var(--text)' },
      { tag: [tags.number, tags.bool, tags.null], color: 'var(--decision-text)' },
      { tag: [tags.separator, tags.squareBracket, tags.brace], color: 'var(--text-3)' },
      { tag: tags.invalid, color: 'var(--blocked)' },
    ]),
  ),
];
