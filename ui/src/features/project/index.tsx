import type { Imported, ProjectTaken, WireError } from '@/host';
import { t } from '@/i18n';
import { Alert, Button, Dialog } from '@/kit';
import { SaveDialog } from './SaveDialog';
import { TakenDialog } from './TakenDialog';

/** The one dialog about projects that is open. */
export default function ProjectDialog(props: {
  saving: boolean;
  taken: ProjectTaken | null;
  failed: WireError | null;
  onClose(): void;
  onOpen(document: Imported): void;
}) {
  const { taken, failed, onClose } = props;
  if (taken !== null) return <TakenDialog taken={taken} onClose={onClose} onOpen={props.onOpen} />;
  if (failed !== null)
    return (
      <Dialog
        title={t('project.failedTitle')}
        isOpen
        onClose={onClose}
        foot={
          <Button variant="primary" onPress={onClose} autoFocus>
            {t('project.done')}
          </Button>
        }
      >
        <Alert>{failed.sentence}</Alert>
        <p>{t('project.unchanged')}</p>
      </Dialog>
    );
  return <SaveDialog isOpen={props.saving} onClose={onClose} />;
}
