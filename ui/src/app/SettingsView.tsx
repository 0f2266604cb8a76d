import { t } from '@/i18n';
import { Crumbs, Page, TopBar } from './Frame';

export default function SettingsView() {
  return (
    <>
      <TopBar start={<Crumbs parts={[]} last={t('app.settings')} />} />
      <Page label={t('app.settings')}>{null}</Page>
    </>
  );
}
