import { useEffect, useState } from 'react';
import { useSession } from '@/document';
import { type Diagnostic, host, type Migration } from '@/host';
import { t } from '@/i18n';
import { Button, Dialog, Icon, type IconName, toast } from '@/kit';
import styles from './migrate.module.css';
import problems from './problems.module.css';

/** Findings about a Flow's version that have no button of their own to mend the whole. */
const ABOUT_VERSION: ReadonlySet<string> = new Set(['component-too-new', 'old-version']);

/** Whether a finding is mended by moving the Flow to the newest version. */
export function isAboutVersion({ rule, fixes }: Diagnostic): boolean {
  return ABOUT_VERSION.has(rule) || (rule === 'unsupported-version' && fixes.length === 0);
}

/** What changes on the way to the newest version, before anything is done. */
export function MigrateButton({ first }: { first: boolean }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="row" variant={first ? 'primary' : 'plain'} onPress={() => setOpen(true)}>
        {t('problems.migrate')}
      </Button>
      <Dialog title={t('problems.migrateTitle')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <Way onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

interface Line {
  what: string;
  why: string;
}

/** What follows one another for the same reason, with the reason once. */
function byReason(lines: Line[]): { whats: string[]; why: string }[] {
  const groups: { whats: string[]; why: string }[] = [];
  for (const { what, why } of lines) {
    const last = groups.at(-1);
    if (last?.why === why) last.whats.push(what);
    else groups.push({ whats: [what], why });
  }
  return groups;
}

function Way({ onClose }: { onClose(): void }) {
  const session = useSession();
  const [way, setWay] = useState<Migration | string | null>(null);
  useEffect(() => {
    void host
      .flowMigration(session.id)
      .then((answer) => setWay(answer.ok ? answer.data : answer.error.sentence));
  }, [session]);

  if (way === null) return null;
  if (typeof way === 'string') return <p>{way}</p>;

  const move = async (): Promise<void> => {
    const answer = await session.dispatch(way.edit);
    if (!answer.ok) {
      setWay(answer.error.sentence);
      return;
    }
    onClose();
    toast({ words: t('problems.migrated', { version: way.to }), icon: 'ok' });
  };

  const groups: { title: string; icon: IconName; lines: Line[] }[] = [
    { title: t('problems.migrateChanges'), icon: 'edit', lines: way.changes },
    { title: t('problems.migrateNotes'), icon: 'info', lines: way.notes },
    {
      title: t('problems.migrateOpen'),
      icon: 'blocked',
      lines: way.open.map(({ headline, why }) => ({ what: headline, why })),
    },
  ];
  return (
    <>
      <p>{t('problems.migrateFrom', { from: way.from, to: way.to })}</p>
      {groups
        .filter(({ lines }) => lines.length > 0)
        .map(({ title, icon, lines }) => (
          <section key={title} className={styles.group}>
            <h3 className={styles.heading}>
              <Icon name={icon} size={14} />
              {title}
            </h3>
            <ul className={styles.lines}>
              {byReason(lines).map(({ whats, why }) => (
                <li key={whats[0]}>
                  {[...new Set(whats)].map((what) => (
                    <p key={what} dir="auto">
                      {what}
                    </p>
                  ))}
                  <p className={problems.why} dir="auto">
                    {why}
                  </p>
                </li>
              ))}
            </ul>
          </section>
        ))}
      <div className={styles.foot}>
        <span className={problems.why}>{t('problems.migrateUndo')}</span>
        <Button variant="primary" onPress={() => void move()}>
          {t('problems.migrateDo', { version: way.to })}
        </Button>
      </div>
    </>
  );
}
