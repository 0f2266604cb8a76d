import type { BubbleHead, FileReference } from '@/host';
import { Glyph, type GlyphName } from '../glyphs';
import { usePhone } from '../phone-context';
import { ContactsHead } from './Contacts';
import { useChat } from './chat-context';
import { MessageText } from './MessageText';
import { Pick } from './Pick';
import { SealedLine } from './Sealed';

/** What stands above the text of a message, or is the message. */
export function MessageHead({ head }: { head: BubbleHead }) {
  const { kind, at } = head;
  const part = kind.type === 'title' ? 'title' : 'head';
  return (
    <Pick at={at} part={part} className={`ph-head ph-head-${kind.type}`}>
      <HeadContent head={head} />
    </Pick>
  );
}

function HeadContent({ head: { kind } }: { head: BubbleHead }) {
  const { t } = usePhone();
  switch (kind.type) {
    case 'title':
      return <MessageText text={kind.text} />;
    case 'image':
      return <Photo file={kind.file} name={t('chat.image')} glyph="image" />;
    case 'video':
      return kind.gif ? (
        <Photo file={kind.file} name={t('chat.gif')} glyph="image" over="GIF" />
      ) : (
        <Photo file={kind.file} name={t('chat.video')} glyph="video" play />
      );
    case 'sticker':
      return <Photo file={kind.file} name={t('chat.sticker')} glyph="sticker" />;
    case 'audio':
      return <Sound voice={kind.voice} />;
    case 'document':
      return <FileRow file={kind.file} name={kind.name} />;
    case 'location':
      return (
        <Place name={kind.name} address={kind.address} latitude={kind.latitude} longitude={kind.longitude} />
      );
    case 'contacts':
      return <ContactsHead contacts={kind.contacts} />;
    case 'product':
      return <ProductHead product={kind.product} />;
    case 'unknown':
      return <SealedLine name={kind.name} />;
  }
}

/** A picture, or the grey box where it will be. */
function Photo({
  file,
  name,
  glyph,
  play = false,
  over,
}: {
  file: FileReference | null;
  name: string;
  glyph: GlyphName;
  play?: boolean;
  /** Words that lie over the picture. */
  over?: string;
}) {
  const { picture } = useChat();
  const { t } = usePhone();
  const src = file === null ? undefined : picture(file);
  return (
    <div className="ph-photo">
      {src === undefined ? (
        <span className="ph-photo-none" role="img" aria-label={name}>
          {!play && <Glyph name={glyph} size={34} />}
          {file === null && glyph === 'image' && <span aria-hidden="true">{t('chat.imageLater')}</span>}
        </span>
      ) : (
        <img src={src} alt={name} draggable={false} decoding="async" />
      )}
      {play && (
        <span className="ph-play" aria-hidden="true">
          <Glyph name="play" size={22} />
        </span>
      )}
      {over !== undefined && (
        <span className="ph-photo-over" aria-hidden="true">
          {over}
        </span>
      )}
    </div>
  );
}

/** Heights of the waves of a voice message, as parts of 10: a drawing, not the sound. */
const WAVES = [3, 5, 8, 4, 6, 9, 7, 3, 5, 10, 6, 4, 7, 8, 5, 3, 6, 9, 4, 6, 7, 3, 5, 4];

function Sound({ voice }: { voice: boolean }) {
  const { t } = usePhone();
  return (
    <div className="ph-sound" role="img" aria-label={t(voice ? 'chat.voice' : 'chat.audio')}>
      <span className="ph-sound-sign">
        <Glyph name={voice ? 'mic' : 'note'} size={20} />
      </span>
      <Glyph name="play" size={20} />
      <svg className="ph-waves" viewBox="0 0 120 24" preserveAspectRatio="none" aria-hidden="true">
        {voice ? (
          WAVES.map((height, place) => (
            <rect key={place} x={place * 5 + 1} y={12 - height} width="2.4" height={height * 2} rx="1.2" />
          ))
        ) : (
          <rect x="0" y="11" width="120" height="2" rx="1" />
        )}
      </svg>
    </div>
  );
}

function FileRow({ file, name }: { file: FileReference | null; name: string | null }) {
  const { t } = usePhone();
  const facts = useChat().file;
  const known = file === null ? undefined : facts(file);
  const words = name ?? known?.name ?? t('chat.document');
  const ending = /\.([a-z0-9]{1,5})$/iu.exec(words)?.[1]?.toUpperCase();
  const size = known?.bytes === undefined ? undefined : sizeWords(known.bytes, t);
  const line = [ending, size].filter(Boolean).join(' · ');
  return (
    <div className="ph-doc-row">
      <span className="ph-doc-sign" aria-hidden="true">
        <Glyph name="file" size={26} />
      </span>
      <span className="ph-doc-words">
        <bdi className="ph-doc-name">{words}</bdi>
        {line !== '' && <span className="ph-second">{line}</span>}
      </span>
    </div>
  );
}

function sizeWords(bytes: number, t: ReturnType<typeof usePhone>['t']): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1000));
  return kilobytes < 1000
    ? t('phone.kilobytes', { size: kilobytes })
    : t('phone.megabytes', { size: Math.round(kilobytes / 100) / 10 });
}

/** A place on a map of our own drawing. */
function Place({
  name,
  address,
  latitude,
  longitude,
}: {
  name: string | null;
  address: string | null;
  latitude: string | null;
  longitude: string | null;
}) {
  const { t } = usePhone();
  const degrees = latitude === null || longitude === null ? null : `${latitude}, ${longitude}`;
  const title = name ?? (address === null ? degrees : null);
  return (
    <>
      <div className="ph-map" role="img" aria-label={t('chat.location')}>
        <svg viewBox="0 0 240 110" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
          <path className="ph-map-water" d="M0 86q40-22 84-4t74 10 82-20v38H0Z" />
          <path className="ph-map-road" d="M-8 34 96 52 248 18M60-8l30 60 22 70M168-6l-14 44 34 84" />
        </svg>
        <span className="ph-pin">
          <Glyph name="pin" size={30} />
        </span>
      </div>
      <div className="ph-place-words">
        {title !== null && <bdi className="ph-place-name">{title}</bdi>}
        {address !== null && <bdi className="ph-second">{address}</bdi>}
        {title === null && address === null && <span className="ph-second">{t('chat.locationLater')}</span>}
      </div>
    </>
  );
}

function ProductHead({ product }: { product: string | null }) {
  const { t } = usePhone();
  return (
    <>
      <div className="ph-photo">
        <span className="ph-photo-none" aria-hidden="true">
          <Glyph name="bag" size={34} />
        </span>
      </div>
      <div className="ph-place-words">
        <bdi className="ph-place-name">
          {product === null ? t('chat.productLater') : t('chat.product', { id: product })}
        </bdi>
        <span className="ph-second">{t('chat.productPrice')}</span>
      </div>
    </>
  );
}
