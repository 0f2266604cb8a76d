import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useDocument, useSession } from '@/document';
import { t } from '@/i18n';
import {
  type Command,
  Icon,
  IconButton,
  runCommand,
  Segmented,
  Splitter,
  useCommands,
  usePanel,
} from '@/kit';
import { useArrivalFocus } from '../arrival-focus';
import { usePreferences } from '../preferences';
import styles from './editor.module.css';
import { type Panel, SHARED, SIZES, showPanel, useLayout, useMiddle } from './layout';
import {
  InspectorSlot,
  LanguagesSlot,
  MapSlot,
  PartsSlot,
  PhoneSlot,
  ProblemsSlot,
  ScreensSlot,
  SourceSlot,
} from './slots';

const HEAD = 36;

/** One part of the editor, as a region of its own. */
function Slot({ panel, size }: { panel: Panel; size?: number }) {
  const [middle] = useMiddle();
  const region = (name: string, label: string, children: ReactNode) => (
    <section
      className={styles[name]}
      aria-label={label}
      data-region={name}
      style={size === undefined ? undefined : { inlineSize: size }}
    >
      {children}
    </section>
  );
  if (panel === 'left') return region('left', t('app.parts'), <LeftPanel />);
  if (panel === 'phone') return region('phone', t('app.phonePanel'), <PhoneSlot />);
  if (panel === 'inspector') return region('inspector', t('app.inspector'), <InspectorSlot />);
  if (middle === 'source') return region('source', t('app.source'), <SourceSlot />);
  if (middle === 'languages') return region('languages', t('app.languages'), <LanguagesSlot />);
  return region('map', t('app.map'), <MapSlot />);
}

/** The panels of the editor. Borders are dragged or moved by keys; their places are remembered. */
export function EditorPanels() {
  const main = useArrivalFocus();
  const layout = useLayout();
  const scale = usePreferences().textSize / 100;
  const initial = SIZES[layout];
  const [left, setLeft] = usePanel(`editor.left.${layout}`, initial.left * scale);
  const [phone, setPhone] = usePanel(`editor.phone.${layout}`, initial.phone * scale);
  const [inspector, setInspector] = usePanel(`editor.inspector.${layout}`, initial.inspector * scale);
  const [problems, setProblems] = usePanel(`editor.problems.${layout}`, initial.problems * scale);
  const [problemsOpen, setProblemsOpen] = usePanel('editor.problemsOpen', layout === 'compact' ? 0 : 1);
  // Nothing to mend needs no room; once it was needed the panel stays, so that the map does not jump.
  const found = useDocument((state) => state.flow.diagnostics.length > 0);
  const [needed, setNeeded] = useState(found);
  if (found && !needed) setNeeded(true);
  const problemsShown = problemsOpen === 1 && needed;
  const name = useDocument((state) => state.flow.name);

  return (
    <main className={styles.editor} aria-label={t('app.editor')} tabIndex={-1} ref={main}>
      <h1 className="visually-hidden">{name}</h1>
      <div className={styles.columns}>
        {layout === 'compact' && <Drawer width={left} />}
        {(layout === 'wide' || layout === 'normal') && (
          <>
            <Slot panel="left" size={left} />
            <Splitter
              panel={t('app.parts')}
              side="start"
              size={left}
              min={168}
              max={360}
              initial={initial.left * scale}
              onResize={setLeft}
            />
          </>
        )}
        <div className={styles.middle}>
          <Refusal />
          {layout === 'narrow' ? <Shared panels={SHARED} /> : <Slot panel="map" />}
        </div>
        {layout !== 'narrow' && (
          <Splitter
            panel={t('app.phone')}
            side="end"
            size={phone}
            min={264}
            max={440}
            initial={initial.phone * scale}
            onResize={setPhone}
          />
        )}
        {layout === 'compact' && <Shared panels={SIDE} width={phone} />}
        {(layout === 'wide' || layout === 'normal') && (
          <>
            <Slot panel="phone" size={phone} />
            <Splitter
              panel={t('app.inspector')}
              side="end"
              size={inspector}
              min={220}
              max={480}
              initial={initial.inspector * scale}
              onResize={setInspector}
            />
            <Slot panel="inspector" size={inspector} />
          </>
        )}
      </div>
      {problemsShown ? (
        <Splitter
          panel={t('app.problems')}
          side="bottom"
          size={problems}
          min={HEAD * 2}
          max={420}
          initial={initial.problems * scale}
          onResize={setProblems}
        />
      ) : (
        <span className={styles.line} />
      )}
      <section
        className={styles.problems}
        aria-label={t('app.problems')}
        data-region="problems"
        style={{ blockSize: problemsShown ? problems : HEAD * scale }}
      >
        <ProblemsSlot
          isOpen={problemsShown}
          onOpenChange={(open) => {
            setProblemsOpen(open ? 1 : 0);
            setNeeded(true);
          }}
        />
      </section>
    </main>
  );
}

