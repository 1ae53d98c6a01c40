import type { Say } from '../phrases';
import { asAnnotations } from './as-annotations';
import { asCsl } from './as-csl';
import { asHtml } from './as-html';
import { asJsonLd } from './as-json-ld';
import { asLinks, asText } from './as-text';
import type { Finding, SharedFile, ShareForm } from './finding';

interface Options {
  /** Leaves each question of the HTML file unanswered until it is opened: for a class. */
  hideAnswers?: boolean;
}

/** A finding in one form, as a file. Same finding, same file. */
export function shareFinding(
  say: Say,
  finding: Finding,
  form: ShareForm,
  { hideAnswers = false }: Options = {},
): SharedFile {
  const file = (ending: string, type: string, content: string): SharedFile => ({
    name: `${stemOf(finding)}${ending}`,
    type,
    content,
  });
  const json = (ending: string, type: string, value: unknown) =>
    file(ending, type, `${JSON.stringify(value, null, 2)}\n`);
  switch (form) {
    case 'html':
      return file('.html', 'text/html;charset=utf-8', asHtml(say, finding, { hideAnswers }));
    case 'text':
      return file('.txt', 'text/plain;charset=utf-8', asText(say, finding));
    case 'links':
      return file('-links.txt', 'text/plain;charset=utf-8', asLinks(say, finding));
    case 'jsonld':
      return json('.jsonld', 'application/ld+json', asJsonLd(say, finding));
    case 'csl':
      return json('.csl.json', 'application/vnd.citationstyles.csl+json', asCsl(say, finding));
    case 'annotation':
      return json('-annotations.jsonld', 'application/ld+json', asAnnotations(say, finding));
  }
}

/** Longest part of a file's name that is made of a headline, in letters. */
const longestStem = 60;

/** A file's name that any system takes: the headline's letters and figures, the day. */
function stemOf({ report, day }: Finding): string {
  const words = (report.page.title ?? '')
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  const letters = [...(words ?? []).join('-')].slice(0, longestStem).join('');
  const stem = letters.replace(/-+$/, '');
  return ['refrain', ...(stem === '' ? [] : [stem]), day].join('-');
}
