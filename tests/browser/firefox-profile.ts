import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The extension's id by its manifest, and the origin of its pages that the profile fixes for it. */
export const geckoId = 'refrain@refrain.example';
export const ownOrigin = 'moz-extension://5f0c3a52-8a55-4f0e-9b0c-2b6c1d7e4a90';

/** Where made-up hosts lead: all named ones to this machine, or everything in `.example` to one port of it. */
export type MadeUpHosts = readonly string[] | { port: number };

function waysTo(hosts: MadeUpHosts): Record<string, string | number> {
  if (!('port' in hosts)) return { 'network.dns.localDomains': hosts.join(',') };
  const script = `function FindProxyForURL(url, host) { return dnsDomainIs(host, ".example") ? "PROXY 127.0.0.1:${hosts.port}" : "DIRECT"; }`;
  return {
    'network.proxy.type': 2,
    'network.proxy.autoconfig_url': `data:application/x-ns-proxy-autoconfig,${encodeURIComponent(script)}`,
  };
}

/** Preferences of the throw-away profile: made-up hosts lead here, no first-run pages, no calls home. */
function preferences(hosts: MadeUpHosts): Record<string, string | boolean | number> {
  return {
    ...waysTo(hosts),
    'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: new URL(ownOrigin).hostname }),
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.page': 0,
    'browser.aboutwelcome.enabled': false,
    'browser.startup.homepage_override.mstone': 'ignore',
    'startup.homepage_welcome_url': '',
    'datareporting.policy.dataSubmissionEnabled': false,
    'toolkit.telemetry.enabled': false,
    'app.normandy.enabled': false,
    'app.update.enabled': false,
    'extensions.update.enabled': false,
    'extensions.systemAddon.update.enabled': false,
    'browser.safebrowsing.malware.enabled': false,
    'browser.safebrowsing.phishing.enabled': false,
    'browser.safebrowsing.downloads.remote.enabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'services.settings.server': 'data:,none',
    'dom.security.https_first': false,
  };
}

/** Makes a throw-away profile in which made-up hosts lead to this machine, and gives its folder. */
export function firefoxProfile(hosts: MadeUpHosts): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'refrain-firefox-'));
  const lines = Object.entries(preferences(hosts)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(path.join(folder, 'user.js'), `${lines.join('\n')}\n`);
  return folder;
}
