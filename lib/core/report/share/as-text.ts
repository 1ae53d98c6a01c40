import type { Say } from '../phrases';
import type { Finding } from './finding';
import { type Outline, outlineOf } from './outline';
import type { OutlineRow } from './outline-rows';
import { plain, webAddress } from './plain';

/** A finding as plain text, for a mail or a note. */
export function asText(say: Say, finding: Finding): string {
  const outline = outlineOf(say, finding);
  return `${[...headLines(outline), ...outline.sections.flatMap(sectionLines), ...footLines(outline)].join('\n')}\n`;
}

function headLines({ title, facts, url }: Outline): string[] {
  return [title.text, facts.join(' · '), ...(url === null ? [] : [url]), ''];
}

function sectionLines({ heading, sentences, rows }: Outline['sections'][number]): string[] {
  return [heading.toUpperCase(), ...sentences, ...rows.flatMap(rowLines), ''];
}

function rowLines({ name, badge, title, url, quote, facts }: OutlineRow): string[] {
  const head = [...(name === null ? [] : [name]), ...(badge === null ? [] : [`(${badge})`])].join(' ');
  const lines = [
    ...(head === '' ? [] : [head]),
    ...(title === null ? [] : [title.text]),
    ...(quote === null ? [] : [`“${quote.text}”`]),
    ...(facts.length === 0 ? [] : [facts.join(' · ')]),
    ...(url === null ? [] : [url]),
  ];
  return lines.map((line, index) => `${index === 0 ? '- ' : '  '}${line}`);
}

function footLines({ limits, footer }: Outline): string[] {
  return [
    limits.heading.toUpperCase(),
    ...limits.sentences.map((sentence) => `- ${sentence}`),
    '',
    ...footer,
  ];
}

/** The page and every article of the finding that has a web address: who, which headline, where. */
export function asLinks(say: Say, { report }: Finding): string {
  const articles = [report.page, ...[...report.sameText, ...report.sameStory].map(({ article }) => article)];
  const lines = articles.flatMap(({ outlet, title, url }) => {
    const address = webAddress(url);
    if (address === null) return [];
    const head = [outlet, title].flatMap((part) => (part === null ? [] : [plain(part)])).join(': ');
    return [head === '' ? say('share_untitled') : head, address, ''];
  });
  return lines.join('\n');
}
