import { Button as PlainButton } from 'react-aria-components';
import { useSession } from '@/document';
import type { Language } from '@/host';
import { languageName, t } from '@/i18n';
import { IconButton, Menu, Popover, SeverityTag, Tag } from '@/kit';
import { dropWords, files, removeLanguage } from './acts';
import styles from './languages.module.css';

/** A language above its column: its name, how much of it is there, and what can be done with it. */
export function LanguageHead({ language }: { language: Language }) {
  const session = useSession();
  const { tag, coverage, leftOver, findings } = language;
  const name = languageName(tag);
  const whole = coverage.translated === coverage.total;
  const share = coverage.total === 0 ? 1 : coverage.translated / coverage.total;
  return (
    <div className={styles.head}>
      <div className={styles.headLine}>
        <span className={styles.name}>{name}</span>
        {findings.length > 0 && (
          <Popover
            label={t('languages.findings', { count: findings.length })}
            trigger={
              <PlainButton className={styles.findings}>
                <SeverityTag severity={findings[0]?.severity ?? 'risky'} count={findings.length} />
              </PlainButton>
            }
          >
            <div className={styles.box}>
              <h3 className={styles.name}>{t('languages.findings', { count: findings.length })}</h3>
              <ul className={styles.list}>
                {findings.map((finding) => (
                  <li key={`${finding.rule}${finding.place.pointer}`}>
                    <PlainButton
                      className={styles.finding}
                      onPress={() => {
                        session.showLanguage(tag);
                        session.goToPlace(finding.place.pointer);
                      }}
                    >
                      {finding.headline}
                    </PlainButton>
                  </li>
                ))}
              </ul>
            </div>
          </Popover>
        )}
        <span className={styles.space} />
        <Menu
          label={t('languages.more', { language: name })}
          placement="bottom end"
          groups={[
            {
              entries: [
                {
                  id: 'phone',
                  label: t('languages.showOnPhone'),
                  icon: 'phone',
                  run: () => session.showLanguage(tag),
                },
                {
                  id: 'export',
                  label: t('languages.export'),
                  icon: 'download',
                  run: () => void files.flow(session, tag),
                },
              ],
            },
            {
              entries: [
                {
                  id: 'table',
                  label: t('languages.tableExport'),
                  icon: 'download',
                  run: () => void files.table(session, tag),
                },
                {
                  id: 'takeTable',
                  label: t('languages.tableImport'),
                  icon: 'upload',
                  run: () => void files.takeTable(session, tag),
                },
                {
                  id: 'takeFlow',
                  label: t('languages.import'),
                  second: t('languages.importHint'),
                  icon: 'import',
                  run: () => void files.takeFlow(session, tag),
                },
              ],
            },
            {
              entries: [
                {
                  id: 'drop',
                  label: t('languages.dropLeftOver'),
                  second: t('languages.leftOver', { count: leftOver.length }),
                  isDisabled: leftOver.length === 0,
                  run: () =>
                    dropWords(
                      session,
                      tag,
                      leftOver.map(({ original }) => original),
                    ),
                },
                {
                  id: 'remove',
                  label: t('languages.remove'),
                  second: t('languages.removeHint'),
                  icon: 'delete',
                  danger: true,
                  run: () => removeLanguage(session, tag),
                },
              ],
            },
          ]}
        >
          <IconButton icon="more" size="panel" label={t('languages.more', { language: name })} />
        </Menu>
      </div>
      <div className={styles.headLine}>
        <div
          className={styles.bar}
          role="progressbar"
          aria-label={t('languages.coverageOf', { language: name, ...coverage })}
          aria-valuemin={0}
          aria-valuemax={coverage.total}
          aria-valuenow={coverage.translated}
        >
          <div
            className={styles.filled}
            data-whole={whole || undefined}
            style={{ inlineSize: `${share * 100}%` }}
          />
        </div>
        {whole ? (
          <Tag tone="ok" icon="ok">
            {t('languages.whole')}
          </Tag>
        ) : (
          <span className={`${styles.figure} tabular`}>{t('languages.coverage', { ...coverage })}</span>
        )}
      </div>
    </div>
  );
}
