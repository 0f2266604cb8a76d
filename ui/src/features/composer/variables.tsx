import { useCallback, useState } from 'react';
import { useDraft, useMessage, useMessageSession } from '@/document';
import type { Edit } from '@/host';
import { isKey, t } from '@/i18n';
import { Button, Dialog, Icon, type MenuGroup, Select, TextField } from '@/kit';
import styles from './composer.module.css';
import {
  fields,
  named,
  type Part,
  plainName,
  samplesOf,
  variableName,
  variablesIn,
  words,
  writeSample,
} from './model';
import { isNamed, useParts } from './part';

/** Details that many businesses put into a message, by what they belong to. */
const USUAL = {
  person: ['first_name', 'full_name'],
  order: ['order_number', 'delivery_day', 'amount', 'tracking_link'],
  visit: ['visit_day', 'visit_time', 'service', 'place'],
} as const;

/** The menu that puts a detail into a text: those that are there already, the usual ones, and one's own. */
export function useDetails(): (insert: (text: string) => void) => readonly MenuGroup[] {
  const parts = useParts();
  const naming = useMessage((state) => isNamed(state.message));
  return useCallback((insert: (text: string) => void) => detailsOf(parts, naming, insert), [parts, naming]);
}

function detailsOf(
  parts: readonly Part[],
  naming: boolean,
  insert: (text: string) => void,
): readonly MenuGroup[] {
  const there = [...new Set(parts.flatMap((part) => variablesIn(words(part.value.text))))];
  const entry = (name: string) => ({
    id: name,
    label: naming ? plainWords(name) : t('composer.detailNumber', { number: name }),
    run: () => insert(`{{${name}}}`),
  });
  if (!naming) {
    const next = Math.max(0, ...there.map(Number).filter((place) => Number.isFinite(place))) + 1;
    return [{ entries: [...there, String(next)].map(entry) }];
  }
  const groups: MenuGroup[] = Object.entries(USUAL).map(([group, names]) => ({
    title: t(`composer.details.${group as keyof typeof USUAL}`),
    entries: names.filter((name) => !there.includes(name)).map(entry),
  }));
  const mine: MenuGroup[] =
    there.length === 0 ? [] : [{ title: t('composer.details.used'), entries: there.map(entry) }];
  const own: MenuGroup = {
    entries: [
      { id: '#own', label: t('composer.ownDetail'), icon: 'add', run: () => askForName.open?.(insert) },
    ],
  };
  return [...mine, ...groups.filter(({ entries }) => entries.length > 0), own];
}

/** A usual detail by its name in the user's language, another one by its own. */
export function plainWords(name: string): string {
  const key = `composer.detail.${name}`;
  return isKey(key) ? t(key) : plainName(name);
}

/** The dialog stands once beside the composer; a menu that closes cannot hold it. */
const askForName: { open?: (insert: (text: string) => void) => void } = {};

/** Asks what a detail of one's own is called. */
export function OwnDetail() {
  const [insert, setInsert] = useState<{ run(text: string): void } | null>(null);
  const [typed, setTyped] = useState('');
  askForName.open = (run) => {
    setTyped('');
    setInsert({ run });
  };
  const name = variableName(typed);
  const put = () => {
    if (name === '') return;
    insert?.run(`{{${name}}}`);
    setInsert(null);
  };
  return (
    <Dialog title={t('composer.ownDetail')} isOpen={insert !== null} onClose={() => setInsert(null)}>
      <div className={styles.stack}>
        <TextField
          label={t('composer.detailName')}
          help={name === '' ? t('composer.detailName.help') : t('composer.detailName.asMeta', { name })}
          value={typed}
          onChange={setTyped}
          onEnter={put}
          autoFocus
        />
        <Button variant="primary" onPress={put} isDisabled={name === ''}>
          {t('composer.putIn')}
        </Button>
      </div>
    </Dialog>
  );
}

/** What is known of a person, by the name of the field. */
const CONTACT = ['first_name', 'full_name', 'phone', 'email', 'language'] as const;

/** Where a detail comes from: a field of the person, what the journey knows, or whoever sends it gives it. */
const SOURCES = [...CONTACT.map((field) => `contact.${field}` as const), 'journey', 'given'] as const;
type Source = (typeof SOURCES)[number];

/** Where it comes from while nobody has chosen. */
function usualSource(name: string): Source {
  return SOURCES.find((source) => source === `contact.${name}`) ?? 'journey';
}

/** Every detail with the sample Meta sees, and what stands there when it is not known. */
export function Samples() {
  const parts = useParts();
  const rows = parts.flatMap((part) =>
    variablesIn(words(part.value.text)).map((name) => ({
      part,
      name,
      sample: samplesOf(part).get(name) ?? '',
    })),
  );
  if (rows.length === 0) return null;
  return (
    <section className={styles.samples} aria-label={t('composer.samples')}>
      <header className={styles.sideHead}>
        <h3>{t('composer.samples')}</h3>
        <span>{t('composer.metaSees')}</span>
      </header>
      {rows.map(({ part, name, sample }) => (
        <Sample key={`${part.at} ${name}`} part={part} name={name} sample={sample} />
      ))}
      <p className={styles.note}>
        <Icon name="info" size={12} />
        {t('composer.samplesNote')}
      </p>
    </section>
  );
}

function Sample({ part, name, sample }: { part: Part; name: string; sample: string }) {
  const session = useMessageSession();
  const title = t('composer.undo.sample', { name: plainWords(name) });
  const naming = () => isNamed(session.store.getState().message);
  const edit = (text: string) => named(title, writeSample(part, name, text, naming()));
  const draft = useDraft(sample, (text) => session.dispatch(() => edit(text)), {
    heard: (text) => session.tryOut(edit(text)),
  });
  const note = `/variables/${name}`;
  const written = useMessage((state) => state.message.notes[note]);
  const kept = fields(written ?? null);
  const missing = words(kept.missing);
  const source = SOURCES.find((known) => known === kept.source) ?? usualSource(name);
  const keep = (what: string, next: { missing: string; source: Source }) => {
    const usual = next.source === usualSource(name);
    const value = {
      ...(next.missing === '' ? {} : { missing: next.missing }),
      ...(usual ? {} : { source: next.source }),
    };
    const change: Edit = {
      type: 'SetNote',
      at: note,
      value: next.missing === '' && usual ? null : value,
    };
    return session.dispatch(named(what, [change]));
  };
  const plain = plainWords(name);
  const instead = useDraft(missing, (text) =>
    keep(t('composer.undo.missing', { name: plain }), { missing: text, source }),
  );
  return (
    <div className={styles.sample}>
      <span className={styles.chip} data-missing={draft.value === '' || undefined}>
        {naming() ? plainWords(name) : t('composer.detailNumber', { number: name })}
      </span>
      <div className={styles.sampleFields}>
        <TextField
          label={t('composer.sampleFor', { name: plainWords(name) })}
          labelHidden
          placeholder={t('composer.sample')}
          {...draft.field}
        />
        <TextField
          label={t('composer.missingFor', { name: plainWords(name) })}
          labelHidden
          placeholder={t('composer.missing')}
          {...instead.field}
        />
        <Select
          label={t('composer.sourceFor', { name: plain })}
          labelHidden
          value={source}
          choices={SOURCES.map((id) => ({ id, label: t(`composer.source.${id}`) }))}
          onChange={(chosen) =>
            void keep(t('composer.undo.source', { name: plain }), { missing, source: chosen })
          }
        />
      </div>
    </div>
  );
}
