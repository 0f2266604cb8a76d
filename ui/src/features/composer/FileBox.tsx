import { useEffect, useRef, useState } from 'react';
import { useMessageSession } from '@/document';
import { host, onEvent } from '@/host';
import { isKey, t } from '@/i18n';
import { Button, Icon } from '@/kit';
import styles from './composer.module.css';
import look from './file.module.css';
import type { MemberFacts } from './known';
import { type Fields, fields, type Json, words } from './model';
import { fileName, usePicture } from './pictures';

/** A file that is wanted: chosen from this computer or dropped here. Waymark brings a picture to the size WhatsApp takes. */
export function FileBox({
  at,
  title,
  takes,
  handle,
  error,
  help,
}: {
  /** The part that has it. */
  at: string;
  title: string;
  /** What may be put here, in a few words. */
  takes: string;
  /** `media:` and the name of a file of the workspace, a handle or number of Meta's, or nothing. */
  handle: string;
  error: string | undefined;
  help: string;
}) {
  const session = useMessageSession();
  const name = fileName(handle);
  const picture = usePicture(name);
  const zone = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  useEffect(() => {
    const inside = (x: number, y: number) => {
      const box = zone.current?.getBoundingClientRect();
      return box !== undefined && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
    };
    return onEvent((event) => {
      if (event.type === 'FilesHover') setOver((event.images ?? 0) > 0 && inside(event.x, event.y));
      if (event.type === 'FilesLeft') setOver(false);
      if (event.type !== 'FilesDropped') return;
      setOver(false);
      if (event.images.length === 0 || !inside(event.x, event.y)) return;
      void session.run((revision) => host.messageDropFile(session.id, revision, at, event.token));
    });
  }, [session, at]);
  return (
    <div className={look.file}>
      <div className={styles.fieldHead}>
        <h3>{title}</h3>
        <span>{takes}</span>
      </div>
      <div
        ref={zone}
        className={look.fileBox}
        data-over={over || undefined}
        data-blocked={error !== undefined || undefined}
      >
        {picture === undefined ? (
          <span className={look.thumb}>
            <Icon name="picture" size={18} />
          </span>
        ) : (
          <img className={look.thumb} src={picture} alt="" />
        )}
        <span className={look.fileName}>
          <bdi>{name ?? (handle === '' ? t('composer.noFile') : handle)}</bdi>
        </span>
        <Button
          size="small"
          onPress={() => void session.run((revision) => host.messageAddFile(session.id, revision, at))}
        >
          {t(handle === '' ? 'composer.chooseFile' : 'composer.replaceFile')}
        </Button>
      </div>
      <p className={error === undefined ? styles.note : styles.refused}>{error ?? help}</p>
    </div>
  );
}

/** A file is an object that is named by a number of Meta's or by an address. */
export function isFile(member: MemberFacts): boolean {
  const has = (name: string) => member.members.some((inner) => inner.name === name);
  return has('id') && has('link');
}

/** A file of this workspace: its name stands in the box, so no field is needed for it. */
export function isOwnFile(file: Fields): boolean {
  return fileName(words(file.id)) !== undefined;
}

/** The picture, film, sound or file of a message. */
export function MessageFile({
  at,
  name,
  label,
  value,
  error,
}: {
  at: string;
  /** As Meta names its kind. */
  name: string;
  label: string;
  value: Json;
  error: string | undefined;
}) {
  const takes = `composer.takes.${name}`;
  const { id, link } = fields(value);
  return (
    <FileBox
      at={at}
      title={label}
      takes={isKey(takes) ? t(takes) : ''}
      handle={words(id)}
      // An address is looked at by its own field.
      error={words(link) === '' ? error : undefined}
      help={t('composer.media.help')}
    />
  );
}
