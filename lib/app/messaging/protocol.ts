import type { Article, NotAnArticle, OutletEdit, Span } from '@/lib/core/article';
import type { RowChoices } from '@/lib/core/framing';
import type { Credit, PageAnatomy } from '@/lib/core/provenance/types';
import type { Report, ReportOutcome } from '@/lib/core/report/types';
import type { FeedTrouble } from '@/lib/corpus/sources/feeds/schedule';
import type { GatheredPage } from '@/lib/page';

/** When the in-page mark is shown on watched sites. */
export type CueMode = 'when-found' | 'always' | 'never';

/** What the toolbar popup shows for a tab: seven states, told apart by icon shape and words. */
export type TabStatus =
  | { state: 'off-here'; host: string }
  | { state: 'no-access'; host: string }
  | { state: 'not-an-article'; because: NotAnArticle }
  | { state: 'checking' }
  | { state: 'none'; outcome: ReportOutcome }
  | { state: 'found'; outcome: ReportOutcome; outlets: number }
  | { state: 'error'; message: string };

export interface HeldPage {
  id: string;
  title: string | null;
  outlet: string | null;
  url: string | null;
  words: number;
  heldAt: string;
}

export interface LibraryCounts {
  articles: number;
  headlineOnly: number;
  fingerprintOnly: number;
  /** About what all of it takes on disk, and the same by kind. */
  bytes: number;
  parts: { texts: number; headlines: number; revisions: number; packs: number; fingerprints: number };
  oldest: string | null;
  newest: string | null;
  /** `key` tells two outlets of one name apart. */
  outlets: { outlet: string; key: string; articles: number }[];
  /** Set when the browser lost the library: how many articles it had, and when they were last known (ISO). */
  lost?: { had: number; on: string } | null;
}

/** A record that could not be taken: where it stands, and what to do about it. */
interface Refusal {
  where: string;
  why: string;
}

/** Which column of a table holds what, counted from 0. */
export type ImportColumns = Partial<
  Record<'id' | 'url' | 'title' | 'text' | 'outlet' | 'byline' | 'published' | 'summary' | 'language', number>
>;

/** A file to import: `staged` is its number where the page put it for the background to read. */
export interface ImportFile {
  staged: number;
  name: string;
  bytes: number;
  /** Where the reader chose them anew; else they are guessed. */
  columns: ImportColumns | null;
  /** Records that this library wrote itself: what they say of their coming is kept. */
  restored?: boolean | undefined;
}

/** What importing a file would do. Nothing is stored for it. */
export interface ImportPreview {
  name: string;
  bytes: number;
  /** For a table: its columns, each with what the first row has there, and what they are taken for. */
  table: { columns: { name: string; sample: string }[]; map: ImportColumns } | null;
  /** Records in the file; `more`: there are more, the count was stopped. */
  records: number;
  more: boolean;
  /** The first so many were read in full. The counts below are of these. */
  looked: number;
  articles: number;
  /** Their id is in the library. */
  held: number;
  /** Nearly all of their words stand in another article. */
  near: number;
  /** Crawled pages that are no articles. */
  passedOver: number;
  refusals: number;
  refused: Refusal[];
  /** The first articles, as they would be held. */
  rows: { title: string | null; outlet: string | null; published: string | null; words: number }[];
}

/** An import under way or at its end. */
export interface ImportJob {
  number: number;
  /** ISO moment. */
  began: string;
  state: 'running' | 'done' | 'cancelled' | 'failed' | 'undoing';
  names: string[];
  added: number;
  revised: number;
  unchanged: number;
  near: number;
  passedOver: number;
  refusals: number;
  /** The first of them. */
  refused: Refusal[];
  /** What stopped it, in words. */
  problem: string | null;
  /** Read so far, 0 to 1, by bytes. */
  share: number;
  secondsLeft: number | null;
}

/** What a search of the library is narrowed to; `null` narrows nothing. */
export interface SearchFilter {
  /** Key of an outlet. */
  outlet: string | null;
  /** ISO days, inclusive. */
  from: string | null;
  to: string | null;
  kind: 'text' | 'headline-only' | 'fingerprint-only' | null;
}

export interface LibraryHit {
  ref: number;
  title: string | null;
  outlet: string | null;
  url: string | null;
  published: string | null;
}

/** A feed to follow, as the reader chose it. */
export interface FeedChoice {
  url: string;
  name: string;
  /** Folder of an OPML file, outermost first. */
  folder: string[];
}

/** A followed feed and how it is doing; moments are ISO. */
export interface FollowedFeed extends FeedChoice {
  /** Whether the full text behind a summary is fetched. */
  fullText: boolean;
  /** Whether it was asked at all yet. */
  asked: boolean;
  trouble: FeedTrouble | null;
  /** When it last worked. */
  worked: string | null;
  /** When it is asked next; `null` while it waits for the reader. */
  next: string | null;
  /** Articles of it that were new to the library. */
  kept: number;
  /** Articles whose full text is still to be fetched. */
  waiting: number;
  /** Hosts its articles are on. */
  articleHosts: string[];
  /** Where it has moved, once that was looked for. */
  movedTo: string | null;
}

/** What stands at an address: feeds (perhaps none), or a way to somewhere else. */
export type FoundFeeds =
  | { status: 'found'; feeds: { url: string; title: string | null }[] }
  | { status: 'redirected' };

