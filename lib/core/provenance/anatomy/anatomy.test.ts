import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareReading, type PageReading, type SourceLine } from '@/lib/core/article';
import { countWords } from '@/lib/core/text';
import { articleOf } from '@/tests/fixtures/made-up-articles';
import { readAnatomy } from './read-anatomy';

function page(
  paragraphs: string[],
  more: { lines?: SourceLine[]; blocks?: PageReading['blocks'] } = {},
): PageReading {
  return {
    ...bareReading(articleOf('harbour', paragraphs.join('\n\n'), { paragraphs: [] })),
    lines: more.lines ?? [],
    blocks: more.blocks ?? [],
  };
}

/** Parts as "kind source/speaker: first words". */
function told(reading: PageReading): string[] {
  const { text } = reading.article;
  return readAnatomy(reading).parts.map(({ kind, source, speaker, endMarked, span }) => {
    const whose = [source, speaker].filter((name) => name !== null).join(' / ');
    const words = text.slice(span.start, span.end).split(/\s+/).slice(0, 3).join(' ');
    return `${kind}${whose === '' ? '' : ` ${whose}`}${endMarked ? '' : ' (end not marked)'}: ${words}`;
  });
}

const open = 'The ferry stayed in port for the third day running, and the town was quiet.';
const wire = [
  'Crews have opened the hull and found two broken plates, which divers are to replace.',
  'The ferry carries four thousand people a week between the islands and the mainland.',
];

