import { Button as AriaButton } from 'react-aria-components';
import type { Starter } from '@/host';
import { currentLanguage, number, t } from '@/i18n';
import { Button, Icon, Menu } from '@/kit';
import { Chat } from './Chat';
import styles from './gallery.module.css';

/** A language's own name for itself: "English", "العربية". */
function languageName(tag: string): string {
  return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
}

/** The starter's language nearest to the user's. */
function nearest(starter: Starter): string {
  const here = currentLanguage();
  return starter.languages.find((tag) => tag.split('-')[0] === here) ?? starter.languages[0] ?? 'en';
}

export function StarterCard({
  starter,
  onUse,
  isBusy,
}: {
  starter: Starter;
  onUse(language: string, tryIt: boolean): void;
  isBusy: boolean;
}) {
  const language = nearest(starter);
  const title = `starter-${starter.id}`;
  return (
    <li className={styles.card} aria-labelledby={title}>
      <div className={styles.picture} data-stage={starter.stage}>
        <Chat chat={starter.chat} />
      </div>
      <div className={styles.text}>
        <h3 id={title} className={styles.title}>
          <bdi>{starter.title}</bdi>
        </h3>
        <p className="visually-hidden">{starter.summary}</p>
        <div className={styles.foot}>
          <span className={styles.meta}>
            {t('gallery.size', { screens: starter.screens, questions: starter.questions })}
          </span>
          <span className={styles.acts}>
            <Button
              variant="primary"
              size="small"
              isDisabled={isBusy}
              aria-describedby={title}
              onPress={() => onUse(language, false)}
            >
              {t('gallery.use')}
            </Button>
            <Button
              variant="quiet"
              size="small"
              icon="play"
              isDisabled={isBusy}
              aria-describedby={title}
              onPress={() => onUse(language, true)}
            >
              {t('gallery.try')}
            </Button>
          </span>
          {starter.languages.length > 1 && (
            <Menu
              label={t('gallery.languages')}
              placement="bottom end"
              groups={[
                {
                  title: t('gallery.useIn'),
                  entries: starter.languages.map((tag) => ({
                    id: tag,
                    label: languageName(tag),
                    run: () => onUse(tag, false),
                  })),
                },
              ]}
            >
              <AriaButton
                className={styles.languages}
                aria-label={t('gallery.inLanguages', { count: starter.languages.length })}
              >
                <Icon name="language" size={13} />
                {number(starter.languages.length)}
              </AriaButton>
            </Menu>
          )}
        </div>
      </div>
    </li>
  );
}
