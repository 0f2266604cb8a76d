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
import { SIZES, useLayout } from './layout';
import { InspectorSlot, MapSlot, PartsSlot, PhoneSlot, ProblemsSlot, ScreensSlot, SourceSlot } from './slots';

const HEAD = 36;

function Region({
  name,
  label,
  size,
  children,
}: {
  name: string;
  label: string;
  size?: number;
  children: ReactNode;
}) {
  return (
    <section
      className={styles[name]}
      aria-label={label}
      data-region={name}
      style={size === undefined ? undefined : { inlineSize: size }}
    >
      {children}
    </section>
  );
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
  const [source] = usePanel('editor.source', 0);
  const name = useDocument((state) => state.flow.name);

  return (
    <main className={styles.editor} aria-label={t('app.editor')} tabIndex={-1} ref={main}>
      <h1 className="visually-hidden">{name}</h1>
      <div className={styles.columns}>
        {layout === 'compact' ? (
          <Drawer width={left} />
        ) : (
          <>
            <Region name="left" label={t('app.parts')} size={left}>
              <LeftPanel />
            </Region>
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
          {source === 1 ? (
            <Region name="source" label={t('app.source')}>
              <SourceSlot />
            </Region>
          ) : (
            <Region name="map" label={t('app.map')}>
              <MapSlot />
            </Region>
          )}
        </div>
        <Splitter
          panel={t('app.phone')}
          side="end"
          size={phone}
          min={264}
          max={440}
          initial={initial.phone * scale}
          onResize={setPhone}
        />
        {layout === 'compact' ? (
          <Shared width={phone} />
        ) : (
          <>
            <Region name="phone" label={t('app.phonePanel')} size={phone}>
              <PhoneSlot />
            </Region>
            <Splitter
              panel={t('app.inspector')}
              side="end"
              size={inspector}
              min={220}
              max={480}
              initial={initial.inspector * scale}
              onResize={setInspector}
            />
            <Region name="inspector" label={t('app.inspector')} size={inspector}>
              <InspectorSlot />
            </Region>
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

/** What each of the two does when it is asked while the other one is shown: it comes up first. */
const COMMANDS = { phone: ['phone.try'], inspector: ['inspector.focus', 'inspector.field'] };

/** Narrow windows: phone and inspector share a column. */
function Shared({ width }: { width: number }) {
  const part = useDocument((state) => state.selection.part);
  const [shown, setShown] = useState<'phone' | 'inspector'>(part === null ? 'phone' : 'inspector');
  const [next, setNext] = useState<string | null>(null);
  const other = shown === 'phone' ? 'inspector' : 'phone';
  const commands = useMemo<Command[]>(
    () =>
      COMMANDS[other].map((id) => ({
        id,
        title: t(other === 'phone' ? 'app.phone' : 'app.inspectorShort'),
        group: t('app.groupView'),
        keysOnly: true,
        run: () => {
          setShown(other);
          setNext(id);
        },
      })),
    [other],
  );
  useCommands(commands);
  // By now the panel has come and offers the command itself.
  useEffect(() => {
    if (next === null) return;
    setNext(null);
    runCommand(next);
  }, [next]);
  return (
    <div className={styles.shared} style={{ inlineSize: width }}>
      <div className={styles.sharedHead}>
        <Segmented<'phone' | 'inspector'>
          fill
          label={t('app.phoneOrInspector')}
          value={shown}
          onChange={setShown}
          choices={[
            { id: 'phone', label: t('app.phone'), icon: 'phone' },
            { id: 'inspector', label: t('app.inspectorShort'), icon: 'edit' },
          ]}
        />
      </div>
      {shown === 'phone' ? (
        <Region name="phone" label={t('app.phonePanel')}>
          <PhoneSlot />
        </Region>
      ) : (
        <Region name="inspector" label={t('app.inspector')}>
          <InspectorSlot />
        </Region>
      )}
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
