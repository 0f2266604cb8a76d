import { useMemo, useRef, useState } from 'react';
import {
  GridList,
  GridListItem,
  ListLayout,
  Button as PlainButton,
  ToggleButton,
  Virtualizer,
} from 'react-aria-components';
import { counts, problemsOf, useDocument, useSession } from '@/document';
import { FixButton, mend } from '@/fixes';
import type { Diagnostic, Fix, Severity } from '@/host';
import { t } from '@/i18n';
import { announce, type Command, Icon, IconButton, runCommand, SeverityTag, useCommands } from '@/kit';
import { MetaWords } from './MetaWords';
import { isAboutVersion, MigrateButton } from './Migrate';
import { type Row, rowsOf, SEVERITIES, stepFrom } from './order';
import styles from './problems.module.css';

/** Height of a row, in px; smaller where the window is low. */
function rowHeight(): number {
  return window.innerHeight < 860 ? 26 : 30;
}

/** Every finding in a sentence, with its place, Meta's words and a button that mends it. */
export function ProblemsStrip({
  isOpen,
  onOpenChange,
}: {
  isOpen: boolean;
  onOpenChange(open: boolean): void;
}) {
  const session = useSession();
  const problems = useDocument((state) => state.flow.diagnostics);
  const screens = useDocument((state) => state.flow.screens);
  const [hidden, setHidden] = useState<ReadonlySet<Severity>>(new Set());
  const [current, setCurrent] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => rowsOf(problemsOf(problems), hidden, opened), [problems, hidden, opened]);
  const sum = counts(problems);

  const titles = useMemo(
    () => new Map(Object.values(screens).map((screen) => [screen.id, screen.title || screen.id])),
    [screens],
  );

  function focusRow(id: string) {
    // The list draws what comes into sight first.
    window.setTimeout(() => {
      list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(id)}"]`)?.focus();
    }, 0);
  }

  const handle = useRef({ rows, current });
  handle.current = { rows, current };

  const commands = useMemo<Command[]>(() => {
    const show = (row: Row | undefined) => {
      if (row === undefined) return;
      setCurrent(row.id);
      goTo(row.problem);
      announce(sentence(row.problem));
    };
    const goTo = (problem: Diagnostic) => {
      session.goToPlace(problem.place.pointer);
      runCommand('inspector.field');
    };
    const step = (by: 1 | -1) => show(stepFrom(handle.current.rows, handle.current.current, by));
    return [
      {
        id: 'problems.next',
        title: t('problems.next'),
        group: t('problems.title'),
        icon: 'warning',
        keys: ['F8'],
        whileTyping: true,
        run: () => step(1),
      },
      {
        id: 'problems.previous',
        title: t('problems.previous'),
        group: t('problems.title'),
        icon: 'warning',
        keys: ['Shift+F8'],
        whileTyping: true,
        run: () => step(-1),
      },
      {
        id: 'problems.fix',
        title: t('problems.fixCurrent'),
        group: t('problems.title'),
        icon: 'tidy',
        keys: ['Mod+.'],
        run: () => {
          const { rows: shown, current: at } = handle.current;
          const row = shown.find((known) => known.id === at) ?? shown[0];
          const fix = row?.problem.fixes[0];
          if (row === undefined) announce(t('problems.none'));
          else if (fix === undefined) announce(t('problems.noFix'));
          else void mend(session, row.problem, fix);
        },
      },
    ];
  }, [session]);
  useCommands(commands);

  async function fix(id: string, problem: Diagnostic, chosen: Fix) {
    const place = rows.findIndex((row) => row.id === id);
    if (!(await mend(session, problem, chosen))) return;
    const left = rowsOf(problemsOf(session.store.getState().flow.diagnostics), hidden, opened);
    const next = left[Math.min(place, left.length - 1)];
    setCurrent(next?.id ?? null);
    if (next !== undefined) focusRow(next.id);
  }

  function open(id: string, problem: Diagnostic) {
    setCurrent(id);
    session.goToPlace(problem.place.pointer);
    runCommand('inspector.field');
  }

  function toggle(severity: Severity, shown: boolean) {
    const next = new Set(hidden);
    if (shown) next.delete(severity);
    else next.add(severity);
    setHidden(next);
  }

  function fold(id: string) {
    const next = new Set(opened);
    if (!next.delete(id)) next.add(id);
    setOpened(next);
  }

  return (
    <div className={styles.strip}>
      <header className={styles.head}>
        <h2 className={styles.title}>{t('problems.title')}</h2>
        {problems.length === 0 && (
          <span className={styles.clear}>
            <Icon name="ok" size={14} />
            {t('problems.none')}
          </span>
        )}
        {SEVERITIES.filter((severity) => sum[severity] > 0).map((severity) => (
          <ToggleButton
            key={severity}
            className={styles.filter}
            isSelected={!hidden.has(severity)}
            onChange={(shown) => toggle(severity, shown)}
            aria-label={t(hidden.has(severity) ? 'problems.filterShow' : 'problems.filterHide', {
              kind: t(`kit.${severity}Count`, { count: sum[severity] }),
            })}
          >
            <SeverityTag severity={severity} count={sum[severity]} />
          </ToggleButton>
        ))}
        <span className={styles.space} />
        <IconButton
          icon={isOpen ? 'chevronDown' : 'chevronUp'}
          size="panel"
          label={t(isOpen ? 'problems.close' : 'problems.open')}
          aria-expanded={isOpen}
          onPress={() => onOpenChange(!isOpen)}
        />
      </header>
      {isOpen && (
        <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: rowHeight() }}>
          <GridList
            ref={list}
            className={styles.list}
            aria-label={t('problems.title')}
            selectionMode="none"
            items={rows}
            dependencies={[current, titles, opened]}
            onAction={(id) => {
              const row = rows.find((known) => known.id === id);
              if (row !== undefined) open(row.id, row.problem);
            }}
            renderEmptyState={() =>
              problems.length > 0 ? <p className={styles.empty}>{t('problems.allHidden')}</p> : null
            }
          >
            {({ id, problem, echoes, isEcho }) => (
              <GridListItem
                id={id}
                textValue={`${t(`kit.${problem.severity}`)}: ${words(problem, isEcho)}`}
                className={`${styles.row} ${styles[problem.severity]}`}
                data-current={id === current || undefined}
                data-echo={isEcho || undefined}
              >
                <span className={styles.icon}>
                  <Icon name={problem.severity} size={14} />
                  <span className="visually-hidden">{t(`kit.${problem.severity}`)}</span>
                </span>
                <span className={styles.headline} title={words(problem, isEcho)}>
                  <bdi>{words(problem, isEcho)}</bdi>
                </span>
                {!isEcho && (
                  <span className={styles.place} dir="auto">
                    {titles.get(problem.place.screen ?? '') ?? t('problems.wholeForm')}
                  </span>
                )}
                {echoes > 0 && (
                  <PlainButton
                    className={styles.fold}
                    aria-expanded={opened.has(id)}
                    onPress={() => fold(id)}
                  >
                    {t('problems.more', { count: echoes })}
                    <Icon name={opened.has(id) ? 'chevronUp' : 'chevronDown'} size={12} />
                  </PlainButton>
                )}
                <span className={styles.space} />
                <MetaWords problem={problem} onFix={(chosen) => void fix(id, problem, chosen)} />
                {!isEcho && isAboutVersion(problem) && (
                  <MigrateButton first={id === (current ?? rows[0]?.id)} />
                )}
                {problem.fixes[0] !== undefined && (
                  <FixButton
                    fix={problem.fixes[0]}
                    size="row"
                    variant={
                      id === (current ?? rows[0]?.id) && !isAboutVersion(problem) ? 'primary' : 'plain'
                    }
                    onFix={(chosen) => void fix(id, problem, chosen)}
                  />
                )}
              </GridListItem>
            )}
          </GridList>
        </Virtualizer>
      )}
    </div>
  );
}

/** An echo has no sentence of ours; Meta's own says what it is about. */
function words(problem: Diagnostic, isEcho: boolean): string {
  return isEcho && problem.message !== '' ? problem.message : problem.headline;
}

function sentence(problem: Diagnostic): string {
  return `${t(`kit.${problem.severity}`)}: ${problem.headline}`;
}
