import { Button as PlainButton } from 'react-aria-components';
import { jsonAt, partOf, useDocument, useSession, valueAt } from '@/document';
import { partIcon, partName } from '@/flow-words';
import { t } from '@/i18n';
import { Icon } from '@/kit';
import type { Usage } from '@/sending';
import styles from './inspector.module.css';

/** Places that take an answer or a value, each to jump to. */
export function UseList({ uses }: { uses: readonly Usage[] }) {
  const session = useSession();
  const flow = useDocument((state) => state.flow);
  return (
    <ul className={styles.uses}>
      {uses.map((use) => {
        const part = partOf(use.pointer);
        const type = String(valueAt(part === undefined ? undefined : jsonAt(flow, part), '/type') ?? '');
        return (
          <li key={use.pointer}>
            <PlainButton className={styles.use} onPress={() => session.goToPlace(use.pointer)}>
              <Icon name={type === '' ? 'phone' : partIcon(type)} size={14} />
              <span className={styles.useWords}>
                {t('inspector.useOn', {
                  kind: partName(type),
                  screen: use.screen.title || use.screen.id,
                })}
              </span>
              <Icon name="open" size={13} />
            </PlainButton>
          </li>
        );
      })}
    </ul>
  );
}
