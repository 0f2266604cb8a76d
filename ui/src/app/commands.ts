import { t } from '@/i18n';
import { type Command, focusNextRegion } from '@/kit';
import { openProject, saveProject } from './project';
import { go } from './route';

/** What can be done from every view. */
export function frameCommands(open: { palette(): void; keyboardMap(): void; notices(): void }): Command[] {
  return [
    {
      id: 'app.palette',
      title: t('app.commandPalette'),
      group: t('app.groupGeneral'),
      icon: 'search',
      keys: ['Mod+K'],
      keysOnly: true,
      run: open.palette,
    },
    {
      id: 'app.keyboardMap',
      title: t('app.keyboardMap'),
      group: t('app.groupGeneral'),
      icon: 'keyboard',
      keys: ['?'],
      run: open.keyboardMap,
    },
    {
      id: 'app.notices',
      title: t('app.showNotices'),
      group: t('app.groupGeneral'),
      icon: 'info',
      run: open.notices,
    },
    {
      id: 'app.saveProject',
      title: t('project.save'),
      group: t('app.groupGeneral'),
      icon: 'save',
      run: saveProject,
    },
    {
      id: 'app.openProject',
      title: t('project.open'),
      group: t('app.groupGeneral'),
      icon: 'project',
      run: () => void openProject('file'),
    },
    {
      id: 'app.openProjectFolder',
      title: t('project.openFolder'),
      group: t('app.groupGeneral'),
      icon: 'folder',
      run: () => void openProject('folder'),
    },
    {
      id: 'app.start',
      title: t('app.goStart'),
      group: t('app.groupGo'),
      icon: 'start',
      keys: ['Mod+Alt+1'],
      run: () => go({ view: 'gallery' }),
    },
    {
      id: 'app.flows',
      title: t('app.goFlows'),
      group: t('app.groupGo'),
      icon: 'flow',
      keys: ['Mod+Alt+2'],
      run: () => go({ view: 'flows' }),
    },
    {
      id: 'app.journeys',
      title: t('journeys.title'),
      group: t('app.groupGo'),
      icon: 'journey',
      keys: ['Mod+Alt+3'],
      run: () => go({ view: 'journeys' }),
    },
    {
      id: 'app.board',
      title: t('board.title'),
      group: t('app.groupGo'),
      icon: 'live',
      run: () => go({ view: 'board' }),
    },
    {
      id: 'app.settings',
      title: t('app.goSettings'),
      group: t('app.groupGo'),
      icon: 'settings',
      keys: ['Mod+,'],
      run: () => go({ view: 'settings' }),
    },
    {
      id: 'app.nextRegion',
      title: t('app.nextRegion'),
      group: t('app.groupGo'),
      keys: ['F6'],
      keysOnly: true,
      run: () => focusNextRegion(),
    },
    {
      id: 'app.previousRegion',
      title: t('app.previousRegion'),
      group: t('app.groupGo'),
      keys: ['Shift+F6'],
      keysOnly: true,
      run: () => focusNextRegion(true),
    },
  ];
}
