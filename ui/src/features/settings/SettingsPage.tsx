import type { ReactNode } from 'react';
import type { ProjectForm, Settings } from '@/host';
import { LANGUAGES, number, t } from '@/i18n';
import { Button, Icon, Segmented, Select } from '@/kit';
import styles from './settings.module.css';

const SIZES = [90, 100, 115, 130, 150, 200] as const;

export interface SettingsPageProps {
  settings: Settings;
  onChange(change: Partial<Omit<Settings, 'panels'>>): void;
  /** The list of accounts. */
  accounts: ReactNode;
  onBackup(): void;
  onRestore(): void;
  /** What came of the last backup or restore. */
  result: { ok: boolean; words: string } | null;
  onSaveProject(): void;
  onOpenProject(form: ProjectForm): void;
  version: string;
}

export function SettingsPage(props: SettingsPageProps) {
  const { settings, onChange } = props;
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t('settings.title')}</h1>
      <Part title={t('settings.look')}>
        <div className={styles.card}>
          <Row label={t('settings.theme')}>
            <Segmented
              label={t('settings.theme')}
              value={settings.theme}
              onChange={(theme) => onChange({ theme })}
              choices={[
                { id: 'system', label: t('settings.system'), icon: 'system' },
                { id: 'light', label: t('settings.light'), icon: 'light' },
                { id: 'dark', label: t('settings.dark'), icon: 'dark' },
              ]}
            />
          </Row>
          <Row label={t('settings.textSize')}>
            <Segmented
              label={t('settings.textSize')}
              value={String(settings.textSize)}
              onChange={(size) => onChange({ textSize: Number(size) })}
              choices={SIZES.map((size) => ({ id: String(size), label: `${number(size)} %` }))}
            />
          </Row>
          <Row label={t('settings.language')}>
            <div className={styles.select}>
              <Select
                label={t('settings.language')}
                labelHidden
                value={settings.locale ?? 'system'}
                onChange={(locale) => onChange({ locale: locale === 'system' ? null : locale })}
                choices={[
                  { id: 'system', label: t('settings.systemLanguage') },
                  ...LANGUAGES.map(({ tag, name }) => ({ id: tag as string, label: name })),
                ]}
              />
            </div>
          </Row>
        </div>
      </Part>
      <Part title={t('settings.accounts')} words={t('settings.accountsHelp')}>
        {props.accounts}
      </Part>
      <Part title={t('project.title')} words={t('project.help')}>
        <div className={styles.acts}>
          <Button icon="save" onPress={props.onSaveProject}>
            {t('project.save')}
          </Button>
          <Button icon="project" onPress={() => props.onOpenProject('file')}>
            {t('project.open')}
          </Button>
          <Button icon="folder" onPress={() => props.onOpenProject('folder')}>
            {t('project.openFolder')}
          </Button>
        </div>
      </Part>
      <Part title={t('settings.safety')} words={t('settings.safetyHelp')}>
        <div className={styles.acts}>
          <Button icon="save" onPress={props.onBackup}>
            {t('settings.backup')}
          </Button>
          <Button icon="history" onPress={props.onRestore}>
            {t('settings.restore')}
          </Button>
        </div>
        {props.result !== null && (
          <p
            className={props.result.ok ? styles.good : styles.bad}
            role={props.result.ok ? 'status' : 'alert'}
          >
            <Icon name={props.result.ok ? 'ok' : 'blocked'} />
            {props.result.words}
          </p>
        )}
      </Part>
      {props.version !== '' && (
        <p className={styles.version}>{t('settings.version', { version: props.version })}</p>
      )}
    </div>
  );
}

function Part({ title, words, children }: { title: string; words?: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}>{title}</h2>
      {words !== undefined && <p className={styles.words}>{words}</p>}
      {children}
    </section>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <span>{label}</span>
      {children}
    </div>
  );
}
