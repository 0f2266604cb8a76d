import { useState } from 'react';
import type { ContactCard } from '@/host';
import { Sheet } from '../parts/Sheet';
import { usePhone } from '../phone-context';
import { initials, useChat } from './chat-context';

/** Cards of people; a press opens what they hold. */
export function ContactsHead({ contacts }: { contacts: ContactCard[] }) {
  const { t } = usePhone();
  const { pick } = useChat();
  const [isOpen, setOpen] = useState(false);
  const [first] = contacts;
  const name = first?.name || t('chat.contactUnnamed');
  const rest = contacts.length - 1;
  const open = (event: React.MouseEvent) => {
    event.stopPropagation();
    if (first !== undefined && rest === 0) pick?.(first.at);
    setOpen(true);
  };
  return (
    <>
      <div className="ph-contact">
        <span className="ph-avatar" aria-hidden="true">
          {initials(name)}
        </span>
        <bdi className="ph-contact-name">{rest > 0 ? t('chat.contacts', { name, count: rest }) : name}</bdi>
      </div>
      <div className="ph-row-buttons">
        {rest > 0 ? (
          <button type="button" className="ph-tap" onClick={open}>
            {t('chat.contactAll')}
          </button>
        ) : (
          <>
            {first?.onWhatsApp && (
              <button type="button" className="ph-tap" onClick={open}>
                {t('chat.contactMessage')}
              </button>
            )}
            <button type="button" className="ph-tap" onClick={open}>
              {t('chat.contactSave')}
            </button>
          </>
        )}
      </div>
      {isOpen && (
        <Sheet title={t('chat.contactSheet')} onClose={() => setOpen(false)}>
          <div className="ph-sheet-body">
            {contacts.map((contact) => (
              <section key={contact.at} className="ph-contact-card" aria-label={contact.name}>
                <div className="ph-contact">
                  <span className="ph-avatar" aria-hidden="true">
                    {initials(contact.name)}
                  </span>
                  <bdi className="ph-contact-name">{contact.name || t('chat.contactUnnamed')}</bdi>
                </div>
                {contact.lines.map((line, place) => (
                  <div key={place} className="ph-contact-line">
                    <bdi>{line.text}</bdi>
                    {line.label !== null && <bdi className="ph-second">{line.label.toLocaleLowerCase()}</bdi>}
                  </div>
                ))}
              </section>
            ))}
          </div>
        </Sheet>
      )}
    </>
  );
}
