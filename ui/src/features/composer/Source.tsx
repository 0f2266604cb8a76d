import { useMessage, useMessageSession } from '@/document';
import { mend } from '@/fixes';
import type { Diagnostic } from '@/host';
import { t } from '@/i18n';
import { SourceEditor } from '@/source-editor';

const NONE: readonly Diagnostic[] = [];

/** The payload of the template or message, letter by letter. */
export function Source() {
  const session = useMessageSession();
  const raw = useMessage((state) => state.message.text);
  const readable = useMessage((state) => state.message.readable);
  const findings = useMessage((state) => state.view?.diagnostics);
  const reveal = useMessage((state) => state.reveal);
  return (
    <SourceEditor
      label={t('composer.source')}
      raw={raw}
      unreadable={readable ? null : t('composer.sourceUnreadable')}
      // What is found is of the last text that could be read; its places are not those of this one.
      findings={readable ? (findings ?? NONE) : NONE}
      part={null}
      reveal={reveal}
      findId="message.find"
      onEdit={(edit) => session.dispatch((message) => edit(message.text))}
      onFix={(finding, fix) => void mend(session, finding, fix)}
    />
  );
}
