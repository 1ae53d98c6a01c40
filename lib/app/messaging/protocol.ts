import type { NotAnArticle, OutletEdit, Span } from '@/lib/core/article';
import type { RowChoices } from '@/lib/core/framing';
import type { Report, ReportOutcome } from '@/lib/core/report/types';
import type { GatheredPage } from '@/lib/page';
import type { FeedChoice, FollowedFeed, FoundFeeds, LoggedRequest } from './shapes/feeds';
import type { ImportColumns, ImportFile, ImportJob, ImportPreview } from './shapes/imports';
import type {
  BackupNote,
  LibraryCounts,
  LibraryHealth,
  LibraryHit,
  RetentionPreview,
  RetentionRule,
  SearchFilter,
} from './shapes/library';
import type { PackAnswer, PackPreview, PackSelection, SubscribedPack } from './shapes/packs';
import type { ComparedTexts, HeldPage, KeptHere, LateAnswer, TabStatus, ToldText } from './shapes/pages';
import type { CueMode, Settings } from './shapes/settings';

/**
 * Questions any of our contexts may put to the background, and what it answers. The whole conversation is in this file.
 * The background checks the sender of each: `page` questions may come from a content script,
 * all others only from our own pages (popup, options, welcome, comparison, popover frame).
 */
export interface BackgroundAnswers {
  /** page · Here is what the content script gathered; the answer says whether to show the in-page mark, and nothing else. */
  pageRead(page: GatheredPage): { cue: boolean };
  /** page · The gate let this page of a watched site pass by unread, and why; the toolbar button says so. */
  passedBy(because: NotAnArticle): void;
  /** page · The mark is to be shown: put the script that shows it into this page. */
  bringOverlay(): void;
  /** page · The reader clicked the mark (a trusted click): a one-time token for the popover frame. */
  openPopover(): { token: string };
  /** page · The page went away, or became another one in place; its report is no longer the tab's. */
  pageGone(how: 'left' | 'in-place'): void;

  /** popover · Redeem the one-time token for this tab's report. A wrong token is refused and the frame stays blank. */
  redeem(token: string): { outcome: ReportOutcome; tabId: number } | null;
  /** popover · Show these passages (spans of the page's text, by index of the match) in the page. */
  showInPage(
    tabId: number,
    match: { articleId: string; passage: number | null },
  ): { placed: number; of: number };
  /** popover · Show one part of the page's anatomy in the page. */
  showPart(tabId: number, part: number): { placed: boolean };
  /** popover · Show a span of the page's text in the page. */
  showSpan(tabId: number, span: Span): { placed: boolean };
  /** popover, comparison · The text of the page (`null`) or of one match, for comparing how it is told; `null` where none is held. */
  toldText(tabId: number, articleId: string | null): ToldText | null;
  /** popover, comparison · What the reader changed in actor tables. */
  rowChoices(): RowChoices;
  /** comparison · Keep what the reader changed in actor tables, in this browser. */
  keepRowChoices(choices: RowChoices): RowChoices;
  /** popover · Close the popover of this tab; focus returns to where it was. */
  closePopover(tabId: number): void;
  /** popover, popup · Open an http(s) address in a new tab, without referrer. */
  openLink(url: string): void;
  /** popover, popup · Open the comparison page for one match of a tab's report, or a held page, beside that tab. */
  openComparison(tabId: number, articleId: string): void;
  /** popover, popup, comparison · Open the page on which a tab's report is made into a file to pass on. */
  openShare(tabId: number): void;

  /** popup · Status of a tab; looks at it if nothing is known and `activeTab` allows. */
  look(tabId: number): TabStatus;
  /** popup · Open the popover over the page of a tab that was looked at. */
  showOnPage(tabId: number): { shown: boolean };
  /** popup · Keep this tab's text in memory for the browser session, to compare other pages with. */
  holdPage(tabId: number): HeldPage;
  heldPages(): HeldPage[];
  releaseHeldPage(id: string): HeldPage[];
  /** popup · Whether this tab's page is kept. */
  keptHere(tabId: number): KeptHere;
  setKeepPages(keepPages: Settings['keepPages']): Settings;
  /** options · Turning it off forgets the pages that wait and what was found. */
  setLateAnswers(on: boolean): Settings;
  lateAnswers(): LateAnswer[];
  dismissLateAnswer(id: string): LateAnswer[];
  /** popup · The rarest ten words in a row of this tab's page, to search the web for; `null` when there are none. */
  rarestRun(tabId: number): string | null;
  /** popup · Search for these words with the reader's own search engine, in a new tab. */
  searchWeb(run: string): void;
  /** popup · Switch Refrain off or on for a host. */
  setHostOff(host: string, off: boolean): Settings;
  /** comparison · The tab's report with both texts, for one match or held page. */
  comparison(tabId: number, articleId: string): ComparedTexts | null;

  /** share · The tab's report with the page's text, of which short quotations are made. */
  finding(tabId: number): { report: Report; text: string } | null;

  settings(): Settings;
  setCueMode(mode: CueMode): Settings;
  /** options · How many words two texts must share from now on; reports are made anew when they are next looked at. */
  setMinWords(words: number): Settings;
  /** Outlets renamed, merged or given an owner by the reader; all of them, in the order they are to apply. */
  setOutletEdits(edits: OutletEdit[]): Settings;
  /**
   * popup, options, welcome · Watch these host patterns (`sitePatterns(url)`) from now on. Those not granted yet are
   * remembered for two minutes and watched as soon as the browser grants them: a popup is closed by the
   * browser's own prompt, so it asks this first (without waiting) and then requests the permission.
   */
  watch(patterns: string[]): Settings;
  unwatch(patterns: string[]): Settings;

