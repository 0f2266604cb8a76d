import { t } from '@/i18n';
import { Crumbs, Page, TopBar } from './Frame';

export function FlowsView() {
  return (
    <>
      <TopBar start={<Crumbs parts={[]} last={t('app.flows')} />} />
      <Page label={t('app.flows')}>{null}</Page>
    </>
  );
}
