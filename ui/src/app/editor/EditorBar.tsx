import { counts, useDocument, useSession } from '@/document';
import { HistoryButton } from '@/features/history';
import { t } from '@/i18n';
import { Button, IconButton, runCommand, Segmented } from '@/kit';
import styles from '../bar/bar.module.css';
import { DocumentName } from '../bar/DocumentName';
import { SavedSign } from '../bar/SavedSign';
import { Status } from '../bar/Status';
import { Crumbs, TopBar } from '../Frame';
import { go } from '../route';
import { UndoRedo } from '../undo';
import { publish, showFlowProblems, tryIt } from './commands';
import { useLayout, useMiddle } from './layout';

export function EditorBar({ flow }: { flow: string }) {
  const layout = useLayout();
  const compact = layout === 'compact' || layout === 'narrow';
  return (
    <TopBar
      start={
        <>
          <Crumbs
            parts={[{ label: t('app.flows'), onPress: () => go({ view: 'flows' }) }]}
            last={<FlowName />}
          />
          <SavedFlow />
        </>
      }
      middle={<ViewSwitch compact={compact} />}
      end={
        <>
          <FlowUndoRedo />
          <IconButton
            icon="search"
            label={t('app.find')}
            keys="Mod+F"
            onPress={() => runCommand('map.find')}
          />
          <span className={styles.divider} />
          <FlowStatus />
          {compact ? (
            <IconButton icon="play" label={t('app.tryIt')} onPress={tryIt} />
          ) : (
            <Button icon="play" onPress={tryIt}>
              {t('app.tryIt')}
            </Button>
          )}
          <Publish flow={flow} />
        </>
      }
    />
  );
}

function SavedFlow() {
  const saved = useDocument((state) => state.saved);
  const session = useSession();
  return <SavedSign saved={saved} onRetry={() => void session.retry()} />;
}

function FlowName() {
  const name = useDocument((state) => state.flow.name);
  return (
    <DocumentName
      name={name}
      menu={t('app.flowMenu')}
      commands={[
        ['flow.duplicate', 'flow.export'],
        ['view.map', 'view.source', 'view.languages'],
      ]}
      help={t('app.flowNameHelp')}
      session={useSession()}
    />
  );
}

function ViewSwitch({ compact }: { compact: boolean }) {
  const [middle, setMiddle] = useMiddle();
  if (compact) return null;
  return (
    <Segmented
      label={t('app.view')}
      value={middle}
      onChange={setMiddle}
      choices={[
        { id: 'map', label: t('app.viewMap'), icon: 'map' },
        { id: 'source', label: t('app.viewSource'), icon: 'source' },
        { id: 'languages', label: t('app.viewLanguages'), icon: 'language' },
      ]}
    />
  );
}

function FlowUndoRedo() {
  const undo = useDocument((state) => state.flow.undo[0]?.name);
  const redo = useDocument((state) => state.flow.redo[0]?.name);
  return (
    <UndoRedo undo={undo} redo={redo}>
      <HistoryButton />
    </UndoRedo>
  );
}

function FlowStatus() {
  const diagnostics = useDocument((state) => state.flow.diagnostics);
  return <Status diagnostics={diagnostics} onShow={showFlowProblems} />;
}

function Publish({ flow }: { flow: string }) {
  const blocked = useDocument((state) => counts(state.flow.diagnostics).blocked);
  const session = useSession();
  return (
    <Button
      variant="primary"
      onPress={() => {
        session.dismissRefusal();
        publish(flow, blocked);
      }}
    >
      {t('app.publish')}
    </Button>
  );
}
