import type { AnatomyPart } from '@/lib/core/provenance/types';
import type { Say } from '../phrases';
import { stackedRows, timeLineOf } from '../time-line';
import { endsWords } from '../time-wording';
import type { Report } from '../types';
import { html, type Markup } from './markup';

/** Grounds told apart by pattern, as in the report itself; `own` is solid, `unstated` open. */
const patternOf: Partial<Record<AnatomyPart['kind'], Markup>> = {
  quotation: html`<path d="M-1 1 1-1M0 6 6 0M5 7 7 5"/>`,
  excerpt: html`<circle cx="3" cy="3" r="1.4"/>`,
  reprint: html`<path d="M1.5 0V6M4.5 0V6"/>`,
};

/** The page from its first word to its last, each part as long as its share. The list beside it says the same in words. */
export function wordsBar({ anatomy, shared }: Report): Markup {
  let before = 0;
  const percent = (words: number) => `${((100 * words) / Math.max(1, anatomy.words)).toFixed(3)}%`;
  const parts = anatomy.parts.map(({ kind, words }) => {
    const start = before;
    before += words;
    if (kind === 'unstated') return html``;
    const place = html`x="${percent(start)}" width="${percent(words)}" height="20"`;
    return kind === 'own' ? html`<rect class="own" ${place}/>` : html`<rect fill="url(#${kind})" ${place}/>`;
  });
  const runs = shared.map(
    ({ from, to }) => html`<rect x="${percent(from)}" width="${percent(to - from)}" y="1" height="5"/>`,
  );
  const strip = html`<svg class="shared" width="100%" height="6" aria-hidden="true">${runs}</svg>`;
  const patterns = Object.entries(patternOf).map(
    ([kind, ink]) =>
      html`<pattern id="${kind}" class="${kind}" width="6" height="6" patternUnits="userSpaceOnUse">${ink}</pattern>`,
  );
  return html`<svg class="words" width="100%" height="20" aria-hidden="true"><defs>${patterns}</defs>${parts}<rect class="frame" width="100%" height="20"/></svg>${strip}`;
}

/** Heights in CSS pixels; room at both ends in per cent. */
const line = 46;
const row = 6;
const margin = 2;
const x = (share: number) => margin + (100 - 2 * margin) * share;
const at = (percent: number) => `${percent.toFixed(2)}%`;

/** The copies by date: a bar for a day, a dot for a moment, a line over the whole height for this page; its ends are named below. */
export function timeStrip(say: Say, report: Report): Markup {
  const { dated, ends } = timeLineOf(report);
  const rows = stackedRows(dated);
  const marks = dated.map(({ place, relation }, index) => {
    const here = relation === 'this-page';
    const middle = at(x((place.from + place.to) / 2));
    const length = x(place.to) - x(place.from);
    const y = line - 5 - row * (rows[index] ?? 0);
    const shape =
      length < 1
        ? html`<circle cx="${middle}" cy="${y}" r="${here ? 4 : 2.5}"/>`
        : html`<rect x="${at(x(place.from))}" width="${at(length)}" y="${y - 1.5}" height="${here ? 5 : 3}"/>`;
    return here
      ? html`<g class="this"><line x1="${middle}" x2="${middle}" y1="0" y2="52"/>${shape}</g>`
      : shape;
  });
  const labels = ends === null ? [] : endsWords(say, ends).map((end) => html`<bdi>${end}</bdi>`);
  return html`<svg class="time" width="100%" height="52" aria-hidden="true"><line x2="100%" y1="${line}" y2="${line}"/>${marks}</svg>
<p class="ends soft" aria-hidden="true">${labels}</p>
<p class="soft">${say('time_what')}</p>`;
}
