// The polyfill knows no `search.query`.
import { browser } from 'wxt/browser';
import { type Answers, type Asker, type FeedChoice, ReaderProblem } from '@/lib/app/messaging';
import { changeSettings, readSettings } from '@/lib/app/settings';
import { outletOf } from '@/lib/core/article';
import { readAnatomy } from '@/lib/core/provenance';
import { rarestRun } from '@/lib/core/report';
import { isPrivateAddress } from '@/lib/corpus/sources/fetching';
import { comparedTexts } from './compared-texts';
import type { HeldPages } from './held-pages';
import type { Pages } from './pages';
import { reportedIn } from './reported';
import { forgetRowChoices, keepRowChoices, readRowChoices } from './row-choices';
import type { Services } from './services';
import { toldText } from './told-text';

/** Who answers which question. Who may ask it is told in `messaging/questions.ts`. */
export function answersOf({
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
}: Services): Answers {
  async function andChanged<T>(work: Promise<T>): Promise<T> {
    const done = await work;
    await changed();
    return done;
  }

  return {
    pageRead: (asker, page) => pages.read(inPage(asker), page),
    passedBy: (asker, because) => pages.passedBy(inPage(asker), because),
    bringOverlay: (asker) => popover.bringOverlay(inPage(asker).tabId),
    openPopover: (asker) => popover.open(inPage(asker).tabId),
    pageGone: (asker, how) => pages.gone(inPage(asker), how),

    redeem: (asker, token) => popover.redeem(asker, token),
    showInPage: (asker, tabId, match) => popover.showPassages(asker, tabId, match),
    showPart: (asker, tabId, part) => popover.showPart(asker, tabId, part),
    showSpan: (asker, tabId, span) => popover.showSpan(asker, tabId, span),
    toldText: (asker, tabId, articleId) => toldText({ pages, held, library }, asker, tabId, articleId),
    rowChoices: () => readRowChoices(),
    keepRowChoices: (_, choices) => keepRowChoices(choices),
    closePopover: (asker, tabId) => popover.close(asker, tabId),
    openLink: (_, url) => popover.openLink(url),
    openComparison: (asker, tabId, articleId) => popover.openComparison(asker, tabId, articleId),
    openShare: (asker, tabId) => popover.openShare(asker, tabId),

    look: (_, tabId) => pages.look(tabId),
    showOnPage: (_, tabId) => popover.show(tabId),
    holdPage: (_, tabId) => andChanged(holdPage(pages, held, tabId)),
    heldPages: () => held.list(),
    releaseHeldPage: (_, id) => andChanged(held.release(id)),
    keptHere: async (_, tabId) => kept.here(await shownPage(pages, tabId)),
    setKeepPages: (_, keepPages) => changeSettings((settings) => ({ ...settings, keepPages })),
    setLateAnswers: async (_, on) => {
      if (!on) await late.forget();
      return changeSettings((settings) => ({ ...settings, lateAnswers: on }));
    },
    lateAnswers: () => late.list(),
    dismissLateAnswer: (_, id) => late.dismiss(id),
    rarestRun: async (_, tabId) => {
      const { reading } = await shownPage(pages, tabId);
      return reading && rarestRun(reading, readAnatomy(reading));
    },
    searchWeb: async (_, run) => {
      await browser.search.query({ text: `"${run}"`, disposition: 'NEW_TAB' });
    },
    setHostOff: (_, host, off) => sites.setHostOff(host, off),
    comparison: (_, tabId, articleId) => comparedTexts({ pages, held, library }, tabId, articleId),
    finding: (_, tabId) => findingOf(pages, tabId),

    settings: () => readSettings(),
    setCueMode: (_, cueMode) => changeSettings((settings) => ({ ...settings, cueMode })),
    setOutletEdits: (_, outletEdits) =>
      andChanged(changeSettings((settings) => ({ ...settings, outletEdits }))),
    setMinWords: (_, minWords) => andChanged(changeSettings((settings) => ({ ...settings, minWords }))),
    watch: (_, patterns) => sites.watch(patterns),
    unwatch: (_, patterns) => sites.unwatch(patterns),

    libraryCounts: () => library.counts(),
    acknowledgeLoss: async () => {
      await feeds.readAgain();
      return library.acknowledgeLoss();
    },
    searchLibrary: (_, query, filter) => library.search(query, filter ?? undefined),
    previewImport: (_, staged, columns) => imports.preview(staged, columns),
    beginImport: (_, files) => imports.begin(files),
    imports: () => imports.list(),
    cancelImport: (_, number) => imports.cancel(number),
    undoImport: (_, number) => imports.undo(number),
    forgetImport: (_, number) => imports.forget(number),
    retentionDryRun: (_, rule) => retention.dryRun(rule),
    keepTo: (_, rule) => retention.keepTo(rule).then(library.counts),
    libraryHealth: () => library.health(),
    rebuildIndex: () => rebuild.start(),
    rebuilding: () => rebuild.share(),
    deleteArticle: (_, ref) => andChanged(library.deleteArticle(ref)),
    deleteOutlet: (_, outlet) => andChanged(library.deleteOutlet(outlet)),
    deleteAll: () => andChanged(forgetRowChoices().then(packs.forgetAll).then(library.deleteAll)),
    exportPart: (_, cursor) => library.exportPart(cursor),
    backupFiles: () => backup.files(),
    backupPart: (_, cursor) => backup.part(cursor),
    backupDone: () => backup.done(),
    backupNote: () => backup.note(),
    restoreSettings: (_, stored) => backup.restoreSettings(stored),
    undoSettings: () => backup.undoSettings(),

    packs: () => packs.list(),
    previewPack: (_, address) => packs.preview(address),
    addPack: (_, address) => packs.add(address),
    updatePack: (_, name) => packs.updateNow(name),
    removePack: (_, name) => packs.remove(name),
    offerPack: (_, manifest, signature) => packs.offer(manifest, signature),
    sendPackFile: (_, name, file, bytes) => packs.receive(name, file, bytes),
    exportSelection: (_, selection, cursor) => library.exportSelection(selection, cursor),
    endPackFile: (_, name, whole) => packs.end(name, whole),

    feeds: () => feeds.list(),
    followFeeds: (_, chosen, typed) => feeds.follow(chosen, typed),
    unfollowFeeds: (_, urls) => feeds.unfollow(urls),
    setFullText: (_, url, on) => feeds.setFullText(url, on),
    checkFeeds: (_, urls) => feeds.check(urls),
    findFeeds: (_, address, follow) => feeds.find(address, follow),
    findMovedFeed: (_, url) => feeds.findMoved(url),
    moveFeed: (_, url) => feeds.move(url),
    readOpml: (_, text) => feeds.readOpml(text),
    writeOpml: () => feeds.writeOpml(),
    feedsOfPage: (_, tabId) => feedsOfPage(pages, tabId),

    requests: () => requests.list(),
    clearRequests: () => requests.clear().then(requests.list),
  };
}

