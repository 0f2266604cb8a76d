import { useId, useState } from 'react';
import type { ChoiceSheet } from '@/host';
import { Glyph } from '../glyphs';
import { Sheet } from '../parts/Sheet';
import { usePhone } from '../phone-context';
import { useChat } from './chat-context';

/** The sheet that a list or a list of products opens. */
export function Choices({
  sheet,
  title,
  onClose,
}: {
  sheet: ChoiceSheet;
  title: string;
  onClose: () => void;
}) {
  const { t } = usePhone();
  const { pick, answer } = useChat();
  const group = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const send = () => {
    const row = sheet.sections.flatMap((section) => section.rows).find(({ at }) => at === chosen);
    onClose();
    if (row !== undefined) answer?.({ row });
  };
  return (
    <Sheet title={title} onClose={onClose}>
      <div className="ph-sheet-body">
        {sheet.sections.map((section) => (
          <fieldset key={section.at} className="ph-choice-section">
            {section.title !== null && (
              <legend dir="auto" className="ph-choice-title">
                {section.title}
              </legend>
            )}
            {section.rows.map((row) =>
              sheet.products ? (
                <div key={row.at} className="ph-choice-row">
                  <span className="ph-choice-picture">
                    <Glyph name="bag" size={20} />
                  </span>
                  <span className="ph-action-words">
                    <bdi>{t('chat.product', { id: row.title })}</bdi>
                    <span className="ph-second">{t('chat.productPrice')}</span>
                  </span>
                </div>
              ) : (
                <label key={row.at} className="ph-choice-row">
                  <span className="ph-action-words">
                    <bdi>{row.title}</bdi>
                    {row.description !== null && <bdi className="ph-second">{row.description}</bdi>}
                  </span>
                  <input
                    type="radio"
                    className="ph-choice-dot"
                    name={group}
                    checked={chosen === row.at}
                    onChange={() => {
                      setChosen(row.at);
                      pick?.(row.at);
                    }}
                  />
                </label>
              ),
            )}
          </fieldset>
        ))}
      </div>
      {!sheet.products && (
        <div className="ph-sheet-foot">
          <button type="button" className="ph-sheet-send" disabled={chosen === null} onClick={send}>
            {t('chat.send')}
          </button>
        </div>
      )}
    </Sheet>
  );
}
