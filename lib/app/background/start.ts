import browser from 'webextension-polyfill';
import { feedRounds } from '@/lib/app/feeds';
import { importJobs } from '@/lib/app/imports';
import { browserSay } from '@/lib/app/language';
import { listenForQuestions, rateLimit } from '@/lib/app/messaging';
import { requestGate, requestLog } from '@/lib/app/requests';
import { changeSettings, readSettings } from '@/lib/app/settings';
import type { FeedDeps } from '@/lib/corpus/sources/feeds';
import { openLibrary, stagedFiles } from '@/lib/corpus/store';
import { paragraphsOfHtml } from '@/lib/page/html-text';
import { normalAddress } from '@/lib/page/judge/addresses';
import { readHtml } from '@/lib/page/read-html';
import { answersOf } from './answers';
import { backupDesk } from './backup-desk';
import { pageComparer } from './compare-page';
import { corpora } from './corpora';
import { feedAlarm } from './feed-alarm';
import { feedsDesk } from './feeds-desk';
import { corpusState } from './freshness';
import { heldPages } from './held-pages';
import { indexRebuild } from './index-rebuild';
import { keptPages } from './kept-pages';
import { lateAnswers } from './late-answers';
import { importDeps, libraryDesk } from './library-desk';
import { importAlarm, openQuestions, rebuildAlarm, stayingAwake } from './long-work';
import { packs as packsOfLibrary, subscriptions } from './packs';
import { pages as pagesInTabs } from './pages';
import { popover as popoverOverPages } from './popover';
import { retentionDesk } from './retention-desk';
import { sentences } from './sentences';
import { sites as watchedSites } from './sites';
import { type TabReport, tabReports } from './tab-reports';
import { tidyAlarm, tidying } from './tidying';
import { popoverTokens } from './tokens';
import { openPopup, putMenu } from './toolbar';

/** A page asks once or twice; thirty pages gone through in one tab without a pause are still answered. */
const rate = { perSecond: 5, burst: 30 };

/**
 * Sets the background up. Everything here runs in the first turn of the worker, because the browser hands a waiting event
 * only to listeners that are there by then; whatever takes time is done when somebody asks.
 */
export function startBackground(): void {
  const say = browserSay();
  const now = () => new Date();
  const sentenceFor = sentences(say, log);
  const reports = tabReports();
  const asking = openQuestions();
  const state = corpusState();
  const held = heldPages(now);
  const tokens = popoverTokens();
  const sites = watchedSites(Date.now);
  const library = libraryDesk(now, (deps) => openLibrary({ ...deps, questions: asking }));
  const requests = requestLog(now);
  const subscribed = subscriptions();
  const comparer = pageComparer({
    openLibrary: library.open,
    corporaFor: corpora(library, held, subscribed.outlets),
    now,
    minWords: async () => (await readSettings()).minWords,
    sentenceFor,
  });
  const kept = keptPages(library);
  const late = lateAnswers({ compare: comparer.compare, now });
  const keepOrWait = async (report: TabReport) => {
    if (report.reading !== null) await late.checked(report.reading, report.outcome, report.privateTab);
    // Its own report stays as it is: a page is never compared with itself.
    if (await kept.keep(report)) await tidy.soon();
  };
  const tidy = tidying(library);
  const pages = pagesInTabs({
    reports,
    comparer,
    state,
    sites,
    say,
    onCompared: (report) => soon(keepOrWait(report)),
  });
  const popover = popoverOverPages(pages, tokens);
  const changed = () => Promise.all([state.changed(), tidy.soon()]);
  const gate = requestGate({
    fetch: (...request) => fetch(...request),
    log: requests,
    isGranted: (pattern) => browser.permissions.contains({ origins: [pattern] }),
  });
  const rounds = feedRounds({
    gate,
    take: library.takeFromFeed,
    changed,
    feedDeps: () => feedDeps(now()),
    now: Date.now,
    random: Math.random,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  const alarm = feedAlarm(Date.now);
  const feeds = feedsDesk({
    rounds,
    gate,
    feedDeps: () => feedDeps(now()),
    now,
    reschedule: alarm.reschedule,
    soon,
  });
  const packs = packsOfLibrary({
    shelf: library.packs,
    subscriptions: subscribed,
    fetch: (wanted) => gate({ ...wanted, why: 'pack' }),
    now,
    random: Math.random,
    pause,
    changed,
  });
  const imports = importJobs({
    openLibrary: library.open,
    staged: stagedFiles,
    importDeps: importDeps(now),
    now,
    pace: asking,
    changed,
    stayAwake: stayingAwake(importAlarm),
    sentenceFor,
  });
  const backup = backupDesk({
    openLibrary: library.open,
    writeOpml: async () => ((await feeds.list()).length === 0 ? null : feeds.writeOpml()),
    packs: packs.list,
    now,
  });
  const retention = retentionDesk({ openLibrary: library.open, now, changed });
  const rebuild = indexRebuild({
    openLibrary: library.open,
    stayAwake: stayingAwake(rebuildAlarm),
    changed,
  });
  const answers = answersOf({
    pages,
    popover,
    held,
    sites,
    library,
    imports,
    retention,
    rebuild,
    kept,
    late,
    backup,
    feeds,
    packs,
    requests,
    changed,
  });

  listenForQuestions({
    answers,
    mayAsk: rateLimit(rate, Date.now),
    sentenceFor,
    onAnswering: asking.began,
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    putMenu(say);
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

/** Lets whatever else waits for the worker have its turn. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Work that nobody waits for; what goes wrong in it is written for developers. */
function soon(work: Promise<unknown>): void {
  work.catch(log);
}

function log(error: unknown): void {
  console.error('Refrain:', error);
}

/** How the background reads what feeds and the pages behind them hold. */
function feedDeps(now: Date): FeedDeps {
  return {
    readHtml: (html, url) => readHtml(html, { url, now: now.getTime() }),
    paragraphsOfHtml,
    normalAddress,
    now,
    pause,
  };
}
