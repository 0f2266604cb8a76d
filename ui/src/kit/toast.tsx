import { useEffect, useState } from 'react';
import {
  UNSTABLE_Toast as AriaToast,
  Text,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { t } from '@/i18n';
import { Button, IconButton } from './button';
import { Icon, type IconName } from './icon';
import styles from './toast.module.css';
import { liftOver } from './toast-place';

export interface Toast {
  words: string;
  icon?: IconName;
  /** One act, for example Undo. */
  act?: { label: string; run(): void };
  /** It speaks of what this view shows, and goes when the view is left. */
  ofView?: boolean;
}

/** They stay 6 s, longer while hovered or focused. */
const SHOWN_MS = 6000;
const LOG_LENGTH = 50;

const queue = new ToastQueue<Toast>({ maxVisibleToasts: 3 });

/** Everything that was said, newest first. */
const log = createStore<{ entries: readonly { words: string; at: number }[] }>(() => ({ entries: [] }));

/** What goes when the view is left. */
const ofView = new Set<string>();

/** Says that something happened out of sight, and gives what ends it early. Errors are never said this way. */
export function toast(content: Toast): () => void {
  log.setState(({ entries }) => ({
    entries: [{ words: content.words, at: Date.now() }, ...entries].slice(0, LOG_LENGTH),
  }));
  const key = queue.add(content, { timeout: SHOWN_MS, onClose: () => ofView.delete(key) });
  if (content.ofView === true) ofView.add(key);
  return () => queue.close(key);
}

/** Another view comes: what was said of the one before goes. */
export function leaveView(): void {
  for (const key of [...ofView]) queue.close(key);
}

export function useToastLog(): readonly { words: string; at: number }[] {
  return useStore(log, (state) => state.entries);
}

/** Keeps the notices off what is kept clear, which may come and go below them. Gives what ends it. */
function giveWay(region: HTMLElement): () => void {
  let lift = 0;
  let frame = 0;
  const look = () => {
    frame = requestAnimationFrame(look);
    const { x, y, width, height } = region.getBoundingClientRect();
    const clear = [...document.querySelectorAll('[data-keep-clear]')];
    const next = liftOver(
      { x, y: y + lift, width, height },
      clear.map((kept) => kept.getBoundingClientRect()),
    );
    if (next === lift) return;
    lift = next;
    region.style.translate = `0 ${-lift}px`;
  };
  look();
  return () => cancelAnimationFrame(frame);
}

export function Toasts() {
  const [region, setRegion] = useState<HTMLDivElement | null>(null);
  useEffect(() => (region === null ? undefined : giveWay(region)), [region]);
  return (
    <ToastRegion ref={setRegion} queue={queue} className={styles.region} aria-label={t('kit.notices')}>
      {({ toast: shown }) => (
        <AriaToast toast={shown} className={styles.toast}>
          {shown.content.icon !== undefined && <Icon name={shown.content.icon} />}
          <ToastContent className={styles.words}>
            <Text slot="title">{shown.content.words}</Text>
          </ToastContent>
          {shown.content.act !== undefined && (
            <Button
              size="row"
              onPress={() => {
                shown.content.act?.run();
                queue.close(shown.key);
              }}
            >
              {shown.content.act.label}
            </Button>
          )}
          <IconButton slot="close" icon="close" size="panel" label={t('kit.close')} />
        </AriaToast>
      )}
    </ToastRegion>
  );
}
