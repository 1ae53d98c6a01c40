import { describe, expect, it } from 'vitest';
import type { Stamp } from '@/lib/core/article';
import { creditTo, copyAt as match, readPage as page } from '@/tests/fixtures/copies';
import { originsOf } from '../origins/origins-of';
import { firstRun as read } from './first-run';

const firstRun = (
  page: Parameters<typeof read>[0],
  textMatches: Parameters<typeof originsOf>[1],
  now: Date,
  stories: Parameters<typeof read>[1]['stories'] = [],
) => read(page, { textMatches, stories, origins: originsOf(page, textMatches).origins }, now);

const now = new Date('2020-06-01T12:00:00Z');
const on = (at: string): Stamp => ({ at, precision: at.length > 10 ? 'minute' : 'day', from: 'page' });

describe('firstRun', () => {
  it('gives the page’s own claim first, and says whether text matches', () => {
    const credited = page('harbour.example', { credits: [creditTo('Reuters', 'wire')] });
    expect(firstRun(credited, [], now)).toMatchObject({
      kind: 'says-it-comes-from',
      outlet: 'Reuters',
      textMatches: false,
    });
    expect(firstRun(credited, [match('reuters.com')], now)).toMatchObject({ textMatches: true });
  });

  it('takes one source at the foot for a claim, several or one in the middle not', () => {
    const at = (...credits: ReturnType<typeof creditTo>[]) =>
      firstRun(page('harbour.example', { credits }), [], now).kind;
    const [post, mail] = [creditTo('National Post', 'source'), creditTo('Daily Mail', 'source')];
    expect(at(post)).toBe('says-it-comes-from');
    expect(at(post, mail)).toBe('not-known');
    expect(at({ ...post, span: { start: 1, end: 2 } })).toBe('not-known');
  });

  it('takes no claim that names the page’s own outlet', () => {
    const own = page('reuters.com', { credits: [creditTo('Reuters', 'wire')] });
    expect(firstRun(own, [], now).kind).toBe('not-known');
  });

  it('names the earliest copy held, with its dates', () => {
    const dated = page('harbour.example', { published: on('2020-05-03') });
    const copies = [
      match('a.example', { published: on('2020-05-02') }),
      match('b.example', { published: on('2020-05-04') }),
    ];
    expect(firstRun(dated, copies, now)).toMatchObject({
      kind: 'earliest-held',
      outlet: 'a.example',
      claimed: { at: '2020-05-02' },
    });
    expect(firstRun(dated, [copies[1]!], now)).toMatchObject({
      kind: 'earliest-held',
      outlet: 'harbour.example',
      articleId: 'page',
    });
  });

  it('calls a copy of no known outlet by its headline, and by its id where it has none', () => {
    const dated = page('harbour.example', { published: on('2020-05-03') });
    const copy = match('a.example', { published: on('2020-05-02') });
    const called = (title: string | null) =>
      firstRun(dated, [{ ...copy, article: { ...copy.article, outlet: null, url: null, title } }], now);
    expect(called('The ferry is late')).toMatchObject({ outlet: '“The ferry is late”' });
    expect(called(null)).toMatchObject({ outlet: copy.article.id });
  });

  it.each([
    ['no copy is held', []],
    [
      'only quotations are shared',
      [match('a.example', { published: on('2020-05-01'), relation: 'shared-quotation' })],
    ],
    ['a copy has no date', [match('a.example')]],
    ['the days are the same', [match('a.example', { published: on('2020-05-03') })]],
    ['a day hides which minute', [match('a.example', { published: on('2020-05-03T10:00:00Z') })]],
    ['the date is in the future', [match('a.example', { published: on('2020-06-20') })]],
    ['the date is before news sites', [match('a.example', { published: on('1970-01-01') })]],
    ['the date is no date', [match('a.example', { published: on('soon') })]],
  ])('does not know where %s', (_, copies) => {
    expect(firstRun(page('harbour.example', { published: on('2020-05-03') }), copies, now).kind).toBe(
      'not-known',
    );
  });

  it('does not call a copy first that credits another outlet', () => {
    const dated = page('harbour.example', { published: on('2020-05-03') });
    const backdated = match('a.example', {
      published: on('2020-05-01'),
      credits: [creditTo('KQED', 'republished')],
    });
    const later = match('b.example', { published: on('2020-05-05') });
    expect(firstRun(dated, [backdated, later], now)).toMatchObject({
      kind: 'says-it-comes-from',
      outlet: 'KQED',
      signs: [
        { by: 'credit', outlet: 'KQED', articleId: null },
        { by: 'dates', outlet: 'harbour.example' },
      ],
    });
  });

  it('takes the claim of a copy where the page makes none', () => {
    const copies = [match('a.example', { credits: [creditTo('KQED', 'republished')] })];
    expect(firstRun(page('harbour.example'), copies, now)).toMatchObject({
      kind: 'says-it-comes-from',
      outlet: 'KQED',
      saidBy: { articleId: 'at a.example', outlet: 'a.example' },
      textMatches: false,
    });
    expect(firstRun(page('kqed.org'), copies, now)).toMatchObject({
      outlet: 'KQED',
      saidBy: { articleId: 'at a.example' },
      textMatches: true,
    });
  });

  it('takes the page’s lead-in for what is shared, where that is all of one origin', () => {
    const lead = { ...creditTo('The Telegraph', 'quote-lead'), span: { start: 0, end: 4 } };
    const part = {
      kind: 'excerpt' as const,
      span: { start: 500, end: 900 },
      source: 'The Telegraph',
      speaker: null,
      endMarked: true,
      words: 60,
      statedBy: null,
    };
    const quoting = page('harbour.example', { credits: [lead], parts: [part] });
    const copy = match('b.example', { relation: 'shared-source', passage: [510, 890] });
    expect(firstRun(quoting, [copy], now)).toMatchObject({
      kind: 'says-it-comes-from',
      outlet: 'The Telegraph',
      saidBy: null,
      textMatches: false,
    });
  });

  it('says where the credited outlet’s own text on the story differs', () => {
    const credited = page('harbour.example', { credits: [creditTo('Reuters', 'wire')] });
    const telling = {
      article: match('reuters.com').article,
      relation: 'same-event' as const,
      score: 0.5,
      shared: [],
      sameOutlet: false,
    };
    expect(firstRun(credited, [], now, [telling])).toMatchObject({
      doubts: [{ kind: 'text-differs', articleId: 'at reuters.com' }],
    });
    expect(firstRun(credited, [match('reuters.com')], now, [telling])).toMatchObject({ doubts: [] });
  });

  it('says where an address only looks like an outlet’s', () => {
    const fake = page('cnn.com.de', { credits: [creditTo('CNN', 'wire')] });
    expect(firstRun(fake, [], now)).toMatchObject({
      outlet: 'CNN',
      doubts: [{ kind: 'look-alike', host: 'cnn.com.de', of: 'CNN' }],
    });
  });

  it('shows a conflict of signs: a stated date against what was seen here', () => {
    const dated = page('harbour.example', { published: on('2020-05-20') });
    const seen = (outlet: string, published: string, firstSeen: string) => {
      const copy = match(outlet, { published: on(published) });
      return {
        ...copy,
        article: {
          ...copy.article,
          from: { kind: 'feed' as const, name: 'feed' },
          firstSeen: { at: firstSeen, precision: 'minute' as const, from: 'first-seen' as const },
        },
      };
    };
    const copies = [
      seen('backdated.example', '2020-05-01', '2020-05-28T08:00:00Z'),
      seen('honest.example', '2020-05-10', '2020-05-10T08:00:00Z'),
    ];
    expect(firstRun(dated, copies, now)).toMatchObject({
      kind: 'earliest-held',
      outlet: 'backdated.example',
      signs: [
        { by: 'dates', outlet: 'backdated.example' },
        { by: 'first-seen', outlet: 'honest.example' },
      ],
    });
  });

  it('reads direction from containment and from wording the copies agree on', () => {
    const fuller = match('a.example', { relation: 'excerpt' });
    const signs = (copies: Parameters<typeof firstRun>[1]) =>
      firstRun(page('harbour.example'), copies, now).signs.map(({ by, outlet }) => [by, outlet]);
    expect(signs([{ ...fuller, coverage: { here: 1, there: 0.6 } }])).toEqual([['containment', 'a.example']]);
    expect(signs([{ ...fuller, coverage: { here: 0.6, there: 1 } }])).toEqual([
      ['containment', 'harbour.example'],
    ]);
    const edited = match('b.example');
    const changed = edited.passages.map((passage) => ({ ...passage, kind: 'edited' as const }));
    expect(signs([match('a.example'), { ...edited, passages: changed }])).toEqual([
      ['edits', 'harbour.example'],
    ]);
  });
});
