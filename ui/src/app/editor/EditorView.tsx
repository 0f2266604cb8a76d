import { useEffect } from 'react';
import { FlowProvider, useFlow } from '@/document';
import { onEvent, type Patch } from '@/host';
import { t } from '@/i18n';
import { runCommand } from '@/kit';
import { Failed } from '../Failed';
import { Crumbs, Page, TopBar } from '../Frame';
import { go } from '../route';
import { useEditorCommands } from './commands';
import { EditorBar } from './EditorBar';
import { EditorPanels } from './EditorPanels';

/** The Flow editor: map, phone and inspector side by side. */
export default function EditorView({ flow, tryIt }: { flow: string; tryIt: boolean }) {
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
      <OpenEditor flow={flow} tryIt={tryIt} receive={opening.session.receive} />
    </FlowProvider>
  );
}

function OpenEditor({
  flow,
  tryIt,
  receive,
}: {
  flow: string;
  tryIt: boolean;
  receive: (patch: Patch) => void;
}) {
  useEditorCommands(flow);
  useEffect(
    () =>
      onEvent((event) => {
        if (event.type === 'FlowChanged' && event.flow === flow) receive(event.patch);
      }),
    [flow, receive],
  );
  useEffect(() => {
    if (tryIt) runCommand('phone.try');
  }, [tryIt]);
  return (
    <>
      <EditorBar flow={flow} />
      <EditorPanels />
    </>
  );
}
