import { useDocument, useDraft, useSession } from '@/document';
import type { Edit } from '@/host';
import { t } from '@/i18n';
import { Switch, TextField } from '@/kit';
import { inputsOf } from '@/sending';
import { findingAt } from './context';
import { Head } from './Head';
import styles from './inspector.module.css';

/** Everything about the Flow as a whole. */
export function FlowInspector() {
  const session = useSession();
  const flow = useDocument((state) => state.flow);
  const change = (edit: Edit) => session.dispatch(edit);
  const name = useDraft(flow.name, (text) =>
    text.trim() === '' ? Promise.resolve() : change({ type: 'RenameFlow', name: text.trim() }),
  );
  const version = useDraft(flow.version ?? '', (text) =>
    change({ type: 'SetProperty', at: '', key: 'version', value: text.trim() }),
  );
  const questions = flow.order.reduce((sum, key) => {
    const screen = flow.screens[key];
    return sum + (screen === undefined ? 0 : inputsOf(screen).length);
  }, 0);
  const versionFinding = findingAt(flow.diagnostics, '/version');
  return (
    <>
      <Head icon="flow" title={t('inspector.flow')} />
      <div className={styles.body}>
        <div className={styles.fields}>
          <TextField
            label={t('inspector.flowName')}
            help={t('inspector.flowNameHelp')}
            {...name.field}
            error={name.value.trim() === '' ? t('inspector.nameEmpty') : null}
          />
          <p className={styles.none}>{t('inspector.flowCount', { screens: flow.order.length, questions })}</p>
          <div className={styles.group}>
            <Switch
              label={t('inspector.endpoint')}
              help={t('inspector.endpointHelp')}
              isSelected={flow.dataApiVersion !== null}
              onChange={(on) => void change({ type: 'SetEndpoint', asks: on })}
            />
          </div>
          <div className={styles.group}>
            <TextField
              label={t('inspector.version')}
              help={t('inspector.versionHelp')}
              code
              {...version.field}
              error={versionFinding === undefined ? null : versionFinding.headline}
            />
          </div>
          <p className={styles.none}>{t('inspector.chooseSomething')}</p>
        </div>
      </div>
    </>
  );
}
