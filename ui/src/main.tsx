import 'antd/dist/reset.css';
import './app/app.css';
import './app/shell.css';
import './shared/shared.css';
import './access/access.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { startLanguage } from './shared/i18n/i18n';

await startLanguage();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(<App />);
