import { valueAt } from '@/document';
import type { Value } from '@/host';
import { t } from '@/i18n';
import { TextField } from '@/kit';
import { inputsOf, optionsIn, usesOf } from '@/sending';
import { useInspected } from './context';
import styles from './inspector.module.css';
import { UseList } from './UseList';
import { useName } from './useName';

/** What an answer looks like when it arrives. */
export function sampleAnswer(component: string, owner: { [key: string]: Value }, today: Date): string {
  const option = optionsIn(owner['data-source'])[0]?.id ?? 'option';
  const day = today.toISOString().slice(0, 10);
  switch (component) {
    case 'RadioButtonsGroup':
    case 'Dropdown':
      return option;
    case 'CheckboxGroup':
    case 'ChipsSelector':
      return JSON.stringify([option]);
    case 'OptIn':
      return 'true';
    case 'DatePicker':
      return day;
    case 'CalendarPicker':
      return owner.mode === 'range' ? JSON.stringify({ 'start-date': day, 'end-date': day }) : day;
    case 'PhotoPicker':
      return 'photo-1.jpg';
    case 'DocumentPicker':
      return 'document-1.pdf';
    case 'NavigationList': {
      const [first] = Array.isArray(owner['list-items']) ? owner['list-items'] : [];
      return String(valueAt(first, '/id') ?? 'row');
    }
    default:
      return sampleText(String(owner['input-type'] ?? 'text'));
  }
}

function sampleText(inputType: string): string {
  switch (inputType) {
    case 'number':
      return '2';
    case 'passcode':
      return '1234';
    case 'email':
      return 'ana@example.com';
    case 'phone':
      return '+351 210 000 000';
    default:
      return 'Ana';
  }
}

/** "Answer arrives as …", and every place that takes it. */
export function AnswerSummary({ owner, component }: { owner: { [key: string]: Value }; component: string }) {
  const { flow, screen } = useInspected();
  const name = String(owner.name ?? '');
  const uses = name === '' ? [] : usesOf(flow, screen, name);
  return (
    <>
      <section className={styles.group} aria-label={t('inspector.arrivesAs')}>
        <h3 className={styles.heading}>{t('inspector.arrivesAs')}</h3>
        <p className={styles.arrives}>
          <code className={styles.code}>{name === '' ? t('inspector.nameMissing') : name}</code>
          <span dir="ltr" className={styles.sample}>
            {t('inspector.forExample', { value: sampleAnswer(component, owner, new Date()) })}
          </span>
        </p>
      </section>
      {uses.length > 0 && (
        <section className={styles.group} aria-label={t('inspector.usedIn', { count: uses.length })}>
          <h3 className={styles.heading}>{t('inspector.usedIn', { count: uses.length })}</h3>
          <UseList uses={uses} />
        </section>
      )}
    </>
  );
}

/** Names Meta takes for a field. */
const NAME = /^[A-Za-z0-9_-]+$/;

/** The name of an answer. Every place that takes it follows. */
export function AnswerName({ owner }: { owner: { [key: string]: Value } }) {
  const { screen, change, at } = useInspected();
  const before = typeof owner.name === 'string' ? owner.name : '';
  const others = inputsOf(screen)
    .filter((input) => input.pointer !== at)
    .map((input) => input.name);
  const name = useName(
    before,
    (to) => {
      if (to === '') return t('inspector.nameEmpty');
      if (!NAME.test(to)) return t('inspector.nameSigns');
      return others.includes(to) ? t('inspector.nameTaken') : null;
    },
    (to) =>
      before === '' || owner.type === 'Form'
        ? change({ type: 'SetProperty', at, key: 'name', value: to })
        : change({ type: 'RenameField', screen: screen.id, from: before, to }),
  );
  return <TextField label={t('inspector.fieldName')} help={t('inspector.fieldNameHelp')} code {...name} />;
}
