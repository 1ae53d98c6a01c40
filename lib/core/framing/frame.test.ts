import { describe, expect, it } from 'vitest';
import { type Article, noMetadata } from '@/lib/core/article';
import { readAnatomy } from '@/lib/core/provenance';
import { paragraphs } from '@/lib/core/text';
import { frame } from './frame';
import type { Framing } from './types';

function told(id: string, text: string, about: Partial<Article> = {}) {
  const article: Article = {
    id,
    outlet: null,
    url: null,
    title: null,
    byline: null,
    published: null,
    modified: null,
    language: 'en',
    text,
    paragraphs: paragraphs(text),
    completeness: 'full',
    ...about,
  };
  return {
    article,
    anatomy: readAnatomy({ article, lines: [], metadata: noMetadata, blocks: [], cut: null }),
  };
}

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

describe('voices', () => {
  const voices = (text: string) =>
    frame([told('a', text)]).voices.map(({ exact, speaker, cue, confident }) => ({
      exact,
      speaker,
      cue,
      confident,
    }));

  it('names the speaker behind and before the words, and of the second half of a statement', () => {
    expect(
      voices(
        '“We will rebuild the bridge,” said Ann Carter. “It will take a year.”\n\nThe mayor, Tom Reed, warned: “Nobody has the money for it.”',
      ),
    ).toEqual(
      [
        { exact: 'We will rebuild the bridge', speaker: 'Ann Carter', cue: 'said', confident: true },
        { exact: 'It will take a year.', speaker: 'Ann Carter', cue: 'said', confident: true },
        { exact: 'Nobody has the money for it.', speaker: 'Tom Reed', cue: 'warned', confident: true },
      ].map((voice) => expect.objectContaining({ ...voice, exact: expect.stringContaining(voice.exact) })),
    );
  });

  it('resolves a pronoun without being sure of it', () => {
    const [, second] = voices(
      'Ann Carter arrived at noon with Tom Reed.\n\n“This is a long way to come,” she said.',
    ).concat();
    const [first] = voices('Ann Carter arrived at noon.\n\n“This is a long way to come,” she said.');
    expect(second).toBeUndefined();
    expect(first).toMatchObject({ speaker: 'Ann Carter', cue: 'said' });
  });

  it('gives words reported without marks as indirect', () => {
    const [voice] = frame([
      told('a', 'Ann Carter claimed that the bridge had been closed for years.'),
    ]).voices;
    expect(voice).toMatchObject({
      form: 'indirect',
      speaker: 'Ann Carter',
      cue: 'claimed',
      exact: 'the bridge had been closed for years',
    });
  });

  it('takes a speaker behind the verb for no statement', () => {
    const text =
      'Doubling a price at once, with no help for the poor, had been tried before, said Ann Carter, who teaches finance in Oldtown.';
    expect(frame([told('a', text), told('b', 'It rained.')]).voices).toEqual([]);
  });
});

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

describe('attributed differently', () => {
  const here =
    '“We will not come back to this harbour,” said Colonel Ann Carter, who commanded the garrison.';
  const there =
    'Ann Carter, the garrison’s commander, told AP that her soldiers would be back within a month.';
  const sides = (text: string) =>
    frame([told('a', text), told('b', there)]).attributedDifferently.flatMap((one) => one.sides);

  it('puts the statements of one person in two texts side by side, with whom they were made to', () => {
    const told = sides(`${here} Carter told Reuters after the announcement that nobody had been hurt.`);
    expect(told.map(({ articleId, source, occasion }) => [articleId, source, occasion])).toEqual([
      ['a', null, null],
      ['a', 'Reuters', 'after the announcement'],
      ['b', 'AP', null],
    ]);
  });

  it('leaves out a statement whose speaker is not sure', () => {
    const unsure = `${here} Tom Reed answered her. She said her members earned less than the price of a full tank in a week.`;
    expect(sides(unsure).map(({ exact }) => exact)).toEqual([here, there]);
  });

  const counted = 'The ambulance service said it had treated 31 people.';
  const excerpt = `Two lines stood in the street all day. ${counted} The law, signed on Sunday, stays.`;

  it('takes a figure in an excerpt for its own speaker’s, not for the paper that is quoted', () => {
    const framing = frame([
      told('a', counted),
      told('b', `The Oldtown Courier reports: “${excerpt}”`),
      told('c', `The Oldtown Courier reports: “${excerpt.replace('said it had', 'has')}”`),
    ]);
    const shown = framing.attributedDifferently.filter(({ kind }) => kind === 'figure');
    expect(shown.flatMap(({ sides }) => sides.map(({ articleId }) => articleId))).toEqual(['a', 'c']);
    expect(shown[0]?.sides[1]?.exact).toBe('The ambulance service has treated 31 people.');
    expect(shown[0]?.sides[1]?.date).toBeNull();
  });

  it('shows a statement within another once', () => {
    const broken =
      'She also said they expected no fight but would answer if fired upon.If the enemy fires one shot at us we will answer.”';
    const shown = sides(`${here}\n\nCarter left the harbour. ${broken}`).filter(
      ({ articleId }) => articleId === 'a',
    );
    expect(shown.map(({ exact }) => exact).filter((exact) => exact.includes('one shot'))).toHaveLength(1);
  });
});

