import { useRef, useState } from 'react';
import type { Picture, Scale } from '@/host';
import { Glyph } from '../glyphs';
import { usePhone } from '../phone-context';

/** A picture, or the grey box the phone shows for anything it cannot read. */
export function Pic({
  picture,
  className = '',
  style,
}: {
  picture: Picture;
  className?: string;
  style?: React.CSSProperties;
}) {
  const { t } = usePhone();
  const [failed, setFailed] = useState<string | null>(null);
  if (picture.src === null || picture.src === failed) {
    const words = picture.alt === '' ? t('phone.pictureMissing') : picture.alt;
    return (
      <span className={`ph-no-picture ${className}`} style={style} role="img" aria-label={words}>
        <Glyph name="image" size={24} />
      </span>
    );
  }
  return (
    <img
      className={`ph-picture ${className}`}
      style={style}
      src={picture.src}
      alt={picture.alt}
      draggable={false}
      decoding="async"
      onError={() => setFailed(picture.src)}
    />
  );
}

/** An `Image`: full width or as wide as it says; the ratio counts unless both sides are given. */
export function ImagePart({
  picture,
  width,
  height,
  aspectRatio,
  scale,
}: {
  picture: Picture;
  width: number | null;
  height: number | null;
  aspectRatio: number | null;
  scale: Scale;
}) {
  return (
    <Pic
      picture={picture}
      className="ph-image"
      style={{
        inlineSize: width === null ? '100%' : `min(100%, ${width}px)`,
        blockSize: height === null ? undefined : `${height}px`,
        aspectRatio: height === null && aspectRatio !== null ? aspectRatio : undefined,
        objectFit: scale,
      }}
    />
  );
}

/** One picture a page, with snap, dots and arrow keys. */
export function Carousel({
  pictures,
  aspectRatio,
  scale,
}: {
  pictures: Picture[];
  aspectRatio: number | null;
  scale: Scale;
}) {
  const { t, look } = usePhone();
  const track = useRef<HTMLElement>(null);
  const [page, setPage] = useState(0);
  const ratio = aspectRatio ?? 4 / 3;

  function go(to: number) {
    const strip = track.current;
    if (strip === null) return;
    const next = Math.max(0, Math.min(pictures.length - 1, to));
    const sign = look.dir === 'rtl' ? -1 : 1;
    strip.scrollTo({ left: sign * next * strip.clientWidth, behavior: 'smooth' });
    setPage(next);
  }

  function onKeyDown(event: React.KeyboardEvent) {
    const forward = look.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = look.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    if (event.key !== forward && event.key !== back) return;
    event.preventDefault();
    go(event.key === forward ? page + 1 : page - 1);
  }

  return (
    <div className="ph-carousel">
      <section
        ref={track}
        className="ph-carousel-track"
        aria-label={t('phone.carousel', { count: pictures.length })}
        tabIndex={look.interactive ? 0 : undefined}
        onKeyDown={onKeyDown}
        onScroll={(event) => {
          const strip = event.currentTarget;
          setPage(Math.round(Math.abs(strip.scrollLeft) / Math.max(1, strip.clientWidth)));
        }}
      >
        {pictures.map((picture, place) => (
          <div key={place} className="ph-carousel-page" style={{ aspectRatio: ratio }}>
            <Pic picture={picture} className="ph-fill" style={{ objectFit: scale }} />
          </div>
        ))}
      </section>
      {pictures.length > 1 && (
        <div className="ph-dots">
          {pictures.map((picture, place) => (
            <button
              key={place}
              type="button"
              className="ph-dot"
              aria-label={t('phone.carouselPage', {
                page: place + 1,
                of: pictures.length,
                words: picture.alt,
              })}
              aria-current={place === page ? 'true' : undefined}
              onClick={() => go(place)}
            />
          ))}
        </div>
      )}
    </div>
  );
}
