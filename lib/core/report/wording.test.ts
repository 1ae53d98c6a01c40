import { describe, expect, it } from 'vitest';
import type { TextMatch } from '@/lib/core/matching/types';
import type { AnatomyPart, Credit, FirstRun } from '@/lib/core/provenance/types';
import { firstRunSentences } from './first-run-wording';
import { percent, sayInEnglish as say } from './phrases';
import type { Report } from './types';
import {
  answerSentence,
  dateWords,
  originsSentence,
  partSentence,
  searchedSentence,
  shareSentence,
  whoseWordsSentence,
} from './wording';

const firstRunWords = (first: FirstRun) => firstRunSentences(say, first).join(' ');

const part = (kind: AnatomyPart['kind'], words: number, more: Partial<AnatomyPart> = {}): AnatomyPart => ({
  kind,
  span: { start: 0, end: 1 },
  source: null,
  speaker: null,
  endMarked: true,
  words,
  statedBy: null,
  ...more,
});

const credit = (more: Partial<Credit>): Credit => ({
  kind: 'source',
  line: 'Source: The Courier',
  outlet: 'The Courier',
  outletAsPrinted: 'The Courier',
  author: null,
  url: null,
  span: null,
  field: 'text',
  ...more,
});

const match = (
  more: Partial<Omit<TextMatch, 'article'>>,
  article: Partial<TextMatch['article']> = {},
): TextMatch => ({
  article: {
    ref: 1,
    id: 'a',
    outlet: 'courier.example',
    url: null,
    title: 'A title',
    byline: null,
    published: null,
    firstSeen: { at: '2026-03-02', precision: 'day', from: 'first-seen' },
    language: 'en',
    words: 150,
    completeness: 'full',
    held: 'text',
    summary: null,
    credits: [],
    from: { kind: 'import', name: 'x.jsonl' },
    revision: 1,
    ...article,
  },
  relation: 'reprint',
  coverage: { here: 0.82, there: 0.9 },
  wordsShared: 120,
  passages: [],
  sameOutlet: false,
  ...more,
});

const report = (
  more: Partial<Report> & { parts?: AnatomyPart[]; credits?: Credit[]; cited?: string[] },
): Report => {
  const { parts = [part('own', 100)], credits = [], cited = [], ...rest } = more;
  return {
    version: 1,
    page: {
      id: 'p',
      outlet: null,
      url: null,
      title: null,
      byline: null,
      published: null,
      language: 'en',
      words: 100,
      completeness: 'full',
      cut: null,
    },
    anatomy: {
      words: parts.reduce((sum, { words }) => sum + words, 0),
      parts,
      credits,
      cited: cited.map((name) => ({ cited: name, cue: 'reported', span: { start: 0, end: 1 } })),
      originalOutlet: null,
    },
    searched: { articles: 4310, outlets: 12, oldest: '2026-01-03', newest: '2026-03-04' },
    sameText: [],
    sameStory: [],
    shared: [],
    outlets: 0,
    origins: [],
    firstRun: { kind: 'not-known', because: '', signs: [] },
    trail: { notes: [], corrections: [] },
    sources: [],
    headlines: [],
    dates: [],
    ...rest,
  };
};

