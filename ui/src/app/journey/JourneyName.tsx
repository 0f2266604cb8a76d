import { Button as AriaButton } from 'react-aria-components';
import { t } from '@/i18n';
import { Icon, Menu, runCommand } from '@/kit';
import bar from '../bar/bar.module.css';

/** The name in the bar, with what can be done with all of the journey. */
export function JourneyName({
  name,
  hasTour,
  onRename,
}: {
  name: string;
  hasTour: boolean;
  onRename(): void;
}) {
  return (
    <Menu
      label={t('journeys.menu', { name })}
      groups={[
        {
          entries: [
            { id: 'rename', label: t('journeys.rename'), icon: 'edit', run: onRename },
            {
              id: 'export',
              label: t('journeys.export'),
              icon: 'download',
              keys: 'Mod+Shift+S',
              run: () => runCommand('journey.export'),
            },
            {
              id: 'exportText',
              label: t('journeys.exportText'),
              icon: 'source',
              run: () => runCommand('journey.exportText'),
            },
          ],
        },
        ...(hasTour
          ? [
              {
                entries: [
                  {
                    id: 'tour',
                    label: t('journeys.tour.show'),
                    icon: 'journey' as const,
                    run: () => runCommand('journey.tour'),
                  },
                ],
              },
            ]
          : []),
      ]}
    >
      <AriaButton className={bar.name} aria-current="page">
        <span className={bar.nameWords}>
          <bdi>{name}</bdi>
        </span>
        <Icon name="chevronDown" size={14} />
      </AriaButton>
    </Menu>
  );
}
