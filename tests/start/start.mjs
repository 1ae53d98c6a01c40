// `npm start`: shows the main job, on a fresh machine too. Needs Node 20 and npm; installs the rest.
import { browserPath, installBrowsers } from '../setup/browsers.mjs';
import { installPackages } from '../setup/packages.mjs';
import { run } from '../setup/run.mjs';

installPackages();
if (browserPath('chromium') === null && browserPath('firefox-esr') === null && !installBrowsers(['chromium']))
  process.exit(1);
console.log('Building the extension …');
// Its progress says nothing here; what goes wrong is said on stderr.
run('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
// By npm, so that the pinned Node runs it.
run('npm', ['exec', '--offline', '-c', 'node tests/start/show.ts']);
