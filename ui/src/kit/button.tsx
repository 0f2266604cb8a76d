import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  ToggleButton as AriaToggleButton,
  type ToggleButtonProps as AriaToggleButtonProps,
} from 'react-aria-components';
import styles from './button.module.css';
import { Icon, type IconName } from './icon';
import { Hint } from './tooltip';

export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'blocked';
export type ButtonSize = 'row' | 'small' | 'normal' | 'confirm';

/** Marks what nothing that comes by itself may lie over. */
export const KEEP_CLEAR = { 'data-keep-clear': '' };

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  /** One primary button a view. */
  variant?: ButtonVariant;
  /** Heights 24, 28, 32, 40. */
  size?: ButtonSize;
  icon?: IconName;
  /** Icon behind the words. */
  iconEnd?: IconName;
  children?: ReactNode;
  className?: string;
}

export function Button({
  variant = 'plain',
  size = 'normal',
  icon,
  iconEnd,
  children,
  className,
  ...props
}: ButtonProps) {
  return (
    <AriaButton
      {...props}
      {...(variant === 'primary' ? KEEP_CLEAR : {})}
      className={`${styles.button} ${styles[variant]} ${styles[size]} ${className ?? ''}`}
    >
      {icon !== undefined && <Icon name={icon} size={14} />}
      {children !== undefined && <span className={styles.words}>{children}</span>}
      {iconEnd !== undefined && <Icon name={iconEnd} size={14} />}
    </AriaButton>
  );
}

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  icon: IconName;
  /** Its name, also shown as a tooltip. */
  label: string;
  /** Keys as written for people, for the tooltip: "Ctrl Z". */
  keys?: string;
  /** Heights 32 and 24. */
  size?: 'normal' | 'panel';
  className?: string;
}

export function IconButton({ icon, label, keys, size = 'normal', className, ...props }: IconButtonProps) {
  return (
    <Hint words={label} keys={keys}>
      <AriaButton
        {...props}
        aria-label={label}
        className={`${styles.icon} ${size === 'panel' ? styles.panel : ''} ${className ?? ''}`}
      >
        <Icon name={icon} size={size === 'panel' ? 14 : 16} />
      </AriaButton>
    </Hint>
  );
}

export interface ToggleIconButtonProps
  extends Omit<AriaToggleButtonProps, 'children' | 'className' | 'style'> {
  icon: IconName;
  label: string;
  keys?: string;
  size?: 'normal' | 'panel';
}

export function ToggleIconButton({ icon, label, keys, size = 'normal', ...props }: ToggleIconButtonProps) {
  return (
    <Hint words={label} keys={keys}>
      <AriaToggleButton
        {...props}
        aria-label={label}
        className={`${styles.icon} ${size === 'panel' ? styles.panel : ''}`}
      >
        <Icon name={icon} size={size === 'panel' ? 14 : 16} />
      </AriaToggleButton>
    </Hint>
  );
}
