import { useId, useState } from 'react';
import type { PhotoSource, Picker } from '@/host';
import { Glyph } from '../glyphs';
import { type PhoneWords, usePhone } from '../phone-context';
import { type Sample, sampleFiles } from '../sample-files';
import { GroupHead } from './Choices';
import { Sheet } from './Sheet';

/** Size as the phone writes it: whole kilobytes below one megabyte, then megabytes with one digit. */
export function sizeWords(t: PhoneWords, bytes: number): string {
  return bytes < 1_048_576
    ? t('phone.kilobytes', { size: Math.max(1, Math.round(bytes / 1024)) })
    : t('phone.megabytes', { size: Math.round(bytes / 104_857.6) / 10 });
}

/** A `PhotoPicker` or `DocumentPicker`. Nothing is read from the disk: sample files stand in. */
export function Files({
  picker,
  photos,
  mimeTypes,
}: {
  picker: Picker;
  /** Where photos may come from; none for documents. */
  photos: PhotoSource | null;
  mimeTypes: string[];
}) {
  const { t, act, look } = usePhone();
  const [open, setOpen] = useState(false);
  const id = useId();
  const { field, files } = picker;
  const full = files.length >= picker.max;

  function close() {
    setOpen(false);
    act({ type: 'blur', name: field.name });
  }

  function pick(sample: Sample) {
    act({ type: 'pick_file', name: field.name, file: { name: sample.name, size: sample.size } });
    close();
  }

  const words =
    photos === null ? t('phone.addFile') : t(photos === 'camera' ? 'phone.takePhoto' : 'phone.addPhoto');
  const more = photos === null ? t('phone.addMoreFiles') : t('phone.addMorePhotos');
  return (
    <fieldset className="ph-group" aria-labelledby={id} data-disabled={!field.enabled || undefined}>
      <GroupHead id={id} field={field} description={picker.description} />
      {files.length > 0 && (
        <ul className="ph-files">
          {files.map((file, place) => (
            <li key={`${place}-${file.name}`} className="ph-file" data-error={file.tooLarge || undefined}>
              <span className="ph-file-picture">
                <Glyph name={photos === null ? 'file' : 'image'} size={24} />
              </span>
              <span className="ph-file-words">
                <bdi className="ph-file-name">{file.name}</bdi>
                <span className="ph-option-second">
                  {file.tooLarge
                    ? t('phone.fileTooLarge', { size: sizeWords(t, file.size) })
                    : t('phone.fileLine', {
                        size: sizeWords(t, file.size),
                        kind: file.name.slice(file.name.lastIndexOf('.') + 1).toUpperCase(),
                      })}
                </span>
              </span>
              <button
                type="button"
                className="ph-icon-button"
                disabled={!field.enabled}
                aria-label={t('phone.removeFile', { name: file.name })}
                onClick={() => act({ type: 'remove_file', name: field.name, index: place })}
              >
                <Glyph name="close" size={18} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {!full && (
        <button
          type="button"
          className={files.length > 0 ? 'ph-pick ph-pick-more' : 'ph-pick'}
          disabled={!field.enabled}
          aria-haspopup="dialog"
          aria-describedby={field.error === null ? undefined : `${id}-error`}
          onClick={() => setOpen(true)}
        >
          {look.platform === 'ios' && files.length === 0 ? (
            <span className="ph-pick-round">
              <Glyph name={photos === null ? 'file' : 'camera'} size={18} />
            </span>
          ) : (
            <Glyph name={files.length > 0 ? 'plus' : photos === null ? 'file' : 'camera'} size={18} />
          )}
          {files.length > 0 ? more : words}
        </button>
      )}
      {open && (
        <Sheet title={words} onClose={close} compact>
          <p className="ph-sheet-hint">{t('phone.sampleHint')}</p>
          <div className="ph-sheet-body ph-rows">
            {sampleFiles(photos !== null, mimeTypes, picker.maxKb).map((sample) => (
              <button key={sample.name} type="button" className="ph-sample" onClick={() => pick(sample)}>
                <Glyph name={photos === null ? 'file' : 'image'} />
                <bdi className="ph-file-name">{sample.name}</bdi>
                <span className="ph-option-second">{sizeWords(t, sample.size)}</span>
              </button>
            ))}
          </div>
        </Sheet>
      )}
    </fieldset>
  );
}
