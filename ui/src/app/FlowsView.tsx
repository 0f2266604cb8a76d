import { useCallback, useEffect, useState } from 'react';
import { FlowList } from '@/features/gallery';
import { type Answer, type FlowCard, host, type WireError } from '@/host';
import { t } from '@/i18n';
import { toast } from '@/kit';
import { Failed } from './Failed';
import { Crumbs, Page, TopBar } from './Frame';
import { go, toDocument } from './route';

export default function FlowsView() {
  const [flows, setFlows] = useState<FlowCard[] | null>(null);
  const [error, setError] = useState<WireError | null>(null);

  const load = useCallback(async (): Promise<void> => {
    const answer = await host.flowList();
    if (answer.ok) setFlows(answer.data);
    setError(answer.ok ? null : answer.error);
  }, []);
  useEffect(() => void load(), [load]);

  const openAfter = async <T,>(made: Promise<Answer<T | null>>, open: (made: T) => void): Promise<void> => {
    const answer = await made;
    if (!answer.ok) setError(answer.error.code === 'cancelled' ? null : answer.error);
    else if (answer.data !== null) open(answer.data);
  };

  const remove = async (flow: FlowCard): Promise<void> => {
    const answer = await host.flowDelete(flow.id);
    if (!answer.ok) {
      setError(answer.error);
      return;
    }
    await load();
    toast({
      words: t('gallery.deleted', { name: flow.name }),
      icon: 'delete',
      act: { label: t('gallery.undo'), run: () => void host.flowUndelete(flow.id).then(load) },
    });
  };

  return (
    <>
      <TopBar start={<Crumbs parts={[]} last={t('app.flows')} />} />
      <Page label={t('app.flows')}>
        {error !== null && <Failed error={error} onRetry={() => void load()} />}
        {error === null && (
          <FlowList
            flows={flows}
            onOpen={(flow) => go({ view: 'editor', flow })}
            onPublish={(flow) => go({ view: 'publish', documents: [flow], back: { view: 'flows' } })}
            onDuplicate={(flow) => void host.flowDuplicate(flow).then(load)}
            onDelete={(flow) => void remove(flow)}
            onImport={() => void openAfter(host.flowImport(), (made) => go(toDocument(made)))}
            onNew={() =>
              void openAfter(host.flowCreate(t('gallery.newName')), (flow) => go({ view: 'editor', flow }))
            }
          />
        )}
      </Page>
    </>
  );
}
