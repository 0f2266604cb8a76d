import { t } from '@/i18n';
import { Button } from '@/kit';
import { Crumbs, Page, TopBar } from './Frame';
import { go } from './route';

export function GalleryView() {
  return (
    <>
      <TopBar start={<Crumbs parts={[]} last={t('app.start')} />} />
      <Page label={t('app.start')}>
        <Button onPress={() => go({ view: 'editor', flow: 'sample' })}>{t('app.flows')}</Button>
      </Page>
    </>
  );
}