describe('whose words', () => {
  it.each([
    ['own voice', report({}), 'All words are given as the page’s own; no outlet is named as their source.'],
    [
      'an excerpt without an end',
      report({
        parts: [part('own', 21), part('excerpt', 79, { source: 'The Telegraph', endMarked: false })],
      }),
      'The Telegraph',
    ],
    [
      'a reprint with its author',
      report({
        parts: [part('reprint', 100, { source: 'The Courier' })],
        credits: [credit({ author: 'Ada Quill' })],
      }),
      'this text is by Ada Quill and comes from The Courier',
    ],
    ['agency copy', report({ credits: [credit({ kind: 'wire', outlet: 'AFP' })] }), 'agency copy from AFP'],
    [
      'the source that a credit line names',
      report({ credits: [credit({})] }),
      'Its credit line names The Courier as a source.',
    ],
    [
      'a printed source before what markup names',
      report({
        credits: [
          credit({ kind: 'republished', line: 'isBasedOn: https://a.example/1', span: null }),
          credit({}),
        ],
      }),
      'Its credit line names The Courier as a source.',
    ],
    [
      'an address that the page states as its own, for what it is',
      report({
        credits: [
          credit({ kind: 'republished', line: 'canonical address: https://courier.example/1', span: null }),
        ],
      }),
      'The page states an address of The Courier as its own (canonical address).',
    ],
    [
      'a reprint by an address alone for what it is',
      report({
        parts: [part('reprint', 100, { source: 'The Courier' })],
        credits: [
          credit({ kind: 'republished', line: 'canonical address: https://courier.example/1', span: null }),
        ],
      }),
      'The page states an address of The Courier as its own (canonical address).',
    ],
    [
      'what only its markup names, as markup',
      report({ credits: [credit({ line: 'creditText: The Courier', span: null })] }),
      'The page’s markup names The Courier (creditText).',
    ],
    [
      'outlets it leans on',
      report({ cited: ['AP', 'The Courier', 'AP'] }),
      '2 other outlets: AP and The Courier.',
    ],
  ])('names %s', (_, given, said) => {
    expect(whoseWordsSentence(say, given)).toContain(said);
  });

  it('does not count the outlet that the first sentence names among the others it leans on', () => {
    const given = report({ credits: [credit({})], cited: ['The Courier', 'AP'] });
    expect(whoseWordsSentence(say, given)).toBe(
      'Its credit line names The Courier as a source. It leans on one other outlet: AP.',
    );
  });
});

describe('the answer', () => {
  it('counts outlets, not articles, and puts copies before other tellings', () => {
    const copies = ['a', 'b', 'c'].map((outlet) => match({}, { id: outlet, outlet }));
    const given = report({ outlets: 3, sameText: [...copies, match({}, { id: 'again', outlet: 'a' })] });
    expect(answerSentence(say, given)).toBe('3 other outlets ran this text.');
  });

  it('tells outlets that share a part from those that ran the text', () => {
    const part = match({ relation: 'shared-source' }, { id: 'b', outlet: 'b' });
    expect(answerSentence(say, report({ outlets: 1, sameText: [part] }))).toBe(
      'One other outlet shares a part of this text.',
    );
    expect(answerSentence(say, report({ outlets: 2, sameText: [match({}), part] }))).toBe(
      '2 other outlets ran this text, one of them only a part.',
    );
  });

  it('does not say that the same outlet has the whole text where it has parts of it', () => {
    const own = (relation: TextMatch['relation']) => match({ relation, sameOutlet: true });
    expect(answerSentence(say, report({ sameText: [own('excerpt'), own('shared-source')] }))).toBe(
      'The same outlet has parts of this text at 2 other addresses.',
    );
    expect(answerSentence(say, report({ sameText: [own('reprint'), own('excerpt')] }))).toBe(
      'The same outlet has this text at another address.',
    );
  });

  it('does not call a shared quotation a copy', () => {
    const given = report({ sameText: [match({ relation: 'shared-quotation' })] });
    expect(answerSentence(say, given)).toBe('One other outlet has the same quotation.');
  });

  it('says what was searched where nothing was found', () => {
    expect(answerSentence(say, report({}))).toBe(
      'No copy and no other telling of this story was found. ' +
        'Searched 4,310 articles of 12 outlets, dated Jan 3, 2026 to Mar 4, 2026.',
    );
  });

  it('leads with independent origins', () => {
    const origins = [
      { outlet: 'AP', kind: 'agency' as const, articles: ['a', 'b'], alsoNamed: [] },
      { outlet: null, kind: 'unknown' as const, articles: ['c'], alsoNamed: [] },
    ];
    expect(originsSentence(say, report({ outlets: 9, origins }))).toBe('9 other outlets, 2 origins');
  });
});

