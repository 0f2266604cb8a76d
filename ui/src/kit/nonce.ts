/**
 * The page's policy lets only styles with the nonce in. Tauri stamps it on the empty <style> of index.html; empty where
 * there is no policy.
 */
export function styleNonce(): string {
  return document.querySelector('style')?.nonce ?? '';
}
