import { join } from '@/document';
import { t } from '@/i18n';
import { Button, IconButton, TextField } from '@/kit';
import { useInspected } from '../context';
import { freeKey, objectOf } from '../payload';
import { useName } from '../useName';
import type { FieldProps } from './field';
import styles from './fields.module.css';

/** Cases of a Switch: which value shows which parts. */
export function CasesField({ at, facts, label, value }: FieldProps) {
  const { change, session } = useInspected();
  const cases = objectOf(value);
  const here = join(at, facts.name);
  const keys = Object.keys(cases);
  const add = () => {
    const key = freeKey('case', keys);
    void change({
      type: 'Batch',
      name: null,
      edits: [
        ...(value === undefined
          ? [{ type: 'SetProperty' as const, at, key: facts.name, value: { [key]: [] } }]
          : [{ type: 'SetProperty' as const, at: here, key, value: [] }]),
        { type: 'AddComponent', parent: join(here, key), index: 0, component: 'TextBody' },
      ],
    });
  };
  return (
    <section className={styles.payload} aria-label={label} data-property={facts.name}>
      <span className={styles.label}>{label}</span>
      {keys.map((key, place) => {
        const parts = cases[key];
        const count = Array.isArray(parts) ? parts.length : 0;
        return (
          <CaseRow
            key={place}
            name={key}
            taken={keys}
            count={count}
            onRename={(to) => change({ type: 'RenameProperty', at: here, key, to })}
            onShow={() => session.goToPlace(join(here, key, 0))}
            onRemove={() => void change({ type: 'RemoveProperty', at: here, key })}
          />
        );
      })}
      <div className={styles.buttons}>
        <Button size="small" icon="add" onPress={add}>
          {t('inspector.addCase')}
        </Button>
        {!keys.includes('default') && keys.length > 0 && (
          <Button
            size="small"
            variant="quiet"
            onPress={() => void change({ type: 'SetProperty', at: here, key: 'default', value: [] })}
          >
            {t('inspector.addDefault')}
          </Button>
        )}
      </div>
    </section>
  );
}

function CaseRow({
  name,
  taken,
  count,
  onRename,
  onShow,
  onRemove,
}: {
  name: string;
  taken: string[];
  count: number;
  onRename(to: string): Promise<unknown>;
  onShow(): void;
  onRemove(): void;
}) {
  const draft = useName(
    name,
    (to) => (to === '' ? t('inspector.nameEmpty') : taken.includes(to) ? t('inspector.nameTaken') : null),
    onRename,
  );
  return (
    <div className={styles.withButton}>
      <TextField
        className={styles.grow}
        label={t('inspector.caseValue')}
        labelHidden
        code
        help={name === 'default' ? t('inspector.caseDefault') : t('inspector.caseParts', { count })}
        {...draft}
      />
      <IconButton
        icon="open"
        size="panel"
        label={t('inspector.showParts')}
        isDisabled={count === 0}
        onPress={onShow}
      />
      <IconButton
        icon="close"
        size="panel"
        label={t('inspector.removeItem', { name })}
        isDisabled={taken.length === 1}
        onPress={onRemove}
      />
    </div>
  );
}