/** When a backup was saved last, and how many articles there are more since. */
export interface BackupNote {
  on: string | null;
  since: number;
  /** Whether it is time for another. */
  due: boolean;
}

/** What a pack says of itself, and what was found out about it. Days are ISO. */
export interface PackFacts {
  kind: 'full-text' | 'evidence' | 'fingerprint-only';
  title: string | null;
  home: string | null;
  licence: string | null;
  language: string | null;
  created: string | null;
  expires: string | null;
  articles: number;
  outlets: number;
  oldest: string | null;
  newest: string | null;
  /** Of its articles, as they are fetched. */
  bytes: number;
  /** `unchecked`: it is signed, and this browser cannot check it. */
  signature: 'none' | 'good' | 'unchecked';
  signer: string | null;
  /** Folders that are asked when its own does not answer. */
  mirrors: string[];
}

/** A pack looked at before anything of it is stored. */
export interface PackPreview {
  address: string;
  facts: PackFacts;
  /** Whether it is in the reader's list already. */
  held: boolean;
}

/** A part of the library to make a pack of. Articles that came in packs are never in it. */
export interface PackSelection {
  /** Names of outlets as `libraryCounts` lists them; none means all. */
  outlets: string[];
  /** ISO days, inclusive; an open end is `null`. */
  from: string | null;
  to: string | null;
}

/** A pack in the reader's list. Moments are ISO. */
export interface SubscribedPack {
  name: string;
  /** Its folder on the web, `bundled:…`, or `null` for one that came as a file. */
  address: string | null;
  added: string;
  lastTry: string | null;
  lastUpdate: string | null;
  /** Why the last try failed, in words. */
  failure: string | null;
  next: string | null;
  /** Of what is held; `null` while the first of it is coming. */
  facts: PackFacts | null;
  /** Files of a new state that are there, of how many. */
  coming: { there: number; of: number } | null;
}

/** The list after a change, and why the change was not made, if it was not. */
export interface PackAnswer {
  packs: SubscribedPack[];
  refused: string | null;
}

/** One request the extension made. */
export interface LoggedRequest {
  /** ISO moment it was sent. */
  at: string;
  why: 'feed' | 'find-feed' | 'moved-feed' | 'article' | 'pack';
  url: string;
  ended: 'no-answer-yet' | 'answered' | 'redirected' | 'too-large' | 'too-slow' | 'unreachable';
  /** HTTP status; `null` where there was no answer, or one that browsers do not show (a redirect). */
  code: number | null;
  /** Bytes of body received, after any compression was undone. */
  bytes: number;
}

/** So many articles at most, none older than so many days; `null` sets no limit. */
interface RetentionLimit {
  articles: number | null;
  days: number | null;
}

/** What the library keeps; articles of packs are not under it. */
export interface RetentionRule {
  overall: RetentionLimit;
  /** By key of the outlet. */
  outlets: Record<string, RetentionLimit>;
  /** Older revisions of each article; `null` keeps all. */
  revisions: number | null;
}

/** What a rule would take out; days are ISO. */
export interface RetentionPreview {
  articles: number;
  revisions: number;
  bytes: number;
  oldest: string | null;
  newest: string | null;
  /** Most first; `null` for articles that state no outlet. */
  outlets: { outlet: string | null; articles: number }[];
}

/** What lies in the library, counted row by row, and what of it cannot be read. */
export interface LibraryHealth {
  articles: number;
  /** Older revisions. */
  superseded: number;
  postings: { keys: number; terms: number };
  /** Deleted articles whose postings are still to be removed. */
  dead: number;
  skipped: { articles: number; texts: number; index: number };
  /** Why tidying the index stopped. */
  mergeTrouble: string | null;
}

/** A text whose telling is compared, with what is known of whose words it is made of. */
export interface ToldText {
  article: Article;
  /** Read with the page; `null` for a held text, whose credit lines are kept. */
  anatomy: PageAnatomy | null;
  credits: Credit[];
}

/** The reader's choices; declared with defaults in `lib/app/settings`. */
export interface Settings {
  cueMode: CueMode;
  /** Words of a quotation that two texts must share (`wordsAsked`). */
  minWords: number;
  /** Hosts where the reader switched Refrain off. */
  offHosts: string[];
  /** Host match patterns that are watched (granted by the browser). */
  watched: string[];
  welcomed: boolean;
  /** What the library keeps. */
  retention: RetentionRule;
  /** Where pages that are read are kept in the library. */
  keepPages: { all: boolean; sites: string[] };
  /** Whether pages that nothing was found for are matched again as articles come. */
  lateAnswers: boolean;
  /** What the reader says about outlets beyond the shipped table. */
  outletEdits: OutletEdit[];
}

/** Whether the page of a tab is in the library, and whether pages of its site are to be kept. */
export interface KeptHere {
  held: boolean;
  wanted: boolean;
  privateTab: boolean;
}

/** A page that nothing was found for when it was read, and something was since. */
export interface LateAnswer {
  id: string;
  url: string | null;
  title: string | null;
  /** Other outlets found. */
  outlets: number;
  /** ISO moment it was found. */
  on: string;
}

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
  /** popover, popup · Open the comparison page for one match of a tab's report, beside that tab. */
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
  /** comparison · The tab's report with both texts, for one match. */
  comparison(
    tabId: number,
    articleId: string,
  ): { outcome: ReportOutcome; here: string; there: string | null } | null;

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
