import { useEffect, useState } from 'react';
import { onEvent } from '@/host';
import { t } from '@/i18n';
import { Icon, toast } from '@/kit';
import styles from './arrivals.module.css';
import { projectArrived } from './project';
import { go, toDocument } from './route';

/** Flow files and projects that are dragged in or double-clicked open by themselves; while they hang over the window, it says so. */
export function Arrivals() {
  const [hovering, setHovering] = useState(false);
  useEffect(
    () =>
      onEvent((event) => {
        switch (event.type) {
          case 'FilesHover':
            setHovering(event.images === 0);
            break;
          case 'FilesLeft':
          case 'FilesDropped':
            setHovering(false);
            break;
          case 'DocumentArrived':
            setHovering(false);
            go(toDocument(event.arrived));
            break;
          case 'ProjectArrived':
            setHovering(false);
            projectArrived(event.taken);
            break;
          case 'ArrivalFailed':
            setHovering(false);
            toast({ words: event.error.sentence, icon: 'warning' });
            break;
          default:
        }
      }),
    [],
  );
  if (!hovering) return null;
  return (
    <div className={styles.drop}>
      <p>
        <Icon name="import" size={24} />
        {t('app.dropHere')}
      </p>
    </div>
  );
}
