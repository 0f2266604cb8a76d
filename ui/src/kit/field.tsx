import { type ReactNode, useId } from 'react';
import {
  Button as AriaButton,
  Checkbox as AriaCheckbox,
  NumberField as AriaNumberField,
  SearchField as AriaSearchField,
  Switch as AriaSwitch,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  FieldError,
  Group,
  Input,
  Label,
  Text,
} from 'react-aria-components';
import { number, t } from '@/i18n';
import styles from './field.module.css';
import { Icon } from './icon';
import { Kbd } from './kbd';

export interface FieldProps {
  label: string;
  /** The name is for screen readers only. */
  labelHidden?: boolean;
  /** One line below: what to write here. */
  help?: string | undefined;
  /** What is wrong, in plain words; shows in place of the help. */
  error?: string | null | undefined;
  /** The help stays beside what is wrong. */
  keepHelp?: boolean;
  /** Letters used and allowed; over the limit it turns risky. */
  counter?: { used: number; limit: number } | undefined;
  isDisabled?: boolean;
}

function Head({ label, labelHidden, counter }: FieldProps) {
  return (
    <span className={labelHidden === true ? 'visually-hidden' : styles.head}>
      <Label className={styles.label}>{label}</Label>
      {counter !== undefined && (
        <span className={`${styles.counter} tabular`} data-over={counter.used > counter.limit || undefined}>
          {number(counter.used)}/{number(counter.limit)}
          {counter.used > counter.limit && <span className="visually-hidden">{t('kit.overLimit')}</span>}
        </span>
      )}
    </span>
  );
}

function Foot({ help, error, keepHelp }: FieldProps) {
  return (
    <>
      {help !== undefined && (keepHelp === true || error === undefined || error === null) && (
        <Text slot="description" className={styles.help}>
          {help}
        </Text>
      )}
      <FieldError className={styles.error}>
        {error !== undefined && error !== null && (
          <>
            <Icon name="blocked" size={12} />
            {error}
          </>
        )}
      </FieldError>
    </>
  );
}

export interface TextFieldProps extends FieldProps {
  value: string;
  onChange(value: string): void;
  onBlur?: () => void;
  onEnter?: () => void;
  placeholder?: string | undefined;
  /** Rows make it a text area. */
  rows?: number;
  type?: 'text' | 'password' | 'url';
  /** Names and codes stay left to right and in fixed letters. */
  code?: boolean;
  autoFocus?: boolean;
  isRequired?: boolean;
  className?: string;
}

export function TextField(props: TextFieldProps) {
  const { value, onChange, onBlur, onEnter, placeholder, rows, type = 'text', code, error } = props;
  // Empty, a field reads as the page does; then each text takes its own direction.
  const dir = code === true ? 'ltr' : value === '' ? undefined : 'auto';
  return (
    <AriaTextField
      className={`${styles.field} ${props.className ?? ''}`}
      value={value}
      onChange={onChange}
      onBlur={onBlur}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && rows === undefined) onEnter?.();
        else event.continuePropagation();
      }}
      type={type}
      isInvalid={error !== undefined && error !== null}
      isDisabled={props.isDisabled}
      isRequired={props.isRequired}
      validationBehavior="aria"
      autoFocus={props.autoFocus}
      autoComplete="off"
      spellCheck={code === true || type !== 'text' ? 'false' : 'true'}
    >
      <Head {...props} />
      {rows === undefined ? (
        <Input
          className={`${styles.input} ${code === true ? styles.code : ''}`}
          placeholder={placeholder}
          dir={dir}
        />
      ) : (
        <AriaTextArea
          className={`${styles.input} ${styles.area}`}
          placeholder={placeholder}
          rows={rows}
          dir={dir}
        />
      )}
      <Foot {...props} />
    </AriaTextField>
  );
}

export interface NumberFieldProps extends FieldProps {
  /** NaN is empty. */
  value: number;
  onChange(value: number): void;
  min?: number;
  max?: number;
  step?: number;
}

export function NumberField(props: NumberFieldProps) {
  return (
    <AriaNumberField
      className={styles.field}
      value={props.value}
      onChange={props.onChange}
      minValue={props.min}
      maxValue={props.max}
      step={props.step}
      isInvalid={props.error !== undefined && props.error !== null}
      isDisabled={props.isDisabled}
      validationBehavior="aria"
      formatOptions={{ useGrouping: false }}
    >
      <Head {...props} />
      <Group className={styles.group}>
        <Input className={`${styles.bare} tabular`} />
        <AriaButton slot="decrement" className={styles.step}>
          <Icon name="remove" size={12} />
        </AriaButton>
        <AriaButton slot="increment" className={styles.step}>
          <Icon name="add" size={12} />
        </AriaButton>
      </Group>
      <Foot {...props} />
    </AriaNumberField>
  );
}

export interface SearchFieldProps {
  label: string;
  value: string;
  onChange(value: string): void;
  placeholder?: string;
  keys?: string;
  /** Heights 32 and 36. */
  size?: 'normal' | 'large';
  autoFocus?: boolean;
  onSubmit?: (value: string) => void;
  inputRef?: React.Ref<HTMLInputElement>;
  className?: string;
}

export function SearchField(props: SearchFieldProps) {
  return (
    <AriaSearchField
      className={`${styles.search} ${props.size === 'large' ? styles.large : ''} ${props.className ?? ''}`}
      aria-label={props.label}
      value={props.value}
      onChange={props.onChange}
      onSubmit={props.onSubmit}
      autoFocus={props.autoFocus}
    >
      <Icon name="search" size={14} />
      <Input
        ref={props.inputRef}
        className={styles.bare}
        placeholder={props.placeholder}
        dir={props.value === '' ? undefined : 'auto'}
        spellCheck="false"
      />
      {props.value === '' ? (
        props.keys !== undefined && <Kbd keys={props.keys} />
      ) : (
        <AriaButton className={styles.step} aria-label={t('kit.clear')}>
          <Icon name="close" size={12} />
        </AriaButton>
      )}
    </AriaSearchField>
  );
}

export interface SwitchProps {
  label: string;
  help?: string;
  isSelected: boolean;
  onChange(on: boolean): void;
  isDisabled?: boolean;
}

/** A row with words at the start and the switch at the end. */
export function Switch({ label, help, ...props }: SwitchProps) {
  const id = useId();
  return (
    <div className={styles.switchRow}>
      <AriaSwitch {...props} className={styles.switch} aria-describedby={help === undefined ? undefined : id}>
        <span className={styles.switchWords}>{label}</span>
        <span className={styles.track}>
          <span className={styles.knob} />
        </span>
      </AriaSwitch>
      {help !== undefined && (
        <span id={id} className={styles.help}>
          {help}
        </span>
      )}
    </div>
  );
}

export function Checkbox({
  children,
  ...props
}: {
  children: ReactNode;
  isSelected: boolean;
  onChange(on: boolean): void;
  isDisabled?: boolean;
}) {
  return (
    <AriaCheckbox {...props} className={styles.check}>
      <span className={styles.box}>
        <Icon name="tick" size={11} />
      </span>
      <span>{children}</span>
    </AriaCheckbox>
  );
}

export interface Choice<T extends string> {
  id: T;
  label: string;
  help?: string | undefined;
  isDisabled?: boolean;
}
