/* What the phone draws: the shapes of `flows::preview`. */

export type Pointer = string;
export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };
export type ScreenView = {
  key: string;
  id: string;
  title: string;
  back: boolean;
  progress: number | null;
  items: Item[];
  footer: Footer | null;
  loading: boolean;
  notice: string | null;
  rtl: boolean;
  terminal: boolean;
};
export type Item = { pointer: Pointer; gap: Gap; divider: boolean; kind: ItemKind };
export type Gap = 'normal' | 'small';
export type ItemKind =
  | { type: 'Text'; style: TextStyle; blocks: Block[] }
  | { type: 'RichText'; blocks: Block[] }
  | {
      type: 'TextInput';
      field: Field;
      value: string;
      keyboard: Keyboard;
      masked: boolean;
      largeLabel: boolean;
      maxChars: number;
    }
  | { type: 'TextArea'; field: Field; value: string; largeLabel: boolean; used: number; maxLength: number }
  | {
      type: 'CheckboxGroup';
      field: Field;
      description: string | null;
      mediaSize: MediaSize;
      choices: Choice[];
      min: number | null;
      max: number | null;
    }
  | {
      type: 'RadioButtonsGroup';
      field: Field;
      description: string | null;
      mediaSize: MediaSize;
      choices: Choice[];
    }
  | { type: 'Dropdown'; field: Field; choices: Choice[]; searchable: boolean }
  | {
      type: 'ChipsSelector';
      field: Field;
      description: string | null;
      choices: Choice[];
      min: number | null;
      max: number | null;
    }
  | { type: 'DatePicker'; input: DateInput; minDate: string; maxDate: string; unavailable: string[] }
  | {
      type: 'CalendarPicker';
      title: string | null;
      description: string | null;
      inputs: DateInput[];
      minDate: string;
      maxDate: string;
      unavailable: string[];
      includeDays: Weekday[];
      minDays: number | null;
      maxDays: number | null;
    }
  | { type: 'OptIn'; field: Field; checked: boolean; more: boolean }
  | { type: 'EmbeddedLink'; text: string }
  | {
      type: 'Image';
      picture: Picture;
      width: number | null;
      height: number | null;
      aspectRatio: number | null;
      scale: Scale;
    }
  | { type: 'ImageCarousel'; pictures: Picture[]; aspectRatio: number | null; scale: Scale }
  | {
      type: 'NavigationList';
      name: string;
      label: string | null;
      description: string | null;
      mediaSize: MediaSize;
      rows: ListItem[];
    }
  | { type: 'PhotoPicker'; picker: Picker; source: PhotoSource }
  | { type: 'DocumentPicker'; picker: Picker; mimeTypes: string[] }
  | { type: 'Sealed'; component: string };
export type TextStyle = 'heading' | 'subheading' | 'body' | 'caption';
export type Field = {
  name: string;
  label: string;
  optional: boolean;
  enabled: boolean;
  helper: string | null;
  error: FieldError | null;
  sensitive: boolean;
};
export type FieldError =
  | { type: 'message'; text: string }
  | { type: 'required' }
  | { type: 'too_short'; min: number }
  | { type: 'too_long'; max: number }
  | { type: 'not_an_email' }
  | { type: 'not_a_phone' }
  | { type: 'not_a_number' }
  | { type: 'not_digits' }
  | { type: 'no_match' }
  | { type: 'not_an_option' }
  | { type: 'too_few'; min: number }
  | { type: 'too_many'; max: number }
  | { type: 'not_a_date' }
  | { type: 'out_of_range'; min: string; max: string }
  | { type: 'unavailable' }
  | { type: 'end_before_start' }
  | { type: 'too_few_days'; min: number }
  | { type: 'too_many_days'; max: number }
  | { type: 'too_few_files'; min: number }
  | { type: 'too_many_files'; max: number }
  | { type: 'file_too_large'; maxKb: number };
export type Keyboard = 'text' | 'number' | 'phone' | 'email';
export type Choice = {
  id: string;
  title: string;
  description: string | null;
  metadata: string | null;
  enabled: boolean;
  selected: boolean;
  media: Media | null;
};
export type Media = { type: 'image'; picture: Picture } | { type: 'color'; color: string };
export type Picture = { src: string | null; alt: string };
export type MediaSize = 'regular' | 'large';
export type Scale = 'contain' | 'cover';
export type DateInput = { part: DatePart; field: Field; value: string };
export type DatePart = 'single' | 'start-date' | 'end-date';
export type Weekday = 'Mon' | 'Tue' | 'Wed' | 'Thu' | 'Fri' | 'Sat' | 'Sun';
export type ListItem = {
  id: string;
  pointer: Pointer | null;
  title: string;
  description: string | null;
  metadata: string | null;
  start: Picture | null;
  end: ListEnd | null;
  badge: string | null;
  tags: string[];
  enabled: boolean;
};
export type ListEnd = { title: string | null; description: string | null; metadata: string | null };
export type Picker = {
  field: Field;
  description: string | null;
  files: PickedFile[];
  min: number;
  max: number;
  maxKb: number;
};
export type PickedFile = { name: string; size: number; tooLarge: boolean };
export type PhotoSource = 'camera' | 'gallery' | 'camera_gallery';
export type Footer = {
  pointer: Pointer;
  label: string;
  leftCaption: string | null;
  centerCaption: string | null;
  rightCaption: string | null;
  enabled: boolean;
};
export type Block =
  | { type: 'paragraph'; runs: Run[] }
  | { type: 'heading'; level: number; runs: Run[] }
  | { type: 'list'; start: number | null; items: Run[][] }
  | { type: 'image'; picture: Picture }
  | { type: 'table'; header: Run[][]; rows: Run[][][] };
export type Run = { text: string; bold: boolean; italic: boolean; strike: boolean; link: string | null };

export type FileSample = { name: string; size: number };
export type PreviewAct =
  | { type: 'set_field'; name: string; value: JsonValue }
  | { type: 'blur'; name: string }
  | { type: 'select'; name: string; option: string }
  | { type: 'unselect'; name: string; option: string }
  | { type: 'press'; pointer: Pointer; item: string | null }
  | { type: 'pick_file'; name: string; file: FileSample }
  | { type: 'remove_file'; name: string; index: number }
  | { type: 'back' }
  | { type: 'endpoint_answer'; screen: string | null; data: { [key: string]: JsonValue } };