describe('readAnatomy', () => {
  it('gives a page without other voices to its outlet', () => {
    expect(told(page([open, ...wire]))).toEqual(['own: The ferry stayed']);
  });

  it('reads an excerpt to the article’s end where nothing marks its own', () => {
    const anatomy = readAnatomy(page([open, 'The Telegraph reports:', ...wire, ...wire]));
    expect(anatomy.parts.map(({ kind, source, endMarked }) => [kind, source, endMarked])).toEqual([
      ['own', null, true],
      ['excerpt', 'The Telegraph', false],
    ]);
    expect(anatomy.originalOutlet).toBe('The Telegraph');
  });

  it('reads a text whose paragraphs are parted by single line ends', () => {
    const lines = [open, 'The Telegraph reports:', ...wire, ...wire].join('\n');
    expect(told(page([lines]))).toEqual([
      'own: The ferry stayed',
      'excerpt The Telegraph (end not marked): Crews have opened',
    ]);
  });

  it('does not give a block to an outlet that the lead-in only mentions', () => {
    const lead =
      'Whatever the Daily Mail reported last week about the yard, the divers have found this and nothing else so far, as we saw for ourselves on the quay this very morning:';
    expect(told(page([open, `It was not the same: ${lead}`, ...wire]))).toEqual(['own: The ferry stayed']);
  });

  it('ends an excerpt where the page speaks for itself again', () => {
    expect(
      told(page([open, 'The Telegraph reports:', ...wire, 'We have seen this before, and so have you.'])),
    ).toEqual([
      'own: The ferry stayed',
      'excerpt The Telegraph (end not marked): Crews have opened',
      'own: We have seen',
    ]);
  });

  it('ends an excerpt at a credit line', () => {
    expect(told(page([open, 'From the Daily Mail:', ...wire, 'Source: Daily Mail', open]))).toEqual([
      'own: The ferry stayed',
      'excerpt Daily Mail: Crews have opened',
      'own: Source: Daily Mail',
    ]);
  });

  it('ends a block at its marks, nested ones aside', () => {
    const block = '“The council wants a “second crossing” by the summer, and it has the money for one.”';
    expect(told(page([open, 'As Navy Times explained:', block, open]))).toEqual([
      'own: The ferry stayed',
      'excerpt Navy Times: “The council wants',
      'own: The ferry stayed',
    ]);
  });

  it('gives a person’s block one paragraph', () => {
    expect(told(page([open, 'The harbour master, Ann Carter, says:', wire[0]!, wire[1]!]))).toEqual([
      'own: The ferry stayed',
      'quotation Ann Carter (end not marked): Crews have opened',
      'own: The ferry carries',
    ]);
  });

  it('calls a wire-style paragraph unstated where the lead names nobody', () => {
    const wire =
      '“We have stepped up our work and will not rest,” said the spokesman, Captain Tom Reed, referring to the crews.';
    expect(
      told(
        page([
          open,
          'And yet the owner announced it would take longer still:',
          wire,
          'We shall see, will we not.',
        ]),
      ),
    ).toEqual(['own: The ferry stayed', 'unstated: “We have stepped', 'own: We shall see,']);
  });

  it('does not take a list for somebody’s words', () => {
    const list = [
      'Two broken plates in the hull',
      'A week of work for the divers',
      'No ferry until the weekend',
    ];
    expect(told(page([open, 'Taken together we have:', ...list, open]))).toHaveLength(1);
  });

  it.each([
    ['“The plates will be replaced this week,” said Ann Carter.', 'Ann Carter'],
    [
      '“The plates will be replaced this week,” Ann Carter, the harbour master, told reporters.',
      'Ann Carter',
    ],
    [
      'Deputy Transport Minister Ann Carter was blunter, saying, “The plates will be replaced this week.”',
      'Ann Carter',
    ],
    ['Nobody knew whose words they were: “the plates will be replaced this week.”', null],
    ['“The plates will be replaced this week,” said Ann M. Carter, the harbour master.', 'Ann M. Carter'],
    ['“The plates will be replaced this week,” said Ann des Moulins, who runs the yard.', 'Ann des Moulins'],
    ['“The plates will be replaced this week,” said Sen. Ann Carter, a critic.', 'Ann Carter'],
    ['“The plates will be replaced this week,” Harbour spokesman Tom Reed told reporters.', 'Tom Reed'],
    ['The harbour master, Ann Carter, said: “the plates will be replaced this week.”', 'Ann Carter'],
    ['Ann Carter told the council of Tolmouth a story, saying “the plates will be replaced.”', 'Ann Carter'],
    ['“The plates will be replaced this week,” said Tolm-based engineer Tom Reed.', 'Tom Reed'],
    ['Despite the storm, the harbour said: “the plates will be replaced this week.”', null],
    ['She said: “the plates will be replaced this week, whatever it may cost.”', null],
    ['Last Tuesday he announced: “the plates will be replaced this week.”', null],
    ['“The plates will be replaced this week,” said a clerk on Harbour Radio.', null],
    ['“The plates will be replaced this week,” said one Carter ally at the yard.', null],
    ['“The plates will be replaced this week,” said the clerk, standing in Tolmouth, Velmora.', null],
    ['Plates came from Northern Velmora, and the director noted that “they will be replaced.”', null],
    ['“The plates will be replaced this week,” Carter and Reed wrote to the council.', null],
    ['“The plates will be replaced this week,” said an adviser to both Carters.', null],
    ['“The plates will be replaced this week,” the yard’s CEO, Ann Carter, told us.', 'Ann Carter'],
    ['Speaking on Harbour Radio, Ann Carter said that “the plates will be replaced.”', 'Ann Carter'],
    ['Carter campaign aide Tom Reed answered by saying “the plates will be replaced.”', null],
    ['The Tolm, she said, may sink, adding that “the plates will be replaced.”', null],
  ])('names a speaker where it is plain: %s', (sentence, speaker) => {
    const [quotation] = readAnatomy(page([open, sentence])).parts.filter(({ kind }) => kind === 'quotation');
    expect(quotation?.speaker).toBe(speaker);
  });

  it('takes “she said” for the one person who spoke in the paragraph before, not for a place named there', () => {
    const before = 'The ferry came from Outer Tolm, a day late, Ann Carter told the council.';
    const later = '“The plates will be replaced this week,” she said.';
    const speakers = (paragraphs: string[]) =>
      readAnatomy(page(paragraphs))
        .parts.filter(({ kind }) => kind === 'quotation')
        .map(({ speaker }) => speaker);
    expect(speakers([open, before, later])).toEqual(['Ann Carter']);
    expect(speakers([open, 'The ferry came from Outer Tolm, a day late.', later])).toEqual([null]);
    expect(speakers([open, before, 'Carter said it had rained.', later])).toEqual(['Ann Carter']);
    expect(speakers([open, before, later, later])).toEqual(['Ann Carter', 'Ann Carter']);
    expect(speakers([open, before, later, later.replace('she', 'he')])).toEqual(['Ann Carter', null]);
    expect(speakers([open, before, 'Like Reed, Carter said it had rained.', later])).toEqual(['Ann Carter']);
    expect(speakers([open, before, 'Reed said it had rained on Carter, he said.', later])).toEqual([null]);
  });

  it('goes on with the speaker through paragraphs that were left open, and no others', () => {
    const speakers = (mark: string) =>
      readAnatomy(
        page([
          open,
          `Ann Carter said: “The plates will be replaced.${mark}`,
          '“They were made in Tolmouth.”',
        ]),
      )
        .parts.filter(({ kind }) => kind === 'quotation')
        .map(({ speaker }) => speaker);
    expect(speakers('')).toEqual(['Ann Carter', 'Ann Carter']);
    expect(speakers('”')).toEqual(['Ann Carter', null]);
  });

  it('goes on with the speaker past the stop of a title', () => {
    const text = '“The plates will be replaced this week,” said Mr. Carter. “We are waiting for the steel.”';
    const quotations = readAnatomy(page([open, text])).parts.filter(({ kind }) => kind === 'quotation');
    expect(quotations.map(({ speaker }) => speaker)).toEqual(['Carter', 'Carter']);
  });

  it.each([
    ['The book is called “The Long Way to Tolm,” and it sells well.', 0],
    ['Their hats say “Make Tolm Great Again.”', 0],
    ['She wrote of “the long way to Tolm.”', 1],
    ['They shouted “WE WANT THE FERRY BACK”.', 1],
    ['He said: “We are from Tolm. Not Velmora. Never Again.”', 1],
  ])('takes a title or a slogan in capitals for nobody’s statement: %s', (sentence, quotations) => {
    const { parts } = readAnatomy(page([open, sentence]));
    expect(parts.filter(({ kind }) => kind === 'quotation')).toHaveLength(quotations);
  });

  it.each(['Note: ', 'Summary\n\n', 'Editor’s note: '])(
    'takes a box that opens with %j for the page’s own',
    (opening) => {
      const [first, box] = [
        open,
        `${opening}The plates are replaced by divers of the yard, who come once in a year.`,
      ];
      const start = first.length + 2;
      const blocks = [{ kind: 'blockquote' as const, span: { start, end: start + box.length }, cite: null }];
      expect(told(page([first, box], { blocks })).map((part) => part.split(' ')[0])).toEqual(['own:']);
    },
  );

  it('leaves scare quotes to the page', () => {
    expect(told(page(['The “repair” has taken a “very long” time so far this year.']))).toHaveLength(1);
  });

  it('gives the page’s own voice to the outlet that its credit line names', () => {
    const lines: SourceLine[] = [
      { text: 'Reposted with permission from Northern Lantern', links: [], place: 'tail', span: null },
    ];
    const anatomy = readAnatomy(page([open, ...wire], { lines }));
    expect(anatomy.originalOutlet).toBe('Northern Lantern');
    expect(anatomy.parts.map(({ kind, source }) => [kind, source])).toEqual([
      ['reprint', 'Northern Lantern'],
    ]);
  });

  it('takes block quotes and posts of the page’s markup at their word', () => {
    const text = [open, wire[0]!, open];
    const start = open.length + 2;
    const span = { start, end: start + wire[0]!.length };
    expect(
      told(page(text, { blocks: [{ kind: 'blockquote', span, cite: 'https://www.reuters.com/a' }] }))[1],
    ).toBe('excerpt Reuters: Crews have opened');
    expect(told(page(text, { blocks: [{ kind: 'embed', span, cite: 'https://twitter.com/a/1' }] }))[1]).toBe(
      'quotation: Crews have opened',
    );
  });

  it('covers every word once, in order', () => {
    const piece = fc.constantFrom(
      open,
      ...wire,
      'The Telegraph reports:',
      'Ann Carter says:',
      '“One two three four five,” said Tom Reed.',
      '“Open and never closed',
      'closed but never opened.”',
      '— Quay Watch (@quaywatch)',
      'And so it went on:',
      'A list item',
      '',
      '\u202E“”«»',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (paragraphs) => {
        const reading = page(paragraphs);
        const { parts, words } = readAnatomy(reading);
        let at = 0;
        for (const part of parts) {
          expect(part.span.start).toBeGreaterThanOrEqual(at);
          expect(countWords(reading.article.text.slice(at, part.span.start))).toBe(0);
          at = part.span.end;
        }
        expect(countWords(reading.article.text.slice(at))).toBe(0);
        expect(parts.reduce((sum, part) => sum + part.words, 0)).toBe(words);
      }),
      { numRuns: 200 },
    );
  });

  it('stays within bounds on hostile text', () => {
    for (const unit of ['“', 'A said: ', 'said “a b c d” ', ':\n\n', '“a b c d”\n\n']) {
      const text = unit.repeat(Math.ceil(100_000 / unit.length));
      expect(readAnatomy(page([text])).words).toBeLessThanOrEqual(text.length);
    }
  });
});
