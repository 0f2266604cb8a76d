import './kit/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { passNonceOn } from './app/nonce';
import { loadPreferences } from './app/preferences';
import { markViolations } from './app/violations';

markViolations();
passNonceOn();
await loadPreferences();
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App />);