/** The table of questions lets only content scripts ask these; this says the same to the types. */
function inPage(asker: Asker): Extract<Asker, { kind: 'page' }> {
  if (asker.kind !== 'page') throw new ReaderProblem('problem_misunderstood');
  return asker;
}

/** The feeds the page names; an outlet of the table goes by its name there, any other by what the page calls itself. */
async function feedsOfPage(pages: Pages, tabId: number): Promise<FeedChoice[]> {
  const reading = (await pages.reportOf(tabId))?.reading;
  if (!reading) return [];
  const { article, metadata } = reading;
  const outlet = outletOf(metadata.siteName ?? metadata.publisher, article.url);
  return metadata.feeds
    .filter(({ href }) => !isPrivateAddress(href))
    .map(({ href }) => ({ url: href, name: outlet?.name ?? new URL(href).hostname, folder: [] }));
}

/** The page of a tab as it was read last. */
async function shownPage(pages: Pages, tabId: number) {
  const report = await pages.reportOf(tabId);
  if (report === null) throw new ReaderProblem('problem_not_read');
  return report;
}

async function holdPage(pages: Pages, held: HeldPages, tabId: number) {
  const report = await pages.reportOf(tabId);
  if (!report?.reading) throw new ReaderProblem('problem_not_read');
  if (report.privateTab) throw new ReaderProblem('problem_private_hold');
  return held.hold(report.reading);
}

/** A tab's report with the text it speaks of. A full page would be remembered, so there is none of private windows. */
async function findingOf(pages: Pages, tabId: number) {
  const known = await reportedIn(pages, tabId);
  if (known === null || known.privateTab) return null;
  return { report: known.report, text: known.reading.article.text };
}
