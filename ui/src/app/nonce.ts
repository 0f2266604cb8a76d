/**
 * The page's policy lets only styles with the nonce in. Tauri stamps it on the empty <style> of index.html;
 * React Aria reads it from a meta element, CodeMirror from here.
 */
export function passNonceOn(): void {
  const nonce = document.querySelector('style')?.nonce ?? '';
  if (nonce === '') return;
  const meta = document.createElement('meta');
  meta.setAttribute('property', 'csp-nonce');
  meta.nonce = nonce;
  document.head.append(meta);
}
