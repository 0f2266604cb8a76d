import { styleNonce } from '@/kit';

/** React Aria reads the nonce of styles from a meta element. */
export function passNonceOn(): void {
  const nonce = styleNonce();
  if (nonce === '') return;
  const meta = document.createElement('meta');
  meta.setAttribute('property', 'csp-nonce');
  meta.nonce = nonce;
  document.head.append(meta);
}
