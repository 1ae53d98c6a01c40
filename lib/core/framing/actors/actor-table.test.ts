import { describe, expect, it } from 'vitest';
import { told } from '@/tests/fixtures/told-text';
import { frame } from '../frame';
import type { Framing } from '../types';

/** What each article calls the actors: rows of labels, by article. */
function rows({ actors }: Framing): Record<string, string[]>[] {
  return actors.map(({ labels }) => {
    const row: Record<string, string[]> = {};
    for (const { articleId, exact } of labels)
      row[articleId] = [...new Set([...(row[articleId] ?? []), exact])];
    return row;
  });
}

const row = (framing: Framing, label: string) =>
  rows(framing).find((one) => Object.values(one).flat().includes(label));

describe('the actor table', () => {
  it('joins a name with its acronym, and with what an apposition calls it', () => {
    const framing = frame([
      told(
        'a',
        'The Harbour Workers Union (HWU), a militant group of dockers, called a strike. The HWU said it would last.',
      ),
      told('b', 'Police met the HWU on Monday. The Harbour Workers Union denied it.'),
    ]);
    expect(row(framing, 'HWU')).toMatchObject({
      a: expect.arrayContaining(['HWU']),
      b: expect.arrayContaining(['HWU', 'Harbour Workers Union']),
    });
  });

  it('takes neither a party nor the outlet of a dateline for an actor', () => {
    const framing = frame([
      told('a', 'OLDTOWN (CNN) Rep. Ann Carter (R-Ohio) met the union. CNN saw Ann Carter leave Oldtown.'),
      told('b', 'OLDTOWN (CNN) Rep. Ann Carter (R-Ohio) met the union. CNN saw Ann Carter leave Oldtown.'),
    ]);
    const labels = rows(framing).map((one) => one.a ?? []);
    expect(labels.flat()).not.toContain('R-Ohio');
    expect(labels.find((own) => own.includes('CNN')) ?? []).not.toContain('OLDTOWN');
    expect(labels.flat()).toContain('Ann Carter');
  });

  it('knows a person by full name, surname, title and office', () => {
    const framing = frame([
      told('a', 'President Maria Keller spoke on Monday. Keller was calm. The president left early.'),
      told('b', 'Mrs. Keller spoke. Critics of Maria Keller were not calm.'),
    ]);
    expect(row(framing, 'Keller')).toEqual({
      a: ['President Maria Keller', 'Keller', 'president'],
      b: expect.arrayContaining(['Mrs. Keller', 'Maria Keller']),
    });
  });

  it('puts spellings carried over from another script together', () => {
    const framing = frame([
      told('a', 'Fighting went on near Deir ez-Zor. The army left Deir ez-Zor at night.'),
      told('b', 'Fighting went on near Deir Ezzor. Nobody left Deir Ezzor.'),
    ]);
    expect(row(framing, 'Deir ez-Zor')).toEqual({ a: ['Deir ez-Zor'], b: ['Deir Ezzor'] });
  });

  it('tells sides by whose they are and who backs them', () => {
    const framing = frame([
      told('a', 'Syrian government forces shelled the town. US-backed rebels fled. The rebels regrouped.'),
      told('b', 'The Syrian army shelled the town, and the loyalists took it from Syrian rebels.'),
    ]);
    expect(row(framing, 'Syrian army')).toEqual({
      a: ['Syrian government forces'],
      b: ['Syrian army', 'loyalists'],
    });
    expect(row(framing, 'rebels')).toEqual({ a: ['US-backed rebels', 'rebels'], b: ['Syrian rebels'] });
  });

  it('keeps what a quotation calls an actor apart from the outlet’s own words', () => {
    const framing = frame([
      told(
        'a',
        '“The American jets will not come back to this valley,” said Ann Carter. American jets flew on.',
      ),
      told('b', 'American jets were seen.'),
    ]);
    const labels = framing.actors.find(({ actor }) => actor === 'American jets')?.labels;
    expect(labels?.map(({ articleId, voice }) => `${articleId} ${voice}`)).toEqual([
      'a quoted',
      'a own',
      'b own',
    ]);
  });

  it('makes no row of what one article alone speaks of', () => {
    expect(frame([told('a', 'Ann Carter met French troops.'), told('b', 'It rained.')]).actors).toEqual([]);
  });
});
