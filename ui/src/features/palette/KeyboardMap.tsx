import { t } from '@/i18n';
import { type Command, Dialog, Kbd, useAllCommands } from '@/kit';
import styles from './palette.module.css';

/** Every shortcut that works now, by group. */
export function KeyboardMap({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const commands = useAllCommands();
  const groups = new Map<string, Command[]>();
  for (const command of commands) {
    if (command.keys === undefined || command.keys.length === 0) continue;
    groups.set(command.group, [...(groups.get(command.group) ?? []), command]);
  }
  return (
    <Dialog title={t('palette.keyboard')} isOpen={isOpen} onClose={onClose} size="wide">
      <div className={styles.map}>
        {[...groups].map(([group, ofGroup]) => (
          <section key={group} className={styles.group}>
            <h3 className={styles.groupTitle}>{group}</h3>
            <dl>
              {ofGroup.map((command) => (
                <div key={command.id} className={styles.key}>
                  <dt>{command.title}</dt>
                  <dd>
                    {command.keys?.map((keys) => (
                      <Kbd key={keys} keys={keys} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
