import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  ComboBox as AriaComboBox,
  Select as AriaSelect,
  FieldError,
  Group,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components';
import type { Choice, FieldProps } from './field';
import field from './field.module.css';
import { Icon } from './icon';
import menu from './menu.module.css';
import styles from './select.module.css';

function Option<T extends string>({ choice }: { choice: Choice<T> }) {
  return (
    <ListBoxItem id={choice.id} textValue={choice.label} isDisabled={choice.isDisabled} className={menu.item}>
      {({ isSelected }): ReactNode => (
        <>
          <span className={menu.words}>
            <span className={menu.title}>{choice.label}</span>
            {choice.help !== undefined && <span className={menu.second}> {choice.help}</span>}
          </span>
          {isSelected && <Icon name="tick" size={14} />}
        </>
      )}
    </ListBoxItem>
  );
}

export interface SelectProps<T extends string> extends FieldProps {
  value: T | null;
  onChange(value: T): void;
  choices: readonly Choice<T>[];
  placeholder?: string;
}

/** One of a few choices. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, labelHidden, help, error, choices } = props;
  return (
    <AriaSelect
      className={`${field.field} ${styles.select}`}
      value={props.value}
      onChange={(key) => {
        const chosen = choices.find((choice) => choice.id === key);
        if (chosen !== undefined) props.onChange(chosen.id);
      }}
      placeholder={props.placeholder}
      isInvalid={error !== undefined && error !== null}
      isDisabled={props.isDisabled}
      validationBehavior="aria"
    >
      <Label className={labelHidden === true ? 'visually-hidden' : field.label}>{label}</Label>
      <AriaButton className={styles.button}>
        <SelectValue className={styles.value}>
          {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
        </SelectValue>
        <Icon name="chevronDown" size={14} />
      </AriaButton>
      {help !== undefined && (
        <Text slot="description" className={field.help}>
          {help}
        </Text>
      )}
      <FieldError className={field.error}>{error}</FieldError>
      <Popover className={`${menu.popover} ${styles.popover}`} offset={4}>
        <ListBox className={menu.list} items={choices}>
          {(choice) => <Option choice={choice} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

export interface ComboBoxProps<T extends string> extends Omit<SelectProps<T>, 'onChange'> {
  onChange(value: T | null): void;
  /** Text that is none of the choices may stand. */
  inputValue?: string;
  onInputChange?: (text: string) => void;
  onBlur?: () => void;
  onEnter?: () => void;
  autoFocus?: boolean;
}

/** One of many choices, found by typing. */
export function ComboBox<T extends string>(props: ComboBoxProps<T>) {
  const { label, labelHidden, help, error, choices } = props;
  return (
    <AriaComboBox
      className={field.field}
      value={props.value}
      onChange={(key) => props.onChange(choices.find((choice) => choice.id === key)?.id ?? null)}
      defaultItems={choices}
      inputValue={props.inputValue}
      onInputChange={props.onInputChange}
      allowsCustomValue={props.onInputChange !== undefined}
      onBlur={props.onBlur}
      onKeyDown={(event) => {
        if (event.key === 'Enter') props.onEnter?.();
      }}
      autoFocus={props.autoFocus}
      isInvalid={error !== undefined && error !== null}
      isDisabled={props.isDisabled}
      menuTrigger="focus"
      validationBehavior="aria"
    >
      <Label className={labelHidden === true ? 'visually-hidden' : field.label}>{label}</Label>
      <Group className={field.group}>
        <Input className={field.bare} placeholder={props.placeholder} dir="auto" />
        <AriaButton className={field.step}>
          <Icon name="chevronDown" size={14} />
        </AriaButton>
      </Group>
      {help !== undefined && (
        <Text slot="description" className={field.help}>
          {help}
        </Text>
      )}
      <FieldError className={field.error}>{error}</FieldError>
      <Popover className={`${menu.popover} ${styles.popover}`} offset={4}>
        <ListBox<Choice<T>> className={menu.list}>{(choice) => <Option choice={choice} />}</ListBox>
      </Popover>
    </AriaComboBox>
  );
}
