import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Imported, LeftOut, ProjectTaken, TakenDocument } from '@/host';
import { t } from '@/i18n';
import { Button, Dialog, Icon, type IconName } from '@/kit';
import styles from './project.module.css';

const ICONS: Record<TakenDocument['kind'], IconName> = {
  journey: 'journey',
  flow: 'flow',
  template: 'template',
  message: 'message',
};

/** What came in of a project, under which name, and what did not. */
export function TakenDialog({
  taken,
  onClose,
  onOpen,
}: {
  taken: ProjectTaken;
  onClose(): void;
  onOpen(document: Imported): void;
}) {
  const how = (comes: TakenDocument['comes']): TakenDocument[] =>
    taken.documents.filter((document) => document.comes === comes);
  const [came, renamed, same] = [how('new'), how('renamed'), how('here')];
  const first =
    [...came, ...renamed].find((document) => document.kind === 'journey') ?? came[0] ?? renamed[0];
  const open = ({ kind, id }: TakenDocument): void => {
    if (id !== null) onOpen({ kind, id });
  };
  return (
    <Dialog
      title={t('project.takenTitle', { name: taken.name })}
      isOpen
      onClose={onClose}
      foot={
        first === undefined ? (
          <Button variant="primary" onPress={onClose} autoFocus>
            {t('project.done')}
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>{t('project.done')}</Button>
            <Button variant="primary" icon={ICONS[first.kind]} onPress={() => open(first)} autoFocus>
              {t('project.openIt', { name: first.name })}
            </Button>
          </>
        )
      }
    >
      <div className={styles.form}>
        {first === undefined && <p>{t('project.nothingNew')}</p>}
        {came.length > 0 && (
          <Part icon="ok" tone="ok" title={t('project.cameIn', { count: came.length })}>
            <Documents documents={came} onOpen={open} />
          </Part>
        )}
        {renamed.length > 0 && (
          <Part icon="info" tone="risky" title={t('project.renamed')}>
            <Documents documents={renamed} onOpen={open} />
          </Part>
        )}
        {same.length > 0 && first !== undefined && (
          <Part icon="tick" title={t('project.same', { count: same.length })} />
        )}
        {taken.left.length > 0 && (
          <Part icon="warning" tone="risky" title={t('project.left')}>
            <ul className={styles.rows}>
              {taken.left.map((left) => (
                <li key={JSON.stringify(left)} className={styles.leftRow}>
                  <bdi className={styles.path}>{placeOf(left)}</bdi>
                  <span className={styles.second}>{whyLeft(left)}</span>
                </li>
              ))}
            </ul>
          </Part>
        )}
      </div>
    </Dialog>
  );
}

function Part({
  icon,
  tone,
  title,
  children,
}: {
  icon: IconName;
  tone?: 'ok' | 'risky';
  title: string;
  children?: ReactNode;
}) {
  return (
    <section className={styles.part}>
      <h3 className={styles.heading} data-tone={tone}>
        <Icon name={icon} />
        {title}
      </h3>
      {children}
    </section>
  );
}

function Documents({
  documents,
  onOpen,
}: {
  documents: readonly TakenDocument[];
  onOpen(document: TakenDocument): void;
}) {
  return (
    <ul className={styles.rows}>
      {documents.map((document) => (
        <li key={document.id}>
          <AriaButton className={styles.row} onPress={() => onOpen(document)}>
            <Icon name={ICONS[document.kind]} size={14} />
            <bdi className={styles.name}>{document.name}</bdi>
            <span className={styles.second}>{aside(document)}</span>
          </AriaButton>
        </li>
      ))}
    </ul>
  );
}

/** What it was called, else what it is. */
function aside(document: TakenDocument): string {
  if (document.was !== null) return t('project.was', { name: document.was });
  if (document.comes === 'renamed') return t('project.newAtMeta');
  return t(`project.kind_${document.kind}`);
}

function placeOf(left: LeftOut): string {
  switch (left.type) {
    case 'File':
      return left.path;
    case 'Unused':
      return left.name;
    default:
      return left.file;
  }
}

function whyLeft(left: LeftOut): string {
  switch (left.type) {
    case 'File':
      return t('project.leftFile');
    case 'Member':
      return t('project.leftMember', { member: left.member });
    case 'Missing':
      return t('project.leftMissing', { name: left.name });
    case 'Unused':
      return t('project.leftUnused');
  }
}
