import { useReactFlow } from '@xyflow/react';
import { memo, useEffect, useState } from 'react';
import { Dialog } from 'react-aria-components';
import { useDocument, useSession } from '@/document';
import type { Point } from '@/graph-view';
import { t } from '@/i18n';
import { Button, PointPopover } from '@/kit';
import { SendList, sendingAt } from '@/sending';
import { cardBox } from './geometry';
import styles from './offer.module.css';
import { curveBetween, pointOn } from './ports';
import { type Offer, useMap, useMapState } from './store';

/** What a connection that was just drawn could send on. */
export const OfferBox = memo(function OfferBox({ places }: { places: ReadonlyMap<string, Point> }) {
  const offer = useMapState((state) => state.offer);
  return offer === null ? null : <Box key={offer.action} offer={offer} places={places} />;
});

function Box({ offer, places }: { offer: Offer; places: ReadonlyMap<string, Point> }) {
  const { store, acts, rtl } = useMap();
  const map = useReactFlow();
  // Where the cards come to rest: a new line may give them other places. The box stays where it opened.
  const [at] = useState(() => {
    const from = cardBox(places.get(offer.from) ?? { x: 0, y: 0 });
    const to = cardBox(places.get(offer.to) ?? from);
    return map.flowToScreenPosition(pointOn(curveBetween(from, to, rtl), 0.5));
  });
  const session = useSession();
  const flow = useDocument((state) => state.flow);
  const sending = sendingAt(flow, offer.action);
  const close = () => {
    store.setState((state) => (state.offer === offer ? { offer: null } : {}));
    // The focus goes back by itself, unless what had it is gone.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) acts.focusCard(offer.from);
    });
  };
  // The connection was taken back.
  const gone = sending === null;
  useEffect(() => {
    if (gone) store.setState((state) => (state.offer === offer ? { offer: null } : {}));
  }, [gone, offer, store]);
  if (sending === null) return null;
  return (
    <PointPopover at={at} onClose={close} className={styles.box}>
      <Dialog className={styles.dialog} aria-label={t('sending.title')}>
        <p className={styles.title}>{t('sending.title')}</p>
        <p className={styles.help}>{t(sending.target === null ? 'sending.helpSystem' : 'sending.help')}</p>
        <SendList sending={sending} change={(edit) => session.dispatch(edit)} />
        <div className={styles.foot}>
          <Button size="small" onPress={close}>
            {t('sending.done')}
          </Button>
        </div>
      </Dialog>
    </PointPopover>
  );
}
