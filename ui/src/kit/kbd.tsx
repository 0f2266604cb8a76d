import styles from './kbd.module.css';
import { readableKeys } from './keys';

/** A shortcut, for example `Mod+Shift+Z`, as this system writes it. */
export function Kbd({ keys }: { keys: string }) {
  return <kbd className={styles.kbd}>{readableKeys(keys)}</kbd>;
}
