import browser from 'webextension-polyfill';
import { feedRounds } from '@/lib/app/feeds';
import { importJobs } from '@/lib/app/imports';
import { browserSay } from '@/lib/app/language';
import { requestGate, requestLog } from '@/lib/app/requests';
import { readSettings } from '@/lib/app/settings';
import type { FeedDeps } from '@/lib/corpus/sources/feeds';
import { openLibrary, stagedFiles } from '@/lib/corpus/store';
import { paragraphsOfHtml } from '@/lib/page/html-text';
import { normalAddress } from '@/lib/page/judge/addresses';
import { readHtml } from '@/lib/page/read-html';
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
import { log, soon } from './soon';
import { type TabReport, tabReports } from './tab-reports';
import { tidying } from './tidying';
import { popoverTokens } from './tokens';

/** Makes the parts of the background and hands each what it needs of the others. Nothing is asked of the browser or the library yet. */
export function services() {
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

  return {
    say,
    sentenceFor,
    asking,
    reports,
    tokens,
    tidy,
    rounds,
    alarm,
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
    /** The library or the held pages changed: reports are made anew when they are next looked at. */
    changed,
  };
}

export type Services = ReturnType<typeof services>;

/** Lets whatever else waits for the worker have its turn. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
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
