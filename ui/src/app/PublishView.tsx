import { t } from '@/i18n';
import { Crumbs, Page, TopBar } from './Frame';

export default function PublishView(_: { flow: string }) {
  return (
    <>
      <TopBar start={<Crumbs parts={[]} last={t('app.publish')} />} />
      <Page label={t('app.publish')}>{null}</Page>
    </>
  );
}