describe('shares', () => {
  it.each([
    [match({}), '82% of this page; 90% of theirs'],
    [
      match({ coverage: { here: 0.82, there: 1 } }, { completeness: 'summary' }),
      'all of the 150 words held of theirs',
    ],
    [match({}, { completeness: 'unknown' }), '90% of the 150 words held of theirs'],
    [
      match({}, { held: 'fingerprint-only' }),
      '82% of this page, about 90% of theirs; no text of theirs is held',
    ],
  ])('name their base (%#)', (given, said) => {
    expect(shareSentence(say, given)).toContain(said);
  });

  it('never round to all or nothing what is neither', () => {
    expect([0, 0.001, 0.5, 0.999, 1].map((share) => percent(say, share))).toEqual([
      '0%',
      '1%',
      '50%',
      '99%',
      '100%',
    ]);
  });
});

describe('dates and first run', () => {
  it('say where a date was read', () => {
    expect(dateWords(say, { at: '2017-09-28', precision: 'day', from: 'url' })).toBe(
      'Sep 28, 2017, from the address',
    );
    expect(dateWords(say, { at: 'soon', precision: 'day', from: 'feed' })).toBe('no date');
  });

  it('call a credit the page’s own claim unless text matches', () => {
    const claim = {
      kind: 'says-it-comes-from' as const,
      outlet: 'AP',
      credit: credit({}),
      saidBy: null,
      textMatches: false,
      doubts: [],
      signs: [],
    };
    expect(firstRunWords(claim)).toContain('own claim');
    expect(firstRunWords({ ...claim, textMatches: true })).toContain('matches');
  });

  it('name the copy whose claim it is, what speaks against it, and every sign that points elsewhere', () => {
    const claim = {
      kind: 'says-it-comes-from' as const,
      outlet: 'AP',
      credit: credit({}),
      saidBy: { articleId: 'a', outlet: 'Harbour Weekly' },
      textMatches: false,
      doubts: [
        { kind: 'text-differs' as const, articleId: 'b' },
        { kind: 'look-alike' as const, host: 'apnews.com.example', of: 'AP' },
      ],
      signs: [
        { by: 'credit' as const, outlet: 'AP', articleId: null },
        { by: 'dates' as const, outlet: 'Quay Review', articleId: 'c' },
      ],
    };
    expect(firstRunWords(claim)).toBe(
      'Harbour Weekly, held here, says it comes from AP. A text of AP on this story is held here, and its words differ. The address apnews.com.example only looks like one of AP. Not all signs agree: by the dates stated Quay Review was earliest.',
    );
    expect(firstRunWords({ kind: 'not-known', because: '', signs: claim.signs })).toContain(
      'a copy credits AP and by the dates',
    );
  });

  it('say that the library is empty instead of counting nothing', () => {
    expect(searchedSentence(say, { articles: 0, outlets: 0, oldest: null, newest: null })).toContain('empty');
    const ofOneDay = { articles: 5, outlets: 2, oldest: '2017-09-28', newest: '2017-09-28' };
    expect(searchedSentence(say, ofOneDay)).toBe('Searched 5 articles of 2 outlets, dated Sep 28, 2017.');
  });
});

describe('a quotation', () => {
  it.each([
    [null, null, 'Quotation: 10% of the words'],
    ['Ada Quill', null, 'Quotation of Ada Quill: 10% of the words'],
    [null, 'The Courier', 'Quotation by way of The Courier: 10% of the words'],
    ['Ada Quill', 'The Courier', 'Quotation of Ada Quill by way of The Courier: 10% of the words'],
  ])('of %s by way of %s is said to be that', (speaker, source, said) => {
    const quotation = part('quotation', 10, { speaker, source });
    const anatomy = { words: 100, parts: [quotation], credits: [], cited: [], originalOutlet: null };
    expect(partSentence(say, { ...report({}), anatomy }, quotation)).toBe(said);
  });
});
