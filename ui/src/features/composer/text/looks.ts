import { EditorView } from '@codemirror/view';

/** The message as one writes it: larger than a field, in the app's own colours. */
export const looks = EditorView.theme({
  '&': { color: 'var(--text)', font: '400 0.9375rem / 1.625rem var(--font-ui)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: '1.625rem', overflow: 'hidden' },
  '.cm-content': { padding: '0', caretColor: 'var(--text)', minWidth: '0' },
  '.cm-line': { padding: '0' },
  '.cm-placeholder': { color: 'var(--text-3)' },
  '.cm-chip': {
    display: 'inline-block',
    margin: '0 1px',
    padding: '0 6px',
    border: '1px solid transparent',
    borderRadius: 'var(--r-tag)',
    backgroundColor: 'var(--accent-soft)',
    color: 'var(--accent-text)',
    font: '600 0.75rem / 1.125rem var(--font-ui)',
    verticalAlign: '1px',
  },
  '.cm-chip[data-missing]': { borderStyle: 'dashed', borderColor: 'var(--accent-line)' },
  '.cm-said': { borderBlockEnd: '2px solid', borderRadius: '2px' },
  '.cm-said-blocked': { borderColor: 'var(--blocked)', backgroundColor: 'var(--blocked-soft)' },
  '.cm-said-risky': { borderColor: 'var(--risky)', backgroundColor: 'var(--risky-soft)' },
  '.cm-said-advice': { borderColor: 'var(--advice)', backgroundColor: 'var(--advice-soft)' },
});
