import type { ReactNode } from 'react';
import { drafts } from '@/document';
import type { Answer, History, HistoryEntry } from '@/host';
import { t } from '@/i18n';
import { announce, type Command, IconButton, runCommand } from '@/kit';
import styles from './bar/bar.module.css';

/** What can be taken back and brought again next, as the history calls it. */
export interface Next {
  readonly undo: string | undefined;
  readonly redo: string | undefined;
}

/** What came of an undo or a redo: the history after it. */
type Changed = Promise<Answer<{ readonly history: History } | null>>;

/** Undo and redo of a document, by intention. */
export function undoCommands(session: { undo(): Changed; redo(): Changed }, { undo, redo }: Next): Command[] {
  // Keys come faster than the window is drawn: what was taken back stands in the answer.
  const said = async (changed: Changed, say: (history: History) => string | undefined): Promise<void> => {
    const answer = await changed;
    const words = answer.ok && answer.data !== null ? say(answer.data.history) : undefined;
    if (words !== undefined) announce(words);
  };
  const named = (entry: HistoryEntry | undefined, say: (name: string) => string) =>
    entry === undefined ? undefined : say(entry.name);
  return [
    {
      id: 'edit.undo',
      title: undo === undefined ? t('app.undo') : t('app.undoNamed', { name: undo }),
      group: t('app.groupEdit'),
      icon: 'undo',
      keys: ['Mod+Z'],
      // Never disabled: what is still being typed can be taken back too.
      run: () => {
        if (undo === undefined && !drafts.any()) announce(t('app.nothingToUndo'));
        else
          void said(session.undo(), (history) => named(history.redo[0], (name) => t('app.undone', { name })));
      },
    },
    {
      id: 'edit.redo',
      title: redo === undefined ? t('app.redo') : t('app.redoNamed', { name: redo }),
      group: t('app.groupEdit'),
      icon: 'redo',
      keys: ['Mod+Shift+Z', 'Mod+Y'],
      disabled: redo === undefined ? t('app.nothingToRedo') : undefined,
      run: () =>
        void said(session.redo(), (history) => named(history.undo[0], (name) => t('app.redone', { name }))),
    },
  ];
}

/** The two buttons; what belongs to them stands behind. */
export function UndoRedo({ undo, redo, children }: Next & { children?: ReactNode }) {
  return (
    <div className={styles.undo}>
      <IconButton
        icon="undo"
        label={undo === undefined ? t('app.undo') : t('app.undoNamed', { name: undo })}
        keys="Mod+Z"
        isDisabled={undo === undefined}
        onPress={() => runCommand('edit.undo')}
      />
      <IconButton
        icon="redo"
        label={redo === undefined ? t('app.redo') : t('app.redoNamed', { name: redo })}
        keys="Mod+Shift+Z"
        isDisabled={redo === undefined}
        onPress={() => runCommand('edit.redo')}
      />
      {children}
    </div>
  );
}
