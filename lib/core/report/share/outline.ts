import type { TextMatch } from '@/lib/core/matching/types';
import { creditLines } from '../credit-lines';
import { firstRunSentences } from '../first-run-wording';
import { itemWords } from '../item-wording';
import { groupParts } from '../part-groups';
import { plural, type Say } from '../phrases';
import { timeLineOf, type UndatedCopy } from '../time-line';
import { furtherWords, laterWords, stampWords } from '../time-wording';
import { correctionSentence, noteWords, staleSentence } from '../trail-wording';
import type { Report } from '../types';
import {
  answerSentences,
  completenessWords,
  dateWords,
  dayWords,
  limitSentences,
  originsSentence,
  partSentence,
  relationWords,
  searchedSentence,
  sharedSentence,
  shareSentence,
  whoseWordsSentence,
} from '../wording';
import type { Finding } from './finding';
import { type ForeignText, nameOf, type OutlineRow, type OutlineSection, row, section } from './outline-rows';
import { plain, webAddress } from './plain';
import { longestQuotation, quotationsOf } from './quotations';
import { toldSections } from './told-outline';

/** Everything a shared finding says, in order. HTML, text and the preview are three ways to write it down. */
export interface Outline {
  title: ForeignText;
  facts: string[];
  url: string | null;
  sections: OutlineSection[];
  /** What this cannot tell: never hidden. */
  limits: { heading: string; sentences: string[] };
  /** How it was made. */
  footer: string[];
}

/** What a finding says, from its report's own wording. */
export function outlineOf(say: Say, finding: Finding): Outline {
  const { report, day } = finding;
  const { page } = report;
  const sections = [
    whoseWords(say, report),
    whoElse(say, report),
    whoFirst(say, report),
    sameWords(say, finding),
    corrections(say, report),
    sameStory(say, report),
    headlines(say, report),
    ...toldSections(say, finding),
  ];
  return {
    title: { text: plain(page.title ?? say('share_untitled')), language: page.title && page.language },
    facts: [page.outlet, page.byline]
      .flatMap((fact) => (fact === null ? [] : [plain(fact)]))
      .concat(dateWords(say, page.published)),
    url: webAddress(page.url),
    sections: sections.filter(({ sentences, rows }) => sentences.length + rows.length > 0),
    limits: { heading: say('report_limits'), sentences: limitSentences(say, report) },
    footer: [
      say('share_made', dayWords(say, day)),
      searchedSentence(say, report.searched),
      say('share_cut', longestQuotation),
    ],
  };
}

function whoseWords(say: Say, report: Report): OutlineSection {
  const { anatomy, page } = report;
  const shared = sharedSentence(say, report);
  return section(say, say('report_whose_words'), {
    picture: 'words',
    sentences: [whoseWordsSentence(say, report)],
    rows: [
      ...groupParts(anatomy.parts).map(({ whole }) =>
        row({ facts: [plain(partSentence(say, report, whole))] }),
      ),
      ...(shared === null ? [] : [row({ facts: [shared] })]),
      ...creditLines(say, report).flatMap(({ heading, credits }) =>
        credits.map(({ line }) =>
          row({ name: heading, quote: { text: plain(line), language: page.language } }),
        ),
      ),
    ],
  });
}

function whoElse(say: Say, report: Report): OutlineSection {
  const origins = report.outlets > 0 ? [originsSentence(say, report)] : [];
  return section(say, say('share_who_else'), {
    sentences: [...answerSentences(say, report), ...origins],
    rows: report.sameText.map((match) => copyRow(say, match)),
  });
}

function copyRow(say: Say, match: TextMatch): OutlineRow {
  const { article, relation, wordsShared, sameOutlet, parts = [] } = match;
  const [credit] = article.credits;
  return row({
    name: nameOf(say, article),
    badge: relationWords(say, relation),
    title: article.title === null ? null : { text: plain(article.title), language: article.language },
    url: webAddress(article.url),
    quote: credit === undefined ? null : { text: plain(credit.line), language: article.language },
    facts: [
      ...(sameOutlet ? [say('report_same_outlet')] : []),
      shareSentence(say, match),
      plural(say, 'share_words', wordsShared),
      completenessWords(say, article),
      ...parts.map((part) => plain(itemWords(say, part))),
    ],
  });
}

