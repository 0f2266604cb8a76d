import { useEffect, useRef, useState } from 'react';
import { host, onEvent } from '@/host';
import { number, t } from '@/i18n';
import { Button, Icon } from '@/kit';
import { useInspected } from '../context';
import { FieldBind, type FieldProps } from './field';
import styles from './fields.module.css';
import { Row } from './Row';

/** The phone tells a picture's type from the first letter of its text. */
const TYPES: Readonly<Record<string, string>> = {
  '/': 'image/jpeg',
  i: 'image/png',
  R: 'image/gif',
  U: 'image/webp',
};

/** An address to show base64 by; none when the phone could not show it either. */
export function pictureUrl(base64: string): string | null {
  const type = TYPES[base64.charAt(0)];
  return type === undefined || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)
    ? null
    : `data:${type};base64,${base64}`;
}

/** Size of what base64 stands for, in whole kilobytes. */
export function kilobytes(base64: string): number {
  return Math.ceil((base64.replace(/=+$/, '').length * 3) / 4 / 1024);
}

/** A picture: chosen, or dropped onto the field. Waymark shrinks it to Meta's limit. */
export function ImageProperty(props: FieldProps) {
  const { at, facts, label, help, value, error, set } = props;
  const { session } = useInspected();
  const zone = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const text = typeof value === 'string' ? value : '';
  const url = pictureUrl(text);

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
      void session.run((revision) =>
        host.flowDropImage(session.id, revision, at, facts.name, null, event.token),
      );
    });
  }, [session, at, facts.name]);

  const choose = () =>
    void session.run((revision) => host.flowAddImage(session.id, revision, at, facts.name, null));

  return (
    <Row label={label} bind={<FieldBind {...props} />}>
      <div ref={zone} className={styles.picture} data-over={over || undefined}>
        {url === null ? (
          <span className={styles.noPicture}>
            <Icon name="picture" />
          </span>
        ) : (
          <img className={styles.thumb} src={url} alt="" />
        )}
        <div className={styles.pictureSide}>
          <Button size="small" icon="upload" onPress={choose}>
            {t(text === '' ? 'inspector.choosePicture' : 'inspector.otherPicture')}
          </Button>
          {text !== '' && (
            <span className={styles.help}>
              {url === null
                ? t('inspector.pictureUnknown')
                : t('inspector.kilobytes', { size: number(kilobytes(text)) })}
            </span>
          )}
          {text !== '' && !facts.required && (
            <Button size="small" variant="quiet" icon="delete" onPress={() => void set(undefined)}>
              {t('inspector.removePicture')}
            </Button>
          )}
        </div>
      </div>
      <p className={error === undefined ? styles.help : styles.error}>
        {error ?? help ?? t('inspector.dropPicture')}
      </p>
    </Row>
  );
}
