import { useEffect, useMemo, useRef, useState } from 'react';
import { Button as PlainButton } from 'react-aria-components';
import { languagesOf, ownLanguage, useDocument, useSession } from '@/document';
import type { Question, Sample } from '@/host';
import { languageName, t } from '@/i18n';
import {
  type Command,
  focusRegion,
  IconButton,
  Popover,
  Segmented,
  Select,
  useCommands,
  usePanel,
} from '@/kit';
import { PhoneFrame, PhoneRoom, type Platform, ScreenContent, SentChat } from '@/phone-view';
import { Answers } from './Answers';
import { AnswersDialog, type Opened } from './answers/AnswersDialog';
import { AnsweredBar, AskedPanel } from './answers/AskedPanel';
import { AnswersBar, OpeningBar } from './answers/EndpointBar';
import { entryOf, useAsked } from './answers/useAsked';
import { knownDifferences } from './differences';
import { EditableScreen } from './EditableScreen';
import { Led } from './Led';
import { setPhoneMode, usePhoneMode } from './mode';
import styles from './phone-panel.module.css';
import { usePreview } from './preview';

/** The phone beside the map: edited in place, or filled in like a customer would. */
export function PhonePanel() {
  const name = useDocument((state) => state.flow.name);
  const { id } = useSession();
  const mode = usePhoneMode(id);
  const [ios, setIos] = usePanel('phone.ios', 0);
  const [dark, setDark] = usePanel('phone.dark', 0);
  const preview = usePreview(mode);
  const platform: Platform = ios === 1 ? 'ios' : 'android';
  const theme = dark === 1 ? 'dark' : 'light';
  const { view, outcome, asked } = preview;
  const hasEndpoint = useDocument((state) => state.flow.dataApiVersion !== null);
  const all = useAsked(hasEndpoint || asked !== null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [answered, setAnswered] = useState<{ question: Question; sample: Sample } | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const waits = asked === null || all === null ? null : entryOf(all, asked.question);

  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'phone.try',
        title: t('phone.commandTry'),
        group: t('phone.title'),
        icon: 'play',
        run: () => {
          setPhoneMode(id, 'try');
          preview.restart();
          focusRegion('phone');
        },
      },
      {
        id: 'phone.focus',
        title: t('phone.commandFocus'),
        group: t('phone.title'),
        icon: 'phone',
        run: () => focusRegion('phone'),
      },
      {
        id: 'phone.edit',
        title: t('phone.commandEdit'),
        group: t('phone.title'),
        icon: 'edit',
        disabled: mode === 'edit' ? t('phone.editsAlready') : undefined,
        run: () => setPhoneMode(id, 'edit'),
      },
      ...(all === null
        ? []
        : [
            {
              id: 'phone.answers',
              title: t('answers.title'),
              group: t('phone.title'),
              icon: 'wait' as const,
              run: () =>
                setOpened({
                  questions: all.map(({ question }) => question),
                  sample: null,
                  backToList: true,
                }),
            },
          ]),
      {
        id: 'phone.platform',
        title: t(ios === 1 ? 'phone.commandAndroid' : 'phone.commandIos'),
        group: t('phone.title'),
        icon: 'phone',
        run: () => setIos(ios === 1 ? 0 : 1),
      },
      {
        id: 'phone.theme',
        title: t(dark === 1 ? 'phone.commandLight' : 'phone.commandDark'),
        group: t('phone.title'),
        icon: dark === 1 ? 'light' : 'dark',
        run: () => setDark(dark === 1 ? 0 : 1),
      },
    ],
    [id, mode, ios, dark, all, setIos, setDark, preview.restart],
  );
  useCommands(commands);

  return (
    <div className={styles.panel}>
      <header className={styles.head}>
        <h2 className="visually-hidden">{t('phone.title')}</h2>
        <Segmented
          label={t('phone.mode')}
          value={mode}
          onChange={(next) => {
            setPhoneMode(id, next);
            setAnswered(null);
          }}
          choices={[
            { id: 'edit', label: t('phone.edit') },
            { id: 'try', label: t('phone.try') },
          ]}
        />
        <span className={styles.space} />
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
      </header>
      <LanguageChoice />
      {all !== null && mode === 'try' && (
        <>
          <OpeningBar all={all} onRestart={preview.restart} />
          {answered !== null && (
            <AnsweredBar
              asked={entryOf(all, answered.question)}
              sample={answered.sample}
              onAskAgain={() => setAnswered(null)}
            />
          )}
        </>
      )}
      {all !== null && mode === 'edit' && view !== null && (
        <AnswersBar
          all={all}
          screen={view.key}
          onOpen={(questions) => setOpened({ questions, sample: null, backToList: true })}
        />
      )}
      <div className={styles.stage}>
        <PhoneRoom width={388} tall={2.32}>
          <PhoneFrame theme={theme} platform={platform}>
            {view === null ? (
              preview.error !== null && <p className={styles.failed}>{preview.error.sentence}</p>
            ) : outcome?.type === 'complete' ? (
              <SentChat name={name} theme={theme} dir={view.rtl ? 'rtl' : 'ltr'} />
            ) : mode === 'edit' ? (
              <EditableScreen
                key={view.key}
                view={view}
                platform={platform}
                theme={theme}
                onLook={preview.look}
              />
            ) : (
              <form
                ref={form}
                tabIndex={-1}
                className={styles.form}
                aria-label={t('phone.form')}
                noValidate
                onSubmit={(event) => event.preventDefault()}
              >
                <ScreenContent
                  view={view}
                  platform={platform}
                  theme={theme}
                  branding
                  interactive
                  draft
                  motion={preview.motion}
                  onAct={preview.act}
                />
              </form>
            )}
          </PhoneFrame>
        </PhoneRoom>
        {mode === 'try' && (
          <div className={styles.results}>
            {outcome?.type === 'complete' && (
              <Answers summary={outcome.summary} payload={outcome.payload} onRestart={preview.restart} />
            )}
            {asked !== null && waits !== null && (
              <AskedPanel
                key={asked.request}
                asked={waits}
                request={asked.request}
                refused={outcome?.type === 'broken' ? outcome.reason : null}
                onAct={(act) => {
                  setAnswered(null);
                  preview.act(act);
                }}
                onEdit={(question, at) =>
                  setOpened({ questions: [question], sample: { question, at }, backToList: false })
                }
                onLeave={() => form.current?.focus()}
                onAnswered={(sample) => setAnswered({ question: waits.question, sample })}
              />
            )}
            {outcome !== null && asked === null && <Led outcome={outcome} onRestart={preview.restart} />}
          </div>
        )}
        <Differences platform={platform} />
      </div>
      {opened !== null && all !== null && <AnswersDialog all={all} opened={opened} onOpen={setOpened} />}
    </div>
  );
}

