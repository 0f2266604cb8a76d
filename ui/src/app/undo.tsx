import type { ReactNode } from 'react';
import { drafts } from '@/document';
import type { Answer } from '@/host';
import { t } from '@/i18n';
import { announce, type Command, IconButton, runCommand } from '@/kit';
import styles from './editor/editor.module.css';

/** What can be taken back and brought again next, as the history calls it. */
export interface Next {
  readonly undo: string | undefined;
  readonly redo: string | undefined;
}

/** Undo and redo of a document, by intention. */
export function undoCommands(
  session: { undo(): Promise<Answer<unknown>>; redo(): Promise<Answer<unknown>> },
  { undo, redo }: Next,
): Command[] {
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
          void session
            .undo()
            .then((answer) => answer.ok && undo !== undefined && announce(t('app.undone', { name: undo })));
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
        void session.redo().then((answer) => answer.ok && announce(t('app.redone', { name: redo ?? '' }))),
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
