import type { Fix } from '@/host';
import { Button, type ButtonProps } from '@/kit';

/** A way to mend something, as a button. */
export function FixButton({
  fix,
  onFix,
  ...look
}: Pick<ButtonProps, 'variant' | 'size' | 'className'> & { fix: Fix; onFix(fix: Fix): void }) {
  return (
    <Button {...look} onPress={() => onFix(fix)}>
      <bdi>{fix.title}</bdi>
    </Button>
  );
}
