// One line a feature: its English file names all keys there are.
import type accounts from './en/accounts.json';
import type answers from './en/answers.json';
import type app from './en/app.json';
import type board from './en/board.json';
import type canvas from './en/canvas.json';
import type chat from './en/chat.json';
import type composer from './en/composer.json';
import type data from './en/data.json';
import type differences from './en/differences.json';
import type gallery from './en/gallery.json';
import type history from './en/history.json';
import type inspector from './en/inspector.json';
import type journeys from './en/journeys.json';
import type kit from './en/kit.json';
import type languages from './en/languages.json';
import type map from './en/map.json';
import type palette from './en/palette.json';
import type parts from './en/parts.json';
import type phone from './en/phone.json';
import type problems from './en/problems.json';
import type project from './en/project.json';
import type publish from './en/publish.json';
import type screens from './en/screens.json';
import type sending from './en/sending.json';
import type settings from './en/settings.json';
import type simulator from './en/simulator.json';
import type source from './en/source.json';
import type stepForm from './en/stepForm.json';
import type steps from './en/steps.json';
import type trial from './en/trial.json';
import type values from './en/values.json';
import type versions from './en/versions.json';

type Keys<Feature extends string, Words> = `${Feature}.${keyof Words & string}`;

/** Every key of the catalogue. */
export type Key =
  | Keys<'accounts', typeof accounts>
  | Keys<'answers', typeof answers>
  | Keys<'app', typeof app>
  | Keys<'board', typeof board>
  | Keys<'canvas', typeof canvas>
  | Keys<'chat', typeof chat>
  | Keys<'composer', typeof composer>
  | Keys<'data', typeof data>
  | Keys<'differences', typeof differences>
  | Keys<'gallery', typeof gallery>
  | Keys<'history', typeof history>
  | Keys<'inspector', typeof inspector>
  | Keys<'journeys', typeof journeys>
  | Keys<'kit', typeof kit>
  | Keys<'languages', typeof languages>
  | Keys<'map', typeof map>
  | Keys<'palette', typeof palette>
  | Keys<'parts', typeof parts>
  | Keys<'phone', typeof phone>
  | Keys<'problems', typeof problems>
  | Keys<'project', typeof project>
  | Keys<'publish', typeof publish>
  | Keys<'screens', typeof screens>
  | Keys<'sending', typeof sending>
  | Keys<'settings', typeof settings>
  | Keys<'simulator', typeof simulator>
  | Keys<'source', typeof source>
  | Keys<'stepForm', typeof stepForm>
  | Keys<'steps', typeof steps>
  | Keys<'trial', typeof trial>
  | Keys<'values', typeof values>
  | Keys<'versions', typeof versions>;
