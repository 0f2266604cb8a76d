import { useEffect, useMemo, useState } from 'react';
import { useJourney } from '@/document';
import type { RunAct } from '@/host';
import { directionOf, formatOf, t } from '@/i18n';
import { IconButton, Segmented, usePanel, useSteady } from '@/kit';
import { PhoneRoom, type Platform, phoneLanguage, TalkPhone, type Tapped } from '@/phone-view';
import { FormSheet } from './FormSheet';
import { offset } from './moments';
import { People } from './People';
import styles from './simulator.module.css';
import { actOf, awaited, sampleAnswer, talkOf } from './talk';
import { useRun, useRunStore } from './useRun';
import { timeOf } from './words';

/** The customer's phone: tapped, written in, and filled in. */
export function SimPhone({ sender, onStep }: { sender: string; onStep(step: string): void }) {
  const run = useRunStore();
  const journey = useJourney((state) => state.journey);
  const view = useRun((state) => state.view);
  const now = useRun((state) => state.now);
  const zone = useRun((state) => state.zone);
  const speed = useRun((state) => state.speed);
  const playing = useRun((state) => state.playing);
  const [ios, setIos] = usePanel('phone.ios', 0);
  const [dark, setDark] = usePanel('phone.dark', 0);
  const platform: Platform = ios === 1 ? 'ios' : 'android';
  const theme = dark === 1 ? 'dark' : 'light';
  const [form, setForm] = useState<string | null>(null);
  const settings = journey.settings as { language?: unknown } | null;
  const language = typeof settings?.language === 'string' ? settings.language : 'en';
  const rtl = directionOf(language.replace('_', '-')) === 'rtl';
  const locale = formatOf(phoneLanguage(rtl));
  const items = useMemo(() => (view === null ? [] : talkOf(view, journey, locale)), [view, journey, locale]);
  const waits = awaited(view);
  const waitsForForm = waits?.answers.type === 'Flow';

  const act = (what: RunAct) => {
    run.pause();
    setForm(null);
    void run.act(what);
  };
  const hands = useSteady({
    pick: (key: string) => {
      const step = view?.phone[Number(key)]?.step ?? null;
      if (step !== null) onStep(step);
    },
    answer: (key: string, tapped: Tapped) => {
      const answers = view?.phone[Number(key)]?.answers ?? null;
      const wanted = actOf(answers, tapped);
      if (wanted === 'flow' && answers?.type === 'Flow') {
        run.pause();
        setForm(answers.flow);
      } else if (wanted === 'place') act({ type: 'Location', words: t('simulator.samplePlace') });
      else if (wanted !== null && wanted !== 'flow') act(wanted);
    },
    write: (words: string) => act({ type: 'Text', words }),
  });
  // What is no longer waited for is not filled in any more.
  useEffect(() => {
    if (!waitsForForm) setForm(null);
  }, [waitsForForm]);

  const sheet =
    form !== null && waits?.answers.type === 'Flow' ? (
      <FormSheet
        key={`${form} ${waits.bubble.at}`}
        name={form}
        today={new Date(now + offset(now, zone)).toISOString().slice(0, 10)}
        sample={sampleAnswer(waits.answers.gives, journey.data)}
        platform={platform}
        theme={theme}
        onSend={(answer) => act({ type: 'Flow', answer })}
        onClose={() => setForm(null)}
      />
    ) : undefined;

  return (
    <section className={styles.stage} aria-label={t('simulator.phone')} data-region="phone">
      <People />
      <div className={styles.phoneRoom}>
        <PhoneRoom width={318} tall={2.34}>
          <TalkPhone
            items={items}
            theme={theme}
            platform={platform}
            sender={{ name: sender }}
            rtl={rtl}
            clock={timeOf(now, zone, locale)}
            calm={playing && speed > 1}
            onPick={hands.pick}
            onAnswer={hands.answer}
            onWrite={hands.write}
            attach={[
              {
                id: 'place',
                label: t('simulator.sendPlace'),
                glyph: 'pin',
                run: () => act({ type: 'Location', words: t('simulator.samplePlace') }),
              },
              {
                id: 'photo',
                label: t('simulator.sendPhoto'),
                glyph: 'image',
                run: () => act({ type: 'Media', name: 'photo.jpg' }),
              },
              {
                id: 'file',
                label: t('simulator.sendFile'),
                glyph: 'file',
                run: () => act({ type: 'Media', name: 'document.pdf' }),
              },
              { id: 'call', label: t('simulator.call'), glyph: 'phone', run: () => act({ type: 'Call' }) },
            ]}
            sheet={sheet}
          />
        </PhoneRoom>
      </div>
      <div className={styles.stageFoot}>
        <Segmented
          label={t('phone.platform')}
          value={platform}
          onChange={(next) => setIos(next === 'ios' ? 1 : 0)}
          choices={[
            { id: 'android', label: t('phone.android') },
            { id: 'ios', label: t('phone.ios') },
          ]}
        />
        <IconButton
          icon={theme === 'light' ? 'light' : 'dark'}
          label={t(theme === 'light' ? 'phone.commandDark' : 'phone.commandLight')}
          size="panel"
          onPress={() => setDark(dark === 1 ? 0 : 1)}
        />
        <span className={styles.stageHint}>
          {t('simulator.tapOrType', { name: view?.person.name ?? '' })}
        </span>
      </div>
    </section>
  );
}
