import { useMemo } from 'react';
import { useMessageSession } from '@/document';
import { host } from '@/host';
import { t } from '@/i18n';
import { type Command, interrupt, toast, useCommands } from '@/kit';
import { type Next, undoCommands } from './undo';

/** What the composer shows: fields, or the text of the payload. */
export type MessageMiddle = 'form' | 'source';

/** What can be done with the open template or message. */
export function useMessageCommands({
  undo,
  redo,
  onVersions,
  onView,
}: Next & { onVersions(): void; onView(view: MessageMiddle): void }): void {
  const session = useMessageSession();
  const commands = useMemo<Command[]>(
    () => [
      ...undoCommands(session, { undo, redo }).map((command) => ({ ...command, whileTyping: true })),
      {
        id: 'view.form',
        title: t('app.showForm'),
        group: t('app.groupView'),
        icon: 'message',
        keys: ['Alt+1'],
        run: () => onView('form'),
      },
      {
        id: 'view.source',
        title: t('app.showSource'),
        group: t('app.groupView'),
        icon: 'source',
        keys: ['Alt+2'],
        run: () => onView('source'),
      },
      {
        id: 'message.versions',
        title: t('versions.open'),
        group: t('app.groupGo'),
        icon: 'history',
        words: t('versions.inVersion'),
        run: onVersions,
      },
      {
        id: 'message.export',
        title: t('app.export'),
        group: t('app.groupGo'),
        icon: 'download',
        keys: ['Mod+Shift+S'],
        run: () =>
          void host.messageExport(session.id).then((answer) => {
            if (answer.ok && answer.data !== null)
              toast({ words: t('app.exported', { file: answer.data }), icon: 'ok' });
            if (!answer.ok && answer.error.code !== 'cancelled') interrupt(answer.error.sentence);
          }),
      },
    ],
    [session, undo, redo, onVersions, onView],
  );
  useCommands(commands);
}
