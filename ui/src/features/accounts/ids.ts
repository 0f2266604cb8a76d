/** Meta's ids are digits only; spaces and dashes come along when people copy them. */
export function cleanId(typed: string): string {
  return typed.replace(/[\s-]/gu, '');
}

export function isId(text: string): boolean {
  return /^\d{5,20}$/.test(text);
}

/** A token has no spaces in it; line breaks come along when people copy it. */
export function cleanToken(typed: string): string {
  return typed.replace(/\s/gu, '');
}
