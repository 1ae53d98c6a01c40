import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const output = path.resolve(import.meta.dirname, '../../.output');

/** Bytes a page's script may have, raw: it is run in every article of a watched site. */
const contentScriptBudget = 60_000;

describe.each(['chrome-mv3', 'firefox-mv3'])('The built extension for %s', (build) => {
  const folder = path.join(output, build);
  const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
  const manifest = () => JSON.parse(read('manifest.json'));

  it('asks for no host and runs in no page when it is installed', () => {
    expect(existsSync(folder)).toBe(true);
    expect(manifest().host_permissions).toBeUndefined();
    expect(manifest().content_scripts).toBeUndefined();
    expect(manifest().permissions.sort()).toEqual([
      'activeTab',
      'alarms',
      'contextMenus',
      'scripting',
      'search',
      'storage',
      'unlimitedStorage',
    ]);
  });

  it('lets pages reach one file only', () => {
    const resources: { resources: string[] }[] = manifest().web_accessible_resources;
    expect(resources.flatMap((entry) => entry.resources)).toEqual(['popover.html']);
    expect(manifest().externally_connectable).toBeUndefined();
  });

  it('puts little into a page: no library, no interface, no announcement', () => {
    const script = read('article.js');
    expect(statSync(path.join(folder, 'article.js')).size).toBeLessThanOrEqual(contentScriptBudget);
    for (const foreign of ['indexedDB', 'postMessage', 'content-script-started', '__preact']) {
      expect(script.includes(foreign) ? foreign : null).toBeNull();
    }
  });

  it('runs no code from text', () => {
    const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.js'),
    );
    const found = scripts.filter((file) => /\beval\(|new Function\(|import\(["'`]https?:/.test(read(file)));
    expect(found).toEqual([]);
  });
});
