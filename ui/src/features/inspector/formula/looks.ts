import { EditorView } from '@codemirror/view';

/** A field like the others, in the app's own colours. */
export const looks = EditorView.theme({
  '&': { color: 'var(--text)', font: 'var(--text-body)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: '1.375rem', overflow: 'hidden' },
  '.cm-content': { padding: '0', caretColor: 'var(--text)', minWidth: '0' },
  '.cm-line': { padding: '0' },
  '.cm-placeholder': { color: 'var(--text-3)' },
  '.cm-chip': {
    margin: '0 1px',
    padding: '1px 6px',
    borderRadius: 'var(--r-tag)',
    backgroundColor: 'var(--accent-soft)',
    color: 'var(--accent-text)',
    fontFamily: 'var(--font-ui)',
    fontSize: '0.75rem',
  },
  '.cm-chip[data-unknown]': { backgroundColor: 'var(--blocked-soft)', color: 'var(--blocked)' },
  '.cm-lintRange-error': { backgroundImage: 'none', borderBlockEnd: '2px solid var(--blocked)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--surface)',
    border: '1px solid var(--line)',
    borderRadius: 'var(--r-card)',
    boxShadow: 'var(--shadow-3)',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font-ui)', maxHeight: '14rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    gap: '12px',
    padding: '5px 10px',
    color: 'var(--text)',
    fontSize: '0.8125rem',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--accent-soft)',
    color: 'var(--accent-text)',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
  '.cm-completionDetail': {
    marginInlineStart: 'auto',
    color: 'var(--text-2)',
    fontStyle: 'normal',
    fontSize: '0.75rem',
  },
  '.cm-diagnostic': {
    padding: '6px 10px',
    fontFamily: 'var(--font-ui)',
    borderInlineStart: '3px solid var(--blocked)',
  },
});
