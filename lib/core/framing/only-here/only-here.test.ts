import { describe, expect, it } from 'vitest';
import type { Article } from '@/lib/core/article';
import { told } from '@/tests/fixtures/told-text';
import { frame } from '../frame';

describe('only here', () => {
  const items = (here: string, there: string, about: Partial<Article> = {}) =>
    frame([told('a', here), told('b', there, about)])
      .onlyHere.filter(({ articleId }) => articleId === 'a')
      .map(({ exact }) => exact);

  it('searches a number in digits and in words, a day in every order', () => {
    expect(
      items('They counted 29 boats on 24 September.', 'There were twenty-nine. It rained on Sept. 24th.'),
    ).toEqual([]);
    expect(items('They counted 29 boats on 24 September.', 'There were many.')).toEqual([
      '29',
      '24 September',
    ]);
  });

  it('finds a body by its initials, small words left out, and under its other names', () => {
    expect(items('OWPL counted the boats.', 'The Office for Water, Ports and Lakes counted them.')).toEqual(
      [],
    );
    expect(
      items('Fighters of the Islamic State in Iraq and the Levant left Orsk.', 'ISIL fighters left Orsk.'),
    ).toEqual([]);
  });

  it('takes what belongs to something else for no name', () => {
    expect(items('The IS-held town of Orsk fell.', 'Orsk fell.')).toEqual([]);
    expect(items('The US-backed Talvi Democratic Forces left.', 'The Talvi Democratic Forces left.')).toEqual(
      [],
    );
  });

  it('takes whose a place is for no part of its name', () => {
    expect(items('The army left for Militia-held Talvi Dunmarch.', 'It left.')).toEqual(['Talvi Dunmarch']);
  });

  it('finds a name whose possessive lost its apostrophe', () => {
    expect(items('It was Teskels second visit.', 'Teskel came again.')).toEqual([]);
  });

  it('takes no hour, year or day of a month for a number', () => {
    expect(items('Updated 1838 on Nov 272017, 1750 days later, 2,600 boats.', 'Boats.')).toEqual(['2,600']);
  });

  it('takes page furniture, a rubric, and the word that opens a quotation for no name', () => {
    expect(
      items('Follow us on Quillgram.\n\nEvening Bulletin\n\nHe said "Sources in town know."', 'No.'),
    ).toEqual([]);
  });

  it('takes two names that ran into one for none, where commas were lost', () => {
    const filler = 'the boats went out again and came back late in the evening with nothing to show for it. ';
    const lost = `Boats came to Orsk Pennick and Talvi. ${filler.repeat(8)}`;
    expect(items(lost, 'Boats came.')).toEqual(['Talvi']);
    expect(items(lost.replace('again', 'again, slowly,'), 'Boats came.')).toEqual(['Orsk Pennick', 'Talvi']);
    expect(items('The minister of Turkey Germany met.', 'They met.')).toEqual([]);
  });

  it('quotes nothing between marks of which a second one opens before the first closes', () => {
    expect(items('“They said the “barbarous deeds of the army” must end.', 'No.')).toEqual([]);
  });

  it('shows a number of a text in another language without its English words', () => {
    const [item] = frame([
      told('a', 'بقي في الميناء 29 قاربا.', { language: 'ar' }),
      told('b', 'لا أحد.', { language: 'ar' }),
    ]).onlyHere;
    expect(item).toMatchObject({ exact: '29', searched: ['29'] });
  });

  it('shows what was searched for and where', () => {
    const [item] = frame([told('a', 'It cost 4,000 pounds.'), told('b', 'It was dear.')]).onlyHere;
    expect(item).toMatchObject({
      kind: 'number',
      searched: ['4,000', '4000', 'four thousand'],
      notIn: ['b'],
    });
  });

  it('says nothing of a text that is not held in full', () => {
    expect(items('They counted 29 boats.', 'There were many.', { completeness: 'teaser' })).toEqual([]);
  });

  it('leaves out a figure where the same is told without it', () => {
    expect(
      items(
        'Raiders seized 29 fishing boats near Oldhaven lighthouse.',
        'Fishing boats were taken by raiders at the lighthouse of Oldhaven.',
      ),
    ).not.toContain('29');
  });
});

describe('names only here', () => {
  const names = (text: string, there = 'It rained.', about: Partial<Article> = {}) =>
    frame([told('a', text, about), told('b', there)])
      .onlyHere.filter(({ kind }) => kind === 'name')
      .map(({ exact }) => exact);

  it('gives the full name where the surname alone stands too, also at a sentence’s start', () => {
    expect(names('They cheered Hollin.\n\nMarte Hollin, who leads them, was glad.')).toEqual([
      'Marte Hollin',
    ]);
  });

  it('leaves out who publishes the text', () => {
    expect(
      names('A count made by The Lantern Post gives less.', undefined, { outlet: 'The Lantern Post' }),
    ).toEqual([]);
  });

  it('leaves out a country of two words, which the other text may have by its initials', () => {
    expect(names('They flew to the United States at night.', 'They flew to the US.')).toEqual([]);
  });

  it('searches a day of May once in each spelling', () => {
    const [item] = frame([told('a', 'They met on May 31 by the sea.'), told('b', 'It rained.')]).onlyHere;
    expect(item?.searched).toEqual(['31 May', 'May 31']);
  });
});
