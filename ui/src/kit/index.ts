export { Alert } from './alert';
export {
  Button,
  type ButtonProps,
  IconButton,
  type IconButtonProps,
  KEEP_CLEAR,
  ToggleIconButton,
} from './button';
export { allCommands, type Command, runCommand, useAllCommands, useCommands } from './command';
export { DateField, DayTaker, dayOf } from './date-field';
export { Dialog } from './dialog';
export { EmptyState } from './empty';
export { EntryWords, entry } from './entry';
export {
  Checkbox,
  type Choice,
  NumberField,
  SearchField,
  Switch,
  TextField,
  type TextFieldProps,
} from './field';
export { Icon, type IconName } from './icon';
export { Kbd } from './kbd';
export { isTyping, matchesKeys, onEnterUnmarked } from './keys';
export { announce, interrupt, liveWords } from './live';
export { Logo } from './logo';
export { Menu, type MenuEntry, type MenuGroup } from './menu';
export { styleNonce } from './nonce';
export { type Panels, rememberPanels, setPanel, usePanel } from './panels';
export { ContextMenu, PointPopover, type WindowPoint } from './point-popover';
export { Popover } from './popover';
export { focusNextRegion, focusRegion } from './regions';
export { Segmented } from './segmented';
export { ComboBox, Select } from './select';
export { Splitter } from './splitter';
export { useSteady } from './steady';
export { type TabItem, Tabs } from './tabs';
export { ChoiceChip, RemovableChip, type Severity, SeverityTag, Tag, type Tone } from './tag';
export { leaveView, type Toast, Toasts, toast, useToastLog } from './toast';
export { Hint } from './tooltip';
export { useUse } from './use';
