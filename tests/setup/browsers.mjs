import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run } from './run.mjs';

/** Where each browser's program is found; Debian's real binaries first, their wrappers read flags of their own. */
const places = {
  chromium: [
    process.env.CHROMIUM_PATH,
    '/usr/lib/chromium/chromium',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  'firefox-esr': [
    process.env.FIREFOX_PATH,
    '/usr/lib/firefox-esr/firefox-esr',
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ],
};

/** Path of a browser's program, or `null`. @param {'chromium' | 'firefox-esr'} name */
export function browserPath(name) {
  return places[name].find((place) => place && existsSync(place)) ?? null;
}

/**
 * Installs those of the named browsers that are missing, by Debian's package manager as root.
 * Elsewhere answers `false` after one line that says what to install.
 * @param {('chromium' | 'firefox-esr')[]} names
 */
export function installBrowsers(names) {
  const missing = names.filter((name) => browserPath(name) === null);
  if (missing.length === 0) return true;
  const debian = spawnSync('apt-get', ['--version']).status === 0;
  if (!debian || process.getuid?.() !== 0) {
    console.error(
      `Please install ${missing.join(' and ')} (on Debian: sudo apt-get install ${missing.join(' ')}), then run this again.`,
    );
    return false;
  }
  console.log(`Installing ${missing.join(' and ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], { env });
  run('apt-get', ['install', '-qq', '-y', '--no-install-recommends', ...missing, 'fonts-liberation'], {
    env,
  });
  return true;
}
