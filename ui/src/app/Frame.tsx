import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useStore } from 'zustand';
import { t } from '@/i18n';
import { Hint, Icon, type IconName, Logo, liveWords } from '@/kit';
import { useArrivalFocus } from './arrival-focus';
import styles from './frame.module.css';
import { go, type Route } from './route';

function RailItem({
  icon,
  label,
  keys,
  isCurrent,
  onPress,
}: {
  icon: IconName;
  label: string;
  keys?: string;
  isCurrent?: boolean;
  onPress(): void;
}) {
  return (
    <Hint words={label} keys={keys} placement="end">
      <AriaButton
        className={styles.railItem}
        aria-label={label}
        aria-current={isCurrent === true ? 'page' : undefined}
        onPress={onPress}
      >
        <Icon name={icon} size={18} />
      </AriaButton>
    </Hint>
  );
}

/** What stands around every view: the rail, and what a screen reader is told. */
export function Frame({ route, onHelp, children }: { route: Route; onHelp(): void; children: ReactNode }) {
  const place = route.view === 'publish' ? route.back.view : route.view;
  const inFlows = place === 'flows' || place === 'editor';
  return (
    <div className={styles.frame}>
      {/* The same as the rail's first item, for the mouse. */}
      <AriaButton
        className={styles.mark}
        aria-label={t('app.start')}
        excludeFromTabOrder
        onPress={() => go({ view: 'gallery' })}
      >
        <Logo />
      </AriaButton>
      <nav className={styles.rail} aria-label={t('app.rail')} data-region="rail">
        <RailItem
          icon="start"
          label={t('app.start')}
          isCurrent={route.view === 'gallery'}
          onPress={() => go({ view: 'gallery' })}
        />
        <RailItem
          icon="journey"
          label={t('journeys.title')}
          isCurrent={place === 'journeys' || place === 'journey'}
          onPress={() => go({ view: 'journeys' })}
        />
        <RailItem
          icon="flow"
          label={t('app.flows')}
          isCurrent={inFlows}
          onPress={() => go({ view: 'flows' })}
        />
        <RailItem
          icon="template"
          label={t('app.messages')}
          isCurrent={['messages', 'message', 'starters', 'board'].includes(place)}
          onPress={() => go({ view: 'messages' })}
        />
        <span className={styles.railGap} />
        <RailItem icon="help" label={t('app.keyboardMap')} keys="?" onPress={onHelp} />
        <RailItem
          icon="settings"
          label={t('app.settings')}
          keys="Mod+,"
          isCurrent={route.view === 'settings'}
          onPress={() => go({ view: 'settings' })}
        />
      </nav>
      {children}
      <LiveRegion />
    </div>
  );
}

/** The bar over the full width: where one is at its start, what one can do at its end. */
export function TopBar({ start, middle, end }: { start: ReactNode; middle?: ReactNode; end?: ReactNode }) {
  return (
    <header className={styles.bar} data-region="bar">
      <div className={styles.barStart}>{start}</div>
      {middle !== undefined && <div>{middle}</div>}
      <div className={styles.barEnd}>{end}</div>
    </header>
  );
}

/** The last part is where one is; it may be a control of its own (the name with its menu). */
export function Crumbs({ parts, last }: { parts: { label: string; onPress(): void }[]; last: ReactNode }) {
  return (
    <nav aria-label={t('app.where')} className={styles.crumbs}>
      {parts.map((part) => (
        <span key={part.label} className={styles.crumb}>
          <AriaButton className={styles.crumbLink} onPress={part.onPress}>
            {part.label}
          </AriaButton>
          <Icon name="chevronEnd" size={12} />
        </span>
      ))}
      {typeof last === 'string' ? <span className={styles.crumbLast}>{last}</span> : last}
    </nav>
  );
}

/** The page below the bar. */
export function Page({
  label,
  children,
  scrolls = true,
}: {
  label: string;
  children: ReactNode;
  scrolls?: boolean;
}) {
  const main = useArrivalFocus();
  return (
    <main
      className={scrolls ? styles.page : styles.pageFixed}
      aria-label={label}
      data-region="page"
      tabIndex={-1}
      ref={main}
    >
      {children}
    </main>
  );
}

function LiveRegion() {
  const { polite, assertive } = useStore(liveWords);
  return (
    <>
      <div className="visually-hidden" role="status" aria-live="polite">
        {polite}
      </div>
      <div className="visually-hidden" role="alert" aria-live="assertive">
        {assertive}
      </div>
    </>
  );
}
