import { directionOf } from '../direction';
import type { Say } from '../phrases';
import type { Report } from '../types';
import type { Finding } from './finding';
import { timeStrip, wordsBar } from './html-pictures';
import { style, styleHash } from './html-style';
import { html, type Markup } from './markup';
import { outlineOf } from './outline';
import type { ForeignText, OutlineRow, OutlineSection } from './outline-rows';

/** Nothing is loaded, nothing runs; the one style is let in by its hash. */
const policy = html`default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;

/**
 * A finding as one HTML file that needs no other: opens without network, prints, follows light and dark. With `hideAnswers`
 * each question stands alone until its answer is opened, and prints with room to write one; without a script either way.
 */
export function asHtml(say: Say, finding: Finding, { hideAnswers }: { hideAnswers: boolean }): string {
  const outline = outlineOf(say, finding);
  const { title, facts, url, sections, limits, footer } = outline;
  const document = html`<html lang="${say.language}" dir="${directionOf(say.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Refrain">
<title>${title.text} – Refrain</title>
<style>${style}</style>
</head>
<body>
<main>
<p class="soft">${say('share_about')}</p>
<h1>${foreign(title)}</h1>
<p class="soft">${factsMarkup(say, facts)}${linked(url, url ?? '')}</p>
${sections.map((section) => sectionMarkup(say, section, finding.report, hideAnswers))}
<h2>${limits.heading}</h2>
${list(limits.sentences.map(sentenceMarkup))}
</main>
<footer>${footer.map((line) => html`<p>${line}</p>`)}</footer>
</body>
</html>
`;
  return `<!DOCTYPE html>\n${document}`;
}

function sectionMarkup(say: Say, section: OutlineSection, report: Report, hidden: boolean): Markup {
  const { heading, picture, sentences, rows } = section;
  const answer = html`${sentences.map((sentence) => html`<p class="lead">${sentence}</p>`)}
${picture === 'words' ? wordsBar(report) : ''}${picture === 'time' ? timeStrip(say, report) : ''}
${list(rows.map((row) => rowMarkup(say, row)))}`;
  const summary = html`<summary>${say('share_answer')}<span class="unseen">: ${heading}</span></summary>`;
  return html`<section>
<h2>${heading}</h2>
${hidden ? html`<details>${summary}${answer}</details>` : answer}
</section>
`;
}

function list(entries: Markup[]): Markup {
  return entries.length === 0 ? html`` : html`<ul>${entries.map((entry) => html`<li>${entry}</li>`)}</ul>`;
}

const sentenceMarkup = (sentence: string) => html`${sentence}`;

function rowMarkup(say: Say, { name, badge, title, url, quote, facts }: OutlineRow): Markup {
  const shown =
    title === null ? html`` : html`<span class="block title">${linked(url, foreign(title))}</span>`;
  return html`${name === null ? '' : html`<strong><bdi dir="auto">${name}</bdi></strong> `}${
    badge === null ? '' : html`<span class="badge">${badge}</span>`
  }${shown}${quote === null ? '' : quoted(quote)}${factsMarkup(say, facts)}`;
}

/** Facts are ours and run as we do, each apart: what a date begins with would turn the name beside it. */
function factsMarkup(say: Say, facts: string[]): Markup {
  const direction = directionOf(say.language);
  const row = facts.map(
    (fact, index) => html`${index === 0 ? '' : ' · '}<bdi dir="${direction}">${fact}</bdi>`,
  );
  return facts.length === 0 ? html`` : html`<span class="block soft">${row}</span>`;
}

function foreign({ text, language }: ForeignText): Markup {
  return language === null
    ? html`<bdi dir="auto">${text}</bdi>`
    : html`<bdi dir="auto" lang="${language}">${text}</bdi>`;
}

/** The marks of a quotation run as its words do. */
function quoted({ text, language }: ForeignText): Markup {
  return language === null
    ? html`<q class="block" dir="auto">${text}</q>`
    : html`<q class="block" dir="auto" lang="${language}">${text}</q>`;
}

/** A link out, without a word of where it was followed; plain words where there is no web address. */
function linked(url: string | null, words: Markup | string): Markup {
  return url === null ? html`${words}` : html`<a href="${url}" rel="noopener noreferrer">${words}</a>`;
}