function LeftPanel() {
  return (
    <>
      <div className={styles.screens}>
        <ScreensSlot />
      </div>
      <div className={styles.parts}>
        <PartsSlot />
      </div>
    </>
  );
}

/** Narrow windows: an icon strip that opens the lists over the map. */
function Drawer({ width }: { width: number }) {
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.strip}>
      <IconButton
        icon="sidePanel"
        label={t('app.parts')}
        aria-expanded={open}
        onPress={() => setOpen((before) => !before)}
      />
      {open && (
        <section
          className={styles.drawer}
          aria-label={t('app.parts')}
          data-region="left"
          style={{ inlineSize: width }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setOpen(false);
          }}
        >
          <LeftPanel />
        </section>
      )}
    </div>
  );
}

/** What shares a column beside the map. */
const SIDE: readonly Panel[] = ['phone', 'inspector'];

/** What each does when it is asked while another one is shown: it comes up first. */
const COMMANDS: Record<Panel, readonly string[]> = {
  left: [],
  map: ['map.find'],
  phone: ['phone.try', 'phone.focus'],
  inspector: ['inspector.focus', 'inspector.field'],
};

/** Narrow windows: some panels share a column, and one of them shows. */
function Shared({ panels, width }: { panels: readonly Panel[]; width?: number }) {
  const [kept] = usePanel('editor.shown', SHARED.indexOf('phone'));
  const [middle] = useMiddle();
  const [next, setNext] = useState<string | null>(null);
  const shown = panels.find((panel) => panel === SHARED[kept]) ?? 'phone';
  const commands = useMemo<Command[]>(
    () =>
      panels
        .filter((panel) => panel !== shown)
        .flatMap((panel) =>
          COMMANDS[panel].map((id) => ({
            id,
            title: t('app.view'),
            group: t('app.groupView'),
            keysOnly: true,
            run: () => {
              showPanel(panel);
              setNext(id);
            },
          })),
        ),
    [panels, shown],
  );
  useCommands(commands);
  // By now the panel has come and offers the command itself.
  useEffect(() => {
    if (next === null) return;
    setNext(null);
    runCommand(next);
  }, [next]);
  const words = {
    left: t('app.partsShort'),
    map: { map: t('app.viewMap'), source: t('app.viewSource'), languages: t('app.viewLanguages') }[middle],
    phone: t('app.phone'),
    inspector: t('app.inspectorShort'),
  };
  return (
    <div className={styles.shared} style={{ inlineSize: width ?? '100%' }}>
      <div className={styles.sharedHead}>
        <Segmented
          fill
          label={t('app.view')}
          value={shown}
          onChange={showPanel}
          choices={panels.map((panel) => ({ id: panel, label: words[panel] }))}
        />
      </div>
      <Slot panel={shown} />
    </div>
  );
}

/** Why the last change was not made. */
function Refusal() {
  const refused = useDocument((state) => state.refused);
  const session = useSession();
  if (refused === null) return null;
  return (
    <div className={styles.refusal} role="alert">
      <Icon name="blocked" />
      <p>{refused.sentence}</p>
      <IconButton icon="close" size="panel" label={t('kit.close')} onPress={session.dismissRefusal} />
    </div>
  );
}
