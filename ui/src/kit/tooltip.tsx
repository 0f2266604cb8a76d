import type { ReactElement } from 'react';
import { OverlayArrow, Tooltip, TooltipTrigger } from 'react-aria-components';
import { Kbd } from './kbd';
import styles from './tooltip.module.css';

/** Words (and keys) that show beside a control on hover and focus. The control is its only child. */
export function Hint({
  words,
  keys,
  placement = 'bottom',
  children,
}: {
  words: string;
  keys?: string | undefined;
  placement?: 'bottom' | 'top' | 'start' | 'end';
  children: ReactElement;
}) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <Tooltip className={styles.tooltip} placement={placement} offset={6}>
        <OverlayArrow />
        <span>{words}</span>
        {keys !== undefined && <Kbd keys={keys} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