  libraryCounts(): LibraryCounts;
  /** options · The reader has read that the browser lost the library. */
  acknowledgeLoss(): LibraryCounts;
  /** popup, options · Best first. */
  searchLibrary(query: string, filter: SearchFilter | null): LibraryHit[];
  /** options · What importing a staged file would do, with these columns of a table, or those guessed. */
  previewImport(staged: number, columns: ImportColumns | null): ImportPreview;
  /** options · Import staged files, in the background. This and the next answer with all imports, newest first. */
  beginImport(files: ImportFile[]): ImportJob[];
  imports(): ImportJob[];
  /** options · Stop; what came so far stays. */
  cancelImport(number: number): ImportJob[];
  /** options · Take out what an import brought, and put back what it replaced. */
  undoImport(number: number): ImportJob[];
  /** options · Take an ended import off the list. Its articles stay. */
  forgetImport(number: number): ImportJob[];
  /** options · What a rule would take out; nothing is changed. */
  retentionDryRun(rule: RetentionRule): RetentionPreview;
  /** options · Keep to this rule from now on, and take out at once what goes by it. */
  keepTo(rule: RetentionRule): LibraryCounts;
  libraryHealth(): LibraryHealth;
  /** options · Make the index anew from the articles, in the background. Both answer with the share done; `null` when it is whole. */
  rebuildIndex(): number | null;
  rebuilding(): number | null;
  deleteArticle(ref: number): LibraryCounts;
  deleteOutlet(outlet: string): LibraryCounts;
  deleteAll(): LibraryCounts;
  /** options · The whole library as JSON Lines, in parts small enough for a message; `next` is `null` at the end. */
  exportPart(cursor: number): { jsonl: string; next: number | null };
  /** options · What goes into a backup beside the articles: settings, feeds, outlets, packs. */
  backupFiles(): { name: string; text: string }[];
  /** options · The reader's own articles as JSON Lines, in parts; `next` is `null` at the end. */
  backupPart(cursor: number): { jsonl: string; next: number | null };
  /** options · A backup was saved now. */
  backupDone(): BackupNote;
  backupNote(): BackupNote;
  /** options · Take up the settings of a backup, but for the sites that are watched; and go back to those before. */
  restoreSettings(stored: unknown): Settings;
  undoSettings(): Settings;

  packs(): SubscribedPack[];
  /** options, welcome · Look at the pack at an address (its folder, its manifest, or `bundled:demo`, `bundled:starter`). */
  previewPack(address: string): PackPreview | { refused: string };
  /** options, welcome · Subscribe to a pack, and take it at once. */
  addPack(address: string): PackAnswer;
  updatePack(name: string): SubscribedPack[];
  /** options · Remove a pack with all articles that came with it. */
  removePack(name: string): SubscribedPack[];
  /** options · A pack that came as a file begins: manifest and signature in base64. Answers which of its files to send. */
  offerPack(
    manifest: string,
    signature: string | null,
  ): { name: string; wanted: string[] } | { refused: string };
  /** options · One file of an offered pack, in base64. */
  sendPackFile(name: string, file: string, bytes: string): { refused: string | null };
  /** options · All files of an offered pack are sent (`whole`), or it is given up. */
  endPackFile(name: string, whole: boolean): SubscribedPack[];
  /** options · As `exportPart`, of a part of the library. */
  exportSelection(selection: PackSelection, cursor: number): { jsonl: string; next: number | null };

  /** options, welcome · The outlets followed. */
  feeds(): FollowedFeed[];
  /**
   * popup, options, welcome · Follow these feeds. Those whose origin is not granted yet are remembered for two minutes and
   * followed as soon as the browser grants it. Addresses within the reader's own network only if `typed` by the reader.
   */
  followFeeds(feeds: FeedChoice[], typed: boolean): FollowedFeed[];
  unfollowFeeds(urls: string[]): FollowedFeed[];
  setFullText(url: string, on: boolean): FollowedFeed[];
  /** Ask these feeds now, or all (`null`); answers at once. */
  checkFeeds(urls: string[] | null): FollowedFeed[];
  /** options · The feeds at an address, whose site must be granted. `follow`: go where it leads. */
  findFeeds(address: string, follow: boolean): FoundFeeds;
  /** options · Look where a moved feed is now, and follow it there. */
  findMovedFeed(url: string): FollowedFeed[];
  moveFeed(url: string): FollowedFeed[];
  readOpml(text: string): { feeds: FeedChoice[]; notTaken: number };
  writeOpml(): string;
  /** popup · Feeds that the page of a tab names, as far as it was looked at. */
  feedsOfPage(tabId: number): FeedChoice[];

  /** options · Every request the extension made and still remembers, newest first. */
  requests(): LoggedRequest[];
  clearRequests(): LoggedRequest[];
}

/** What the background tells a content script. */
export interface PageOrders {
  /** The reader asks: gather the page now, whatever the gate says of it. */
  look(): GatheredPage;
  /** Show the popover frame with this token (the reader asked from the popup). */
  showPopover(token: string): { shown: boolean };
  closePopover(): void;
  /**
   * Highlight these passages, each as quotations of its paragraphs with a little text before and after. Answers of how many
   * passages something was found. The first is scrolled to.
   */
  highlight(passages: { exact: string; prefix: string; suffix: string }[][]): { placed: number };
}