function whoFirst(say: Say, report: Report): OutlineSection {
  if (report.sameText.length === 0 && report.firstRun.kind === 'not-known')
    return section(say, say('share_who_first'), {});
  const { ends, dated, undated } = timeLineOf(report);
  const copy = (one: UndatedCopy, dates: string[]) =>
    row({ name: nameOf(say, one), badge: relationWords(say, one.relation), facts: dates });
  // To the day only: the minute tells when its reader reads.
  const others = ({ further, firstSeen }: UndatedCopy) => [
    ...furtherWords(say, further),
    ...(firstSeen === null ? [] : [stampWords(say, { ...firstSeen, precision: 'day' })]),
  ];
  return section(say, say('share_who_first'), {
    picture: dated.length > 1 ? 'time' : null,
    sentences: firstRunSentences(say, report.firstRun).map(plain),
    rows: [
      ...dated.map((one, index) =>
        copy(one, [
          stampWords(say, one.claimed),
          ...(ends === null || index === 0 ? [] : [laterWords(say, ends.from, one.claimed)]),
          ...others(one),
        ]),
      ),
      ...undated.map((one) => copy(one, [say('date_none'), ...others(one)])),
    ],
  });
}

function sameWords(say: Say, finding: Finding): OutlineSection {
  return section(say, say('share_same_words'), {
    rows: quotationsOf(finding).map(({ words, length, outlets }) =>
      row({
        quote: { text: words, language: finding.report.page.language },
        facts: [plural(say, 'share_in_a_row', length), say('share_also_at', listOf(say, outlets))],
      }),
    ),
  });
}

/** Notes of the page, what an origin changed (each sentence cut as any quotation), and the copies that still have it. */
function corrections(say: Say, { trail, page }: Report): OutlineSection {
  return section(say, say('share_corrections'), {
    rows: [
      ...trail.notes.map(({ kind, line }) =>
        row({ name: noteWords(say, kind), quote: { text: plain(line), language: page.language } }),
      ),
      ...trail.corrections.flatMap((correction) => [
        row({ facts: [plain(correctionSentence(say, correction))] }),
        ...correction.changes.map(({ before, after }) =>
          row({
            name: say('trail_before'),
            quote: { text: plain(before), language: null },
            facts: [after === null ? say('trail_taken_out') : say('trail_after', plain(after))],
          }),
        ),
        ...correction.stale.map((copy) =>
          row({ name: nameOf(say, copy), url: webAddress(copy.url), facts: [staleSentence(say, copy)] }),
        ),
      ]),
    ],
  });
}

function sameStory(say: Say, report: Report): OutlineSection {
  return section(say, say('share_same_story'), {
    rows: report.sameStory.map(({ article, relation, shared }) =>
      row({
        name: nameOf(say, article),
        badge: relationWords(say, relation),
        title: article.title === null ? null : { text: plain(article.title), language: article.language },
        url: webAddress(article.url),
        facts: [
          dateWords(say, article.published),
          ...(article.held === 'headline-only' ? [completenessWords(say, article)] : []),
          ...(shared.length > 0 ? [`${say('report_shared_terms')} ${plain(shared.join(' · '))}`] : []),
        ],
      }),
    ),
  });
}

function headlines(say: Say, report: Report): OutlineSection {
  if (report.headlines.length < 2) return section(say, say('share_headlines'), {});
  return section(say, say('share_headlines'), {
    rows: report.headlines.map((line) =>
      row({
        title: { text: plain(line.title), language: null },
        url: webAddress(line.url),
        facts: [nameOf(say, line), relationWords(say, line.relation), dateWords(say, line.published)],
      }),
    ),
  });
}

function listOf(say: Say, names: string[]): string {
  return new Intl.ListFormat(say.language, { type: 'conjunction' }).format(names);
}
