import { useEffect } from 'react';
import { FlowProvider, type Session, useFlow } from '@/document';
import { t } from '@/i18n';
import { Failed } from '../Failed';
import { Crumbs, Page, TopBar } from '../Frame';
import { go } from '../route';
import { tryIt, useEditorCommands } from './commands';
import { EditorBar } from './EditorBar';
import { EditorPanels } from './EditorPanels';

/** The Flow editor: map, phone and inspector side by side. */
export default function EditorView({
  flow,
  tryIt,
  at,
}: {
  flow: string;
  tryIt: boolean;
  /** A place to show at once. */
  at: string | undefined;
}) {
  const opening = useFlow(flow);
  const toStart = () => go({ view: 'gallery' });

  if (opening.state !== 'open') {
    return (
      <>
        <TopBar
          start={<Crumbs parts={[{ label: t('app.flows'), onPress: () => go({ view: 'flows' }) }]} last="" />}
        />
        <Page label={t('app.editor')}>
          {opening.state === 'failed' && (
            <Failed error={opening.error} onRetry={opening.retry} onLeave={toStart} />
          )}
        </Page>
      </>
    );
  }
  return (
    <FlowProvider session={opening.session}>
      <OpenEditor session={opening.session} tryIt={tryIt} at={at} />
    </FlowProvider>
  );
}

function OpenEditor({
  session,
  tryIt: wanted,
  at,
}: {
  session: Session;
  tryIt: boolean;
  at: string | undefined;
}) {
  useEditorCommands(session.id);
  useEffect(() => {
    if (wanted) tryIt();
    if (at !== undefined) session.goToPlace(at);
  }, [session, wanted, at]);
  return (
    <>
      <EditorBar flow={session.id} />
      <EditorPanels />
    </>
  );
}
