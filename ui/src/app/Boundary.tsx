import { Component, type ReactNode } from 'react';
import { flushDrafts } from '@/document';
import { t } from '@/i18n';
import { Button, EmptyState, Icon } from '@/kit';
import { Page, TopBar } from './Frame';
import styles from './failed.module.css';
import { go } from './route';

type State = { error: Error | null };

/** A fault of our own in one view: the work is in the core, so nothing is lost and the view can be drawn anew. */
export class Boundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(): void {
    flushDrafts();
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    const report = `${error.name}: ${error.message}\n${error.stack ?? ''}`;
    return (
      <>
        <TopBar start={null} />
        <Page label={t('app.ourFault')}>
          <h1 className="visually-hidden">{t('app.ourFault')}</h1>
          <EmptyState
            drawing={<Icon name="warning" size={32} />}
            title={t('app.ourFault')}
            action={
              <div className={styles.row}>
                <Button onPress={() => void navigator.clipboard.writeText(report)}>
                  {t('app.copyReport')}
                </Button>
                <Button
                  onPress={() => {
                    go({ view: 'gallery' });
                    this.setState({ error: null });
                  }}
                >
                  {t('app.toStart')}
                </Button>
                <Button variant="primary" onPress={() => this.setState({ error: null })}>
                  {t('app.tryAgain')}
                </Button>
              </div>
            }
          />
        </Page>
      </>
    );
  }
}
