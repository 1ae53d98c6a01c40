// `npm test`: everything CI runs, on a fresh machine too. Needs Node 20 and npm; installs the rest.
import { installBrowsers } from './browsers.mjs';
import { installPackages } from './packages.mjs';
import { run } from './run.mjs';

installPackages();
if (!installBrowsers(['chromium', 'firefox-esr'])) process.exit(1);
run('npm', ['run', 'check']);
run('npm', ['run', 'build']);
run('npm', ['run', 'vitest']);
