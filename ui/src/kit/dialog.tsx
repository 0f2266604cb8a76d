import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { t } from '@/i18n';
import { IconButton } from './button';
import styles from './dialog.module.css';

/** A question over the view. Esc and the close button leave it. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  foot,
  size = 'normal',
}: {
  title: string;
  isOpen: boolean;
  onClose(): void;
  children: ReactNode;
  /** Buttons, the primary last. */
  foot?: ReactNode;
  size?: 'normal' | 'wide' | 'page';
}) {
  return (
    <ModalOverlay
      className={styles.scrim}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable
    >
      <Modal className={`${styles.modal} ${size === 'normal' ? '' : styles[size]}`}>
        <AriaDialog className={styles.dialog}>
          <header className={styles.head}>
            <Heading slot="title" className={styles.title}>
              {title}
            </Heading>
            <IconButton icon="close" label={t('kit.close')} onPress={onClose} />
          </header>
          <div className={styles.body}>{children}</div>
          {foot !== undefined && <footer className={styles.foot}>{foot}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
