import browser from 'webextension-polyfill';
import { changeSettings, readSettings } from '@/lib/app/settings';
import { importAlarm, rebuildAlarm } from './long-work';
import type { Services } from './services';
import { soon } from './soon';
import { tidyAlarm } from './tidying';
import { openPopup, putMenu } from './toolbar';

/** What is done when the browser starts, installs, grants, rings an alarm; when a tab goes, and when the reader chooses a menu or a key. */
export function listenToBrowser({
  say,
  reports,
  tokens,
  tidy,
  rounds,
  alarm,
  sites,
  imports,
  retention,
  rebuild,
  late,
  feeds,
  packs,
}: Services): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    soon(putMenu(say));
    soon(sites.startAgain({ openPages: true }));
    soon(alarm.reschedule());
    soon(welcome());
    soon(packs.schedule());
    // A newer version may make the index another way, and has emptied it then.
    if (reason === 'update') soon(rebuild.share());
  });
  browser.runtime.onStartup.addListener(() => {
    soon(sites.startAgain({ openPages: false }));
    soon(alarm.reschedule());
    soon(packs.schedule());
  });
  browser.permissions.onAdded.addListener(() => {
    soon(sites.permissionsAdded());
    soon(feeds.permissionsAdded());
  });
  browser.permissions.onRemoved.addListener(() => soon(sites.permissionsRemoved()));
  browser.tabs.onRemoved.addListener((tabId) =>
    soon(Promise.all([reports.forget(tabId), tokens.forget(tabId)])),
  );
  browser.contextMenus.onClicked.addListener(({ menuItemId }) => soon(openPopup({ item: menuItemId })));
  browser.alarms.onAlarm.addListener((rung) => {
    soon(tidy.onAlarm(rung));
    if (rung.name === importAlarm) soon(imports.resume());
    if (rung.name === rebuildAlarm) soon(rebuild.share());
    if (rung.name === tidyAlarm) soon(Promise.all([retention.daily(), late.again()]));
    soon(alarm.onAlarm(rung, rounds));
    soon(packs.onAlarm(rung));
  });
  browser.commands.onCommand.addListener((command) => soon(openPopup({ item: command })));
}

/** Opens the welcome page once, after the first installation. */
async function welcome(): Promise<void> {
  if ((await readSettings()).welcomed) return;
  await changeSettings((settings) => ({ ...settings, welcomed: true }));
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
