import type { Value } from '@/host';

/** A field: what it is called, what stands in it, and what writes it down. `Written` is what it may write. */
export interface FieldProps<Shown = Value | undefined, Written = Shown> {
  label: string;
  value: Shown;
  onSet(value: Written): Promise<unknown>;
}
