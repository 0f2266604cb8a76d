import { lazy, memo, type RefObject, Suspense, useRef, useState } from 'react';
import { Button as PlainButton } from 'react-aria-components';
import type { Draft } from '@/document';
import { number, t } from '@/i18n';
import { Button, IconButton, type IconName, Menu, type MenuGroup, Popover, Segmented } from '@/kit';
import { EMOJI, EMOJI_GROUPS, type EmojiGroup } from './emoji';
import type { LineMark, Mark } from './formatting';
import type { Marked, MessageEditorHandle } from './MessageEditor';
import styles from './text.module.css';

const MessageEditor = lazy(() => import('./MessageEditor'));

export type { Marked } from './MessageEditor';

const MARK_BUTTONS: readonly { mark: Mark; icon: IconName; keys: string }[] = [
  { mark: 'bold', icon: 'bold', keys: 'Mod+B' },
  { mark: 'italic', icon: 'italic', keys: 'Mod+I' },
  { mark: 'strike', icon: 'strike', keys: 'Mod+Shift+X' },
  { mark: 'mono', icon: 'source', keys: 'Mod+E' },
];

const LINE_BUTTONS: readonly { mark: LineMark; icon: IconName }[] = [
  { mark: 'bullets', icon: 'bullets' },
  { mark: 'numbers', icon: 'numbers' },
  { mark: 'quote', icon: 'richText' },
];

const NO_SAMPLES: ReadonlyMap<string, string> = new Map();
const NONE_MARKED: readonly Marked[] = [];

export interface MessageTextProps {
  label: string;
  draft: Draft;
  limit?: number | undefined;
  samples?: ReadonlyMap<string, string>;
  marked?: readonly Marked[];
  placeholder?: string;
  error?: string | undefined;
  help?: string | undefined;
  /** Bold, lists and quotes work here. */
  formats?: boolean;
  /** What can be put into the text, when variables may stand here; gets the function that puts one in. */
  details?: ((insert: (text: string) => void) => readonly MenuGroup[]) | undefined;
  multiline?: boolean;
}

/** A text of the message: its name, a bar of what can be done with it, and the letters it has. */
export function MessageText({
  label,
  draft,
  limit,
  samples = NO_SAMPLES,
  marked = NONE_MARKED,
  placeholder = '',
  error,
  help,
  formats = false,
  details,
  multiline = true,
}: MessageTextProps) {
  const editor = useRef<MessageEditorHandle>(null);
  const used = [...draft.value].length;
  const over = limit !== undefined && used > limit;
  return (
    <div>
      <div className={styles.head}>
        <span className={styles.label} aria-hidden="true">
          {label}
        </span>
        {limit !== undefined && (
          <span className={`${styles.counter} tabular`} data-over={over || undefined}>
            {number(used)} / {number(limit)}
            {over && <span className="visually-hidden"> {t('kit.overLimit')}</span>}
          </span>
        )}
      </div>
      <div className={styles.box} data-invalid={error !== undefined || undefined}>
        {(formats || details !== undefined) && (
          <Bar editor={editor} label={label} formats={formats} details={details} />
        )}
        <Suspense
          fallback={
            <>
              <div className={styles.text} data-tall={multiline || undefined} />
              <p className={styles.help} />
            </>
          }
        >
          <MessageEditor
            ref={editor}
            label={label}
            value={draft.value}
            onChange={draft.onChange}
            onBlur={draft.onBlur}
            samples={samples}
            marked={marked}
            placeholder={placeholder}
            error={error}
            help={help}
            tall={multiline}
            multiline={multiline}
          />
        </Suspense>
      </div>
    </div>
  );
}

/** What can be done with the text. It stays as it is while one types. */
const Bar = memo(function Bar({
  editor,
  label,
  formats,
  details,
}: {
  editor: RefObject<MessageEditorHandle | null>;
  label: string;
  formats: boolean;
  details: MessageTextProps['details'];
}) {
  // A menu gives the focus back to its button, which hands it on to the text.
  const wants = useRef(false);
  const insert = (text: string) => {
    wants.current = true;
    editor.current?.insert(text);
  };
  const handOn = () => {
    if (!wants.current) return;
    wants.current = false;
    editor.current?.focus();
  };
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('composer.toolbar', { label })}>
      {formats && (
        <>
          {MARK_BUTTONS.map(({ mark, icon, keys }) => (
            <IconButton
              key={mark}
              icon={icon}
              size="panel"
              label={t(`composer.${mark}`)}
              keys={keys}
              onPress={() => editor.current?.mark(mark)}
            />
          ))}
          {LINE_BUTTONS.map(({ mark, icon }) => (
            <IconButton
              key={mark}
              icon={icon}
              size="panel"
              label={t(`composer.${mark}`)}
              onPress={() => editor.current?.lines(mark)}
            />
          ))}
          <span className={styles.gap} />
        </>
      )}
      {details !== undefined && (
        <Menu label={t('composer.insertDetail')} groups={details(insert)}>
          <Button size="small" variant="quiet" icon="bind" onFocus={handOn}>
            {t('composer.insertDetail')}
          </Button>
        </Menu>
      )}
      <Emoji onChoose={insert} onFocus={handOn} />
    </div>
  );
});

function Emoji({ onChoose, onFocus }: { onChoose(emoji: string): void; onFocus(): void }) {
  const [group, setGroup] = useState<EmojiGroup>('smileys');
  return (
    <Popover
      label={t('composer.emoji')}
      placement="bottom start"
      trigger={
        <Button size="small" variant="quiet" icon="emoji" onFocus={onFocus}>
          {t('composer.emoji')}
        </Button>
      }
    >
      {(close) => (
        <>
          <div className={styles.emojiTabs}>
            <Segmented<EmojiGroup>
              label={t('composer.emojiGroup')}
              value={group}
              onChange={setGroup}
              choices={EMOJI_GROUPS.map((id) => ({ id, label: t(`composer.emoji.${id}`) }))}
            />
          </div>
          <div className={styles.emoji}>
            {EMOJI[group].split(' ').map((emoji) => (
              <PlainButton
                key={emoji}
                aria-label={emoji}
                onPress={() => {
                  close();
                  onChoose(emoji);
                }}
              >
                {emoji}
              </PlainButton>
            ))}
          </div>
        </>
      )}
    </Popover>
  );
}
