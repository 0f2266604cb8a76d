import { Button as AriaButton } from 'react-aria-components';
import { counts } from '@/document';
import type { Diagnostic } from '@/host';
import { t } from '@/i18n';
import { focusRegion, Hint, Icon, setPanel } from '@/kit';
import styles from './bar.module.css';

/** The key that shows the problems of what is open. */
export const PROBLEMS_KEY = 'Mod+Shift+M';

/** Opens the list of problems, by the name of its panel, and goes there. */
export function showProblems(panel: string): void {
  setPanel(panel, 1);
  window.setTimeout(() => focusRegion('problems'), 0);
}

/** How many problems there are, in the colour of the worst; a press shows them. */
export function Status({ diagnostics, onShow }: { diagnostics: readonly Diagnostic[]; onShow(): void }) {
  const { blocked, risky } = counts(diagnostics);
  const words = [
    blocked > 0 ? t('kit.blockedCount', { count: blocked }) : undefined,
    risky > 0 ? t('kit.riskyCount', { count: risky }) : undefined,
  ].filter((part) => part !== undefined);
  const worst = blocked > 0 ? 'blocked' : risky > 0 ? 'risky' : 'ok';
  return (
    <Hint words={t('app.showProblems')} keys={PROBLEMS_KEY}>
      <AriaButton className={`${styles.status} ${styles[worst]}`} onPress={onShow}>
        <Icon name={worst} size={14} />
        {words.length === 0 ? t('app.allClear') : words.join(' · ')}
      </AriaButton>
    </Hint>
  );
}
