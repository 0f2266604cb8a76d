import { useMemo } from 'react';
import { counts, useDocument, useSession } from '@/document';
import { host } from '@/host';
import { t } from '@/i18n';
import { type Command, interrupt, runCommand, setPanel, toast, useCommands } from '@/kit';
import { PROBLEMS_KEY, showProblems } from '../bar/Status';
import { go } from '../route';
import { undoCommands } from '../undo';
import { MIDDLE, type Middle, showPanel } from './layout';

/** Opens the problems of the Flow. */
export function showFlowProblems(): void {
  showProblems('editor.problemsOpen');
}

/** To the plan, unless something is proved to be refused: then it is said and shown. */
export function publish(flow: string, blocked: number): void {
  if (blocked === 0) {
    go({ view: 'publish', documents: [flow], back: { view: 'editor', flow } });
    return;
  }
  toast({ words: t('app.publishBlocked', { count: blocked }), icon: 'blocked', ofView: true });
  showFlowProblems();
}

/** Brings a view of the middle up, in front where panels share the room. */
function showMiddle(view: Middle): void {
  setPanel('editor.source', MIDDLE.indexOf(view));
  showPanel('map');
}

/** Fills the form in on the phone. */
export function tryIt(): void {
  runCommand('phone.try');
}

async function exportFlow(flow: string): Promise<void> {
  const answer = await host.flowExport(flow);
  if (answer.ok && answer.data !== null)
    toast({ words: t('app.exported', { file: answer.data }), icon: 'ok' });
  if (!answer.ok && answer.error.code !== 'cancelled') interrupt(answer.error.sentence);
}

async function duplicateFlow(flow: string): Promise<void> {
  const answer = await host.flowDuplicate(flow);
  if (answer.ok) go({ view: 'editor', flow: answer.data });
  else interrupt(answer.error.sentence);
}

/** What can be done with the open Flow from everywhere in the editor. */
export function useEditorCommands(flow: string): void {
  const session = useSession();
  const undo = useDocument((state) => state.flow.undo[0]?.name);
  const redo = useDocument((state) => state.flow.redo[0]?.name);
  const blocked = useDocument((state) => counts(state.flow.diagnostics).blocked);
  const order = useDocument((state) => state.flow.order);
  const screens = useDocument((state) => state.flow.screens);

  const commands = useMemo<Command[]>(
    () => [
      ...undoCommands(session, { undo, redo }),
      {
        id: 'flow.publish',
        title: t('app.publish'),
        group: t('app.groupFlow'),
        icon: 'publish',
        keys: ['Mod+Enter'],
        run: () => publish(flow, blocked),
      },
      {
        id: 'flow.try',
        title: t('app.tryIt'),
        group: t('app.groupFlow'),
        icon: 'play',
        keys: ['Mod+Shift+Enter'],
        run: tryIt,
      },
      {
        id: 'flow.export',
        title: t('app.export'),
        group: t('app.groupFlow'),
        icon: 'download',
        keys: ['Mod+Shift+S'],
        run: () => void exportFlow(flow),
      },
      {
        id: 'flow.duplicate',
        title: t('app.duplicate'),
        group: t('app.groupFlow'),
        icon: 'copy',
        run: () => void duplicateFlow(flow),
      },
      {
        id: 'flow.problems',
        title: t('app.showProblems'),
        group: t('app.groupView'),
        icon: 'warning',
        keys: [PROBLEMS_KEY],
        run: showFlowProblems,
      },
      {
        id: 'view.map',
        title: t('app.showMap'),
        group: t('app.groupView'),
        icon: 'map',
        keys: ['Alt+1'],
        run: () => showMiddle('map'),
      },
      {
        id: 'view.source',
        title: t('app.showSource'),
        group: t('app.groupView'),
        icon: 'source',
        keys: ['Alt+2'],
        run: () => showMiddle('source'),
      },
      {
        id: 'view.languages',
        title: t('app.showLanguages'),
        group: t('app.groupView'),
        icon: 'language',
        keys: ['Alt+3'],
        run: () => showMiddle('languages'),
      },
      ...order.flatMap((key): Command[] => {
        const screen = screens[key];
        if (screen === undefined) return [];
        return [
          {
            id: `screen.${key}`,
            title: screen.title === '' ? screen.key : screen.title,
            group: t('app.groupScreens'),
            icon: 'phone',
            words: screen.id,
            run: () => session.goToPlace(`/screens/${screen.index}`),
          },
        ];
      }),
    ],
    [session, flow, undo, redo, blocked, order, screens],
  );
  useCommands(commands);
}
