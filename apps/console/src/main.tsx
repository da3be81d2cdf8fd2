import '@fontsource-variable/inter/wght.css';
import './ui/mantine.ts';
import './ui/theme.css';
import { createRoot } from 'react-dom/client';
import { Application } from './app/application.tsx';
import { closeWhenOnlySignedIn } from './app/session/other-window.ts';
import { NONCE } from './ui/nonce.ts';

// Read by what locks scrolling behind a dialog, which writes a style element.
Object.assign(globalThis, { __webpack_nonce__: NONCE });

const root = document.getElementById('root');
if (root && !closeWhenOnlySignedIn()) createRoot(root).render(<Application />);
