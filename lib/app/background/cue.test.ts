import { describe, expect, test } from 'vitest';
import type { HeldArticle, StoryMatch, TextMatch } from '@/lib/core/matching/types';
import type { Report, ReportOutcome } from '@/lib/core/report';
import { wantsCue } from './cue';

function held(kind: HeldArticle['from']['kind']): HeldArticle {
  return {
    ref: 1,
    id: 'there',
    outlet: 'The Gazette',
    url: null,
    title: null,
    byline: null,
    published: null,
    firstSeen: { at: '2026-03-01', precision: 'day', from: 'first-seen' },
    language: null,
    words: 100,
    completeness: 'full',
    held: 'text',
    summary: null,
    credits: [],
    from: { kind, name: '' },
    revision: 1,
  };
}

function textMatch(kind: HeldArticle['from']['kind']): TextMatch {
  return {
    article: held(kind),
    relation: 'reprint',
    coverage: { here: 1, there: 1 },
    wordsShared: 100,
    passages: [],
    sameOutlet: false,
  };
}

function storyMatch(kind: HeldArticle['from']['kind']): StoryMatch {
  return { article: held(kind), relation: 'same-event', score: 1, shared: [], sameOutlet: false };
}

const report: Report = {
  version: 1,
  page: {
    id: 'here',
    outlet: null,
    url: null,
    title: null,
    byline: null,
    published: null,
    language: null,
    words: 100,
    completeness: 'full',
    cut: null,
  },
  anatomy: { words: 100, parts: [], credits: [], cited: [], originalOutlet: null },
  searched: { articles: 1, outlets: 1, oldest: null, newest: null },
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
};

const found = (matches: Partial<Report>): ReportOutcome => ({
  status: 'found',
  report: { ...report, ...matches },
});
const nothing: ReportOutcome = { status: 'nothing-found', report };
const noArticle: ReportOutcome = { status: 'not-an-article', because: 'list-page' };
const failed: ReportOutcome = { status: 'failed', during: 'look-up', message: '' };

describe('the in-page mark', () => {
  test('by default is shown when something is found in feeds, imports or packs', () => {
    for (const kind of ['feed', 'import', 'pack'] as const) {
      expect(wantsCue('when-found', found({ sameText: [textMatch(kind)] }))).toBe(true);
      expect(wantsCue('when-found', found({ sameStory: [storyMatch(kind)] }))).toBe(true);
    }
    expect(wantsCue('when-found', nothing)).toBe(false);
  });

  test('never tells a page by default that its reader has read or held something like it', () => {
    const matches = {
      sameText: [textMatch('page'), textMatch('held-page')],
      sameStory: [storyMatch('page'), storyMatch('held-page')],
    };
    expect(wantsCue('when-found', found(matches))).toBe(false);
  });

  test('on every article is the same whatever was found', () => {
    for (const outcome of [found({ sameText: [textMatch('page')] }), nothing, failed]) {
      expect(wantsCue('always', outcome)).toBe(true);
    }
  });

  test('is never shown where there is no article, or where the reader wants none', () => {
    for (const mode of ['when-found', 'always', 'never'] as const)
      expect(wantsCue(mode, noArticle)).toBe(false);
    expect(wantsCue('never', found({ sameText: [textMatch('feed')] }))).toBe(false);
  });
});
