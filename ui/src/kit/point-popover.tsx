import { type ReactNode, useRef } from 'react';
import { Popover as AriaPopover, type PopoverProps } from 'react-aria-components';
import { createPortal } from 'react-dom';
import { type MenuGroup, MenuList } from './menu';
import menuStyles from './menu.module.css';
import styles from './point-popover.module.css';

/** A place in the window, in px from its top left corner. */
export interface WindowPoint {
  x: number;
  y: number;
}

/** A box that opens at a point instead of beside a button. */
export function PointPopover({
  at,
  label,
  onClose,
  children,
  placement = 'bottom start',
  className,
}: {
  at: WindowPoint;
  /** Its name; what holds a Dialog of its own has one already. */
  label?: string;
  onClose(): void;
  children: ReactNode;
  placement?: PopoverProps['placement'];
  className?: string;
}) {
  const anchor = useRef<HTMLDivElement>(null);
  return (
    <>
      {/* In the body: a region that is a layer of its own would measure from its own corner. */}
      {createPortal(
        <div ref={anchor} className={styles.anchor} style={{ left: at.x, top: at.y }} />,
        document.body,
      )}
      <AriaPopover
        // Another point is another place to open at.
        key={`${at.x} ${at.y}`}
        aria-label={label}
        triggerRef={anchor}
        isOpen
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
        placement={placement}
        offset={2}
        className={`${menuStyles.popover} ${className ?? ''}`}
      >
        {children}
      </AriaPopover>
    </>
  );
}

/** A menu at the pointer, or beside what has the focus. */
export function ContextMenu({
  at,
  label,
  groups,
  onClose,
}: {
  at: WindowPoint;
  label: string;
  groups: readonly MenuGroup[];
  onClose(): void;
}) {
  return (
    <PointPopover at={at} label={label} onClose={onClose}>
      <MenuList groups={groups} label={label} onClose={onClose} autoFocus />
    </PointPopover>
  );
}
