import browser from 'webextension-polyfill';
import { highlightName } from '@/lib/app/in-page';
import { type Asker, type BackgroundAnswers, ReaderProblem, tell } from '@/lib/app/messaging';
import { siteOf } from '@/lib/app/permissions';
import type { Article, Span } from '@/lib/core/article';
import type { Report } from '@/lib/core/report';
import { quoteOf } from '@/lib/core/text';
import type { Pages } from './pages';
import { byParagraph, passagesHere } from './passages-here';
import { highlightScript, inject, overlayScript } from './registration';
import { mindOwnTab, reportedIn } from './reported';
import type { PopoverTokens } from './tokens';

type Redeemed = ReturnType<BackgroundAnswers['redeem']>;

/** The popover over a page: opening it, giving its frame the report, and what the frame may have done in the page. */
export function popover(pages: Pages, tokens: PopoverTokens) {
  async function reported(tabId: number): Promise<{ report: Report; article: Article }> {
    const known = await reportedIn(pages, tabId);
    if (known === null) throw new ReaderProblem('problem_not_read');
    return { report: known.report, article: known.reading.article };
  }

  async function highlight(tabId: number, article: Article, spans: Span[]): Promise<number> {
    if (spans.length === 0) return 0;
    const passages = spans.map((span) =>
      byParagraph(article, span).map((piece) => quoteOf(article.text, piece)),
    );
    if (!(await inject(tabId, highlightScript))) return 0;
    await styleHighlights(tabId);
    const told = await tell(tabId, 'highlight', passages);
    return told?.placed ?? 0;
  }

  return {
    async bringOverlay(tabId: number): Promise<void> {
      await inject(tabId, overlayScript);
    },

    /** The reader clicked the mark in the page. */
    async open(tabId: number): Promise<{ token: string }> {
      return { token: await tokens.mint(tabId) };
    },

    /** The reader asked from the popup. */
    async show(tabId: number): Promise<{ shown: boolean }> {
      await inject(tabId);
      await inject(tabId, overlayScript);
      const told = await tell(tabId, 'showPopover', await tokens.mint(tabId));
      return told ?? { shown: false };
    },

    async redeem(asker: Asker, token: string): Promise<Redeemed> {
      if (asker.kind !== 'popover' || !(await tokens.redeem(asker.tabId, token))) return null;
      const known = await pages.reportOf(asker.tabId);
      return known === null ? null : { outcome: known.outcome, tabId: asker.tabId };
    },

    async showPassages(asker: Asker, tabId: number, match: { articleId: string; passage: number | null }) {
      mindOwnTab(asker, tabId);
      const { report, article } = await reported(tabId);
      const spans = passagesHere(report, match);
      return { placed: await highlight(tabId, article, spans), of: spans.length };
    },

    async showPart(asker: Asker, tabId: number, index: number) {
      mindOwnTab(asker, tabId);
      const { report, article } = await reported(tabId);
      const part = report.anatomy.parts[index];
      return { placed: part !== undefined && (await highlight(tabId, article, [part.span])) === 1 };
    },

    async showSpan(asker: Asker, tabId: number, span: Span) {
      mindOwnTab(asker, tabId);
      const { article } = await reported(tabId);
      return { placed: (await highlight(tabId, article, [span])) === 1 };
    },

    async close(asker: Asker, tabId: number): Promise<void> {
      mindOwnTab(asker, tabId);
      await tell(tabId, 'closePopover');
    },

    async openLink(url: string): Promise<void> {
      if (siteOf(url) === null) throw new ReaderProblem('problem_not_http');
      await browser.tabs.create({ url });
    },

    async openComparison(asker: Asker, tabId: number, articleId: string): Promise<void> {
      mindOwnTab(asker, tabId);
      await openBeside(
        tabId,
        `/comparison.html#${new URLSearchParams({ tab: String(tabId), article: articleId })}`,
      );
    },

    async openShare(asker: Asker, tabId: number): Promise<void> {
      mindOwnTab(asker, tabId);
      await openBeside(tabId, `/share.html#${new URLSearchParams({ tab: String(tabId) })}`);
    },
  };
}

/** Opens a page of ours next to the tab it speaks of; never for a private one, whose content no full page may show. */
async function openBeside(tabId: number, page: string): Promise<void> {
  const { incognito, index } = await browser.tabs.get(tabId);
  if (incognito) throw new ReaderProblem('problem_private_comparison');
  await browser.tabs.create({ url: browser.runtime.getURL(page), index: index + 1, openerTabId: tabId });
}

/** The look of highlighted passages, as a style sheet of the reader's: it needs no element and no permission of the page. */
async function styleHighlights(tabId: number): Promise<void> {
  const sheet = {
    target: { tabId },
    origin: 'USER' as const,
    css: `::highlight(${highlightName}) { background-color: #fdf0c4; color: #1e1b17; text-decoration: underline 2px #b58a00; }`,
  };
  // Taken out first, so that asking ten times does not leave ten copies.
  await browser.scripting.removeCSS(sheet);
  await browser.scripting.insertCSS(sheet);
}
