import { describe, expect, it } from 'vitest';
import { articleOf } from '@/tests/fixtures/made-up-articles';
import { citedOutlets, readCitations } from './citations';
import type { Credit } from './types';

const article = (text: string, outlet: string | null = 'harbour.example') => articleOf('a', text, { outlet });

const cited = (text: string, outlet?: string | null) =>
  readCitations(article(text, outlet)).map((one) => one.cited);

const credit: Credit = {
  kind: 'republished',
  line: 'Source: Northern Lantern',
  outlet: 'Northern Lantern',
  outletAsPrinted: 'Northern Lantern',
  author: null,
  url: null,
  span: null,
  field: 'text',
};

describe('readCitations', () => {
  it.each([
    ['“It will hold,” the engineer told Reuters on Monday.', ['Reuters']],
    ['The bridge is closed, Reuters reported.', ['Reuters']],
    ['The Guardian also recently reported that the bridge had been closed.', ['The Guardian']],
    ['An article by Ann Carter in CounterPunch sees it otherwise.', ['CounterPunch']],
    ['Of the dailies, only the Independent, a London newspaper, named the engineer.', ['The Independent']],
    ['As Quayside Times explained:', ['Quayside Times']],
    ['According to the Harbour Gazette, the bridge is closed.', ['Harbour Gazette']],
    ['Speaking to the BBC and later to Sky News, she denied it.', ['BBC']],
    ['The strike was confirmed by Interfax, citing the Jordan Times.', ['The Jordan Times']],
  ])('reads %s', (sentence, outlets) => expect(cited(sentence)).toEqual(outlets));

  it.each([
    'Ann Carter told the harbour master that the bridge was closed.',
    'The Pentagon reported that the bridge was closed.',
    'The Ministry said so, and the Guardian Council agreed.',
    'He spent some time at Times Square and told nobody.',
    'The closure was first reported by Politico.',
    'The Associated Press contributed to this report.',
    'She said: “Reuters reported that we were closed.”',
    'Russian TV reported the closure.',
    'A video posted on YouTube shows the bridge.',
    'Of the passengers 538 said that they would wait.',
    'HealthMarkets Inc., an insurance agency, reported a loss.',
    'The ferry was late. Quayside Inc., a shipping agency, reported a loss.',
  ])('finds nobody in: %s', (sentence) => {
    expect(
      readCitations(article(sentence), [
        { ...credit, span: sentence.includes('contributed') ? { start: 0, end: 99 } : null },
      ]),
    ).toEqual([]);
  });

  it('gives the cue and the sentence', () => {
    const text = 'It rained. The bridge is closed, Reuters reported. Nobody was hurt.';
    const [one] = readCitations(article(text));
    expect(one?.cue).toBe('Reuters reported');
    expect(text.slice(one?.span.start, one?.span.end)).toBe('The bridge is closed, Reuters reported.');
  });

  it('does not lean on the page’s own outlet', () => {
    expect(cited('The mayor told CNN that the bridge was closed.', 'cnn.com')).toEqual([]);
    expect(cited('The mayor told CNN that the bridge was closed.', null)).toEqual(['CNN']);
  });

  it('reads the initials of an outlet that the page credits', () => {
    expect(readCitations(article('A month ago NL warned of this.'), [credit])[0]?.cited).toBe(
      'Northern Lantern',
    );
    expect(cited('A month ago NL warned of this.')).toEqual([]);
  });

  it('reads an embedded post by its signature', () => {
    const text =
      'The bridge is closed. #harbour\n\n— Quay Watch (@quaywatch)\n\nMay 3, 2019\n\nIt reopened at noon.';
    expect(readCitations(article(text))).toMatchObject([
      { cited: 'Quay Watch', span: { start: 0, end: 30 }, account: true },
    ]);
  });

  it('counts an embedded post among the outlets only where its account is a known outlet', () => {
    const post = (name: string) => `The bridge is closed.\n\n— ${name} (@quay)\n\nIt reopened at noon.`;
    expect(citedOutlets(readCitations(article(post('Ann Carter'))))).toEqual([]);
    expect(citedOutlets(readCitations(article(post('Reuters'))))).toEqual(['Reuters']);
  });

  it('stays within bounds on hostile text', () => {
    for (const unit of ['told Reuters ', 'Reuters ', 'article ', 'The ', '“', 'A. ']) {
      expect(readCitations(article(unit.repeat(200_000 / unit.length))).length).toBeLessThanOrEqual(300);
    }
  });
});
