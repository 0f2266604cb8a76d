import { clock, day, t } from '@/i18n';
import { Dialog, useToastLog } from '@/kit';
import styles from './notice.module.css';

/** What was said in passing, newest first. */
export function Notices({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const log = useToastLog();
  return (
    <Dialog title={t('kit.notices')} isOpen={isOpen} onClose={onClose}>
      {log.length === 0 ? (
        <p>{t('app.noNotices')}</p>
      ) : (
        <ul className={styles.log}>
          {log.map((notice) => (
            <li key={`${notice.at} ${notice.words}`}>
              <span>{notice.words}</span>
              <time className="tabular">
                {day(notice.at)}, {clock(notice.at)}
              </time>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
