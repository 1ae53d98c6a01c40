import { describe, expect, it } from 'vitest';
import type { Stamp } from '@/lib/core/article';
import { creditTo, copyAt as match, readPage as page } from '@/tests/fixtures/copies';
import { firstRun } from './first-run';

const NOW = new Date('2020-06-01T12:00:00Z');
const on = (at: string): Stamp => ({ at, precision: at.length > 10 ? 'minute' : 'day', from: 'page' });

describe('firstRun', () => {
  it('gives the page’s own claim first, and says whether text matches', () => {
    const credited = page('harbour.example', { credits: [creditTo('Reuters', 'wire')] });
    expect(firstRun(credited, [], NOW)).toMatchObject({
      kind: 'says-it-comes-from',
      outlet: 'Reuters',
      textMatches: false,
    });
    expect(firstRun(credited, [match('reuters.com')], NOW)).toMatchObject({ textMatches: true });
  });

  it('takes one source at the foot for a claim, several or one in the middle not', () => {
    const at = (...credits: ReturnType<typeof creditTo>[]) =>
      firstRun(page('harbour.example', { credits }), [], NOW).kind;
    const [post, mail] = [creditTo('National Post', 'source'), creditTo('Daily Mail', 'source')];
    expect(at(post)).toBe('says-it-comes-from');
    expect(at(post, mail)).toBe('not-known');
    expect(at({ ...post, span: { start: 1, end: 2 } })).toBe('not-known');
  });

  it('takes no claim that names the page’s own outlet', () => {
    const own = page('reuters.com', { credits: [creditTo('Reuters', 'wire')] });
    expect(firstRun(own, [], NOW).kind).toBe('not-known');
  });

  it('names the earliest copy held, with its dates', () => {
    const dated = page('harbour.example', { published: on('2020-05-03') });
    const copies = [
      match('a.example', { published: on('2020-05-02') }),
      match('b.example', { published: on('2020-05-04') }),
    ];
    expect(firstRun(dated, copies, NOW)).toMatchObject({
      kind: 'earliest-held',
      outlet: 'a.example',
      claimed: { at: '2020-05-02' },
    });
    expect(firstRun(dated, [copies[1]!], NOW)).toMatchObject({
      kind: 'earliest-held',
      outlet: 'harbour.example',
      articleId: 'page',
    });
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
    expect(firstRun(page('harbour.example', { published: on('2020-05-03') }), copies, NOW).kind).toBe(
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
    expect(firstRun(dated, [backdated, later], NOW)).toMatchObject({
      kind: 'earliest-held',
      outlet: 'harbour.example',
    });
  });
});
