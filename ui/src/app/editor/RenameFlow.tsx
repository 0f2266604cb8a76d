import { useState } from 'react';
import { useDocument, useSession } from '@/document';
import { t } from '@/i18n';
import { Button, Dialog, TextField } from '@/kit';

export function RenameFlow({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  return (
    <Dialog title={t('app.rename')} isOpen={isOpen} onClose={onClose}>
      <Form onClose={onClose} />
    </Dialog>
  );
}

function Form({ onClose }: { onClose(): void }) {
  const session = useSession();
  const before = useDocument((state) => state.flow.name);
  const [name, setName] = useState(before);
  const [error, setError] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    const wanted = name.trim();
    if (wanted === '') {
      setError(t('app.nameEmpty'));
      return;
    }
    if (wanted !== before) {
      const answer = await session.dispatch({ type: 'RenameFlow', name: wanted });
      if (!answer.ok) {
        setError(answer.error.sentence);
        return;
      }
    }
    onClose();
  };
  return (
    <>
      <TextField
        label={t('app.flowName')}
        help={t('app.flowNameHelp')}
        value={name}
        onChange={setName}
        onEnter={() => void save()}
        error={error}
        autoFocus
      />
      <div>
        <Button variant="primary" onPress={() => void save()}>
          {t('app.renameDo')}
        </Button>
      </div>
    </>
  );
}