describe('near-copies', () => {
  const common =
    'The council of Oldtown met on Tuesday evening to talk about the bridge over the river that has been closed since the winter floods.';

  it('pulls out the label that was swapped, and the sentence that was cut', () => {
    const a = `${common} Officials said the regime would send engineers to the town before the end of the month.\n\nNobody knows who will pay for the work.`;
    const b = `${common} Officials said the government would send engineers to the town before the end of the month.`;
    const { swaps, addedCut } = frame([
      told('a', a, { title: 'Bridge stays shut' }),
      told('b', b, { title: 'Engineers to come' }),
    ]);
    expect(swaps.map(({ kind, inA, inB }) => [kind, inA.exact, inB.exact])).toEqual([
      ['actor', 'regime', 'government'],
    ]);
    expect(addedCut.map(({ kind, inA, inB }) => [kind, inA?.exact, inB?.exact])).toEqual([
      ['headline', 'Bridge stays shut', 'Engineers to come'],
      ['sentence', 'Nobody knows who will pay for the work.', undefined],
    ]);
  });
});

describe('what near-copies call people, and what one leaves out', () => {
  const start =
    'The council of Oldtown met on Tuesday evening to talk about the bridge over the river that has been closed since the winter floods, and the';
  const end =
    'waited outside the old customs house until the lamps were lit along the quay and the doors were shut for the night.';

  it.each([
    ['rioters', 'protesters'],
    ['mob', 'crowd'],
    ['agitators', 'families'],
  ])('tells that %s and %s are two names for people', (one, other) => {
    const { swaps } = frame([told('a', `${start} ${one} ${end}`), told('b', `${start} ${other} ${end}`)]);
    expect(swaps.map(({ kind, inA, inB }) => [kind, inA.exact, inB.exact])).toEqual([['actor', one, other]]);
  });

  it('gives a short sentence with the one behind it, and no words twice', () => {
    const led =
      '“I drive eleven hours a day,” said a driver, who has worked the rank at the terminal for many years.';
    const quoted = '“Nobody asked us. Nobody even told us.”';
    const { addedCut } = frame([
      told('a', `${start} band ${end}\n\n${led} ${quoted}\n\nThe band ${end}`),
      told('b', `${start} band ${end}\n\nThe band ${end}`),
    ]);
    expect(addedCut.map(({ kind, inA }) => [kind, inA?.exact])).toEqual([
      ['sentence', led],
      ['sentence', quoted],
    ]);
  });
});

describe('another language than English', () => {
  const german =
    'Der Rat von Altstadt hat am Dienstag über die Brücke beraten. „Wir haben 29 Angebote bekommen“, sagte Anna Weber.';

  it('tells headlines, marks and what only one has, and says what is off', () => {
    const framing = frame([
      told('a', german, { language: 'de', title: 'Rat berät über Brücke' }),
      told('b', 'Es hat geregnet.', { language: 'de', title: 'Rat berät wieder' }),
    ]);
    expect(framing.off.map(({ articleId, lenses }) => [articleId, lenses.length])).toEqual([
      ['a', 3],
      ['b', 3],
    ]);
    expect(framing.actors).toEqual([]);
    expect(framing.voices).toMatchObject([
      { exact: 'Wir haben 29 Angebote bekommen', speaker: null, confident: false },
    ]);
    expect(framing.onlyHere.map(({ exact }) => exact)).toContain('29');
    expect(framing.headlines[0]?.differing.map(({ exact }) => exact)).toEqual(['über Brücke']);
  });
});

describe('bad input', () => {
  const words = (count: number, at: (n: number) => string) =>
    Array.from({ length: count }, (_, n) => at(n)).join(' ');

  it.each<[string, string]>([
    ['nothing', ''],
    ['no punctuation', words(5_000, (n) => (n % 7 === 0 ? 'said' : n % 5 === 0 ? 'Carter' : 'word'))],
    ['capitals only', words(3_000, (n) => (n % 9 === 0 ? 'ARMY.' : 'SYRIAN'))],
    ['30,000 words', words(30_000, (n) => (n % 11 === 0 ? 'Ann Carter said.' : 'the army left'))],
    ['mixed scripts', words(2_000, (n) => ['الجيش', '軍隊', 'Армия', 'army', '“', '👩‍🚒'][n % 6]!)],
    ['unbalanced marks', words(3_000, (n) => (n % 4 === 0 ? '“said' : n % 7 === 0 ? '"' : 'Carter'))],
    ['nothing but marks', '“'.repeat(20_000)],
    ['one long word', 'A'.repeat(100_000)],
    ['lone surrogates', '\ud800 said \udfff army of the \ud800'],
  ])('%s: ends, and quotes only what is there', (_, text) => {
    const other =
      'Ann Carter said that the Syrian army had left. “We will all be back by tomorrow,” said Carter.';
    const framing = frame([told('a', text), told('b', other)]);
    const all = [...framing.actors.flatMap(({ labels }) => labels), ...framing.voices, ...framing.onlyHere];
    const texts = new Map([
      ['a', text],
      ['b', other],
    ]);
    for (const { articleId, span, exact } of all)
      expect(texts.get(articleId)?.slice(span.start, span.end)).toBe(exact);
  });

  it('makes no row of a text in capitals alone', () => {
    expect(
      frame([
        told('a', 'THE BRIDGE IS SHUT AND NOBODY KNOWS WHY'),
        told('b', 'THE BRIDGE WAS SHUT ON MONDAY BY NOBODY'),
      ]).actors,
    ).toEqual([]);
  });

  it('bounds five hundred actors', () => {
    const crowd = words(
      500,
      (n) =>
        `Ann ${String.fromCharCode(65 + (n % 26))}${'aeiou'[n % 5]}rt${'aeiou'[n % 3]}${String.fromCharCode(97 + (n % 23))}son said.`,
    );
    const { actors } = frame([told('a', crowd), told('b', crowd)]);
    expect(actors.length).toBeGreaterThan(50);
    expect(actors.length).toBeLessThanOrEqual(200);
  });
});
