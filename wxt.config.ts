import path from 'node:path';
import { defineConfig } from 'wxt';
import { browserPath } from './tests/setup/browsers.mjs';

/** Extension pages run our own files only; injected HTML throws (Trusted Types), a worker needs the one named policy. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self' http: https:",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types refrain',
].join('; ');

/** The one file of ours that web pages may load, as the popover's frame: docs/decisions/0001-popover-frame.md. */
const framedPage = { resources: ['popover.html'], matches: ['http://*/*', 'https://*/*'] };

/** Nothing in our lib/ does anything by being imported: what a bundle does not use of a folder's front door stays out of it. */
function mayActOnImport(id: string): boolean {
  return id.includes('/node_modules/') || !id.includes('/lib/');
}

/** Those browsers that are on this machine, by the names WXT has for them. */
function installed(paths: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(paths).flatMap(([name, path]) => (path === null ? [] : [[name, path]])),
  );
}

export default defineConfig({
  imports: false,
  vite: () => ({ build: { rolldownOptions: { treeshake: { moduleSideEffects: mayActOnImport } } } }),
  publicDir: 'assets/public',
  // `npm run dev`: Debian's browsers by their own paths; Chromium's sandbox does not start as root.
  webExt: {
    binaries: installed({ chrome: browserPath('chromium'), firefox: browserPath('firefox-esr') }),
    chromiumArgs: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  },
  zip: { artifactTemplate: '{{name}}-{{version}}-{{browser}}-{{manifestVersion}}.zip' },
  hooks: {
    // Not in the public folder: the code imports the English sentences too, and Vite serves that folder as it is.
    'build:publicAssets': (_, files) => {
      files.push({
        absoluteSrc: path.resolve('assets/_locales/en/messages.json'),
        relativeDest: '_locales/en/messages.json',
      });
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: [
      'storage',
      'unlimitedStorage',
      'alarms',
      'scripting',
      'activeTab',
      'contextMenus',
      'search',
    ],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    commands: { look: { suggested_key: { default: 'Alt+Shift+S' }, description: 'Look at this page' } },
    content_security_policy: { extension_pages: contentSecurityPolicy },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'refrain@refrain.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
          web_accessible_resources: [framedPage],
        }
      : {
          minimum_chrome_version: '130',
          web_accessible_resources: [{ ...framedPage, use_dynamic_url: true }],
        }),
  }),
});
