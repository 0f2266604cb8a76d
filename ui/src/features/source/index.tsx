import { useEffect, useState } from 'react';
import { selectionAt, useDocument, useSession } from '@/document';
import { mend } from '@/fixes';
import { t } from '@/i18n';
import { SourceEditor } from '@/source-editor';
import styles from './source.module.css';

/** The text of the Flow: what is typed here shows on the map, and what is selected there is tinted here. */
export function SourceView() {
  const session = useSession();
  const raw = useDocument((state) => state.flow.text);
  const readable = useDocument((state) => state.flow.readable);
  const findings = useDocument((state) => state.flow.diagnostics);
  const part = useDocument((state) => state.selection.part);
  const reveal = useDocument((state) => state.reveal);
  const [failed, setFailed] = useState<string | null>(null);
  useEffect(() => {
    void session.loadText().then((answer) => setFailed(answer.ok ? null : answer.error.sentence));
  }, [session]);
  if (failed !== null) return <p className={styles.failed}>{failed}</p>;
  if (raw === null) return null;
  return (
    <SourceEditor
      label={t('source.label')}
      raw={raw}
      unreadable={readable ? null : t('source.unreadable')}
      findings={findings}
      part={part}
      reveal={reveal}
      findId="map.find"
      onEdit={(edit) => session.dispatch((flow) => (flow.text === null ? undefined : edit(flow.text)))}
      onFix={(finding, fix) => void mend(session, finding, fix)}
      onPlace={(pointer) => {
        const selection = selectionAt(session.store.getState().flow, pointer);
        if (selection !== undefined) session.select(selection);
      }}
    />
  );
}