const ORIGINAL = 'original';

/** Which of the Flow's languages the phone shows; nothing for a Flow with one. */
function LanguageChoice() {
  const session = useSession();
  const notes = useDocument((state) => state.flow.notes);
  const shown = useDocument((state) => state.language);
  const tags = languagesOf(notes);
  if (tags.length === 0) return null;
  const own = ownLanguage(notes);
  const original =
    own === null
      ? t('phone.languageOriginal')
      : t('phone.languageOriginalNamed', { language: languageName(own) });
  return (
    <div className={styles.language}>
      <Select
        label={t('phone.language')}
        labelHidden
        value={shown ?? ORIGINAL}
        onChange={(tag) => session.showLanguage(tag === ORIGINAL ? null : tag)}
        choices={[
          { id: ORIGINAL, label: original },
          ...tags.map((tag) => ({ id: tag, label: languageName(tag) })),
        ]}
      />
    </div>
  );
}

/** "Looks like Android 14. 6 known differences", and which. */
function Differences({ platform }: { platform: Platform }) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(258);
  useEffect(() => {
    const phone = box.current?.parentElement?.querySelector('[data-platform]');
    if (phone === null || phone === undefined) return;
    const watch = new ResizeObserver(() => setWidth(phone.clientWidth));
    watch.observe(phone);
    return () => watch.disconnect();
  }, []);
  const differences = knownDifferences(platform, width);
  return (
    <div ref={box} className={styles.foot}>
      <Popover
        label={t('phone.differences')}
        placement="top"
        trigger={
          <PlainButton className={styles.looks}>
            {t(platform === 'ios' ? 'phone.looksIos' : 'phone.looksAndroid', { count: differences.length })}
          </PlainButton>
        }
      >
        <div className={styles.box}>
          <h3 className={styles.differences}>{t('phone.differences')}</h3>
          <ul className={styles.list}>
            {differences.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
      </Popover>
    </div>
  );
}
