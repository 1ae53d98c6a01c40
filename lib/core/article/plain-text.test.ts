import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlainText } from './plain-text';
import type { PageReading } from './reading';

const body = [
  'The ferry stayed in port for the third day running, and the town by the harbour was quiet.',
  'Crews have opened the hull and found two broken plates, which divers are to replace this week.',
  '“It will take as long as it takes,” said Ann Carter, who runs the yard and has seen worse.',
  'The ferry carries four thousand people a week between the islands and the mainland.',
];

function read(lines: string[]): PageReading {
  const outcome = readPlainText('file.txt', lines.join('\n\n'));
  if (outcome.status !== 'read') throw new Error(`not read: ${outcome.because}`);
  return outcome.reading;
}

const bodyOf = (lines: string[]) => read(lines).article.text.split('\n\n');

describe('readPlainText', () => {
  it('takes menus, captions and the title off the top', () => {
    const { article } = read(['Menu Close', 'Ferry stays in port', 'Harbour at dawn', ...body]);
    expect(article.title).toBe('Ferry stays in port');
    expect(article.text.split('\n\n')).toEqual(body);
  });

  it('keeps a bulleted deck', () => {
    const deck = [
      '  • Ferry stays in port for a third day running',
      '  • Divers are to replace two broken plates',
    ];
    expect(bodyOf(['Ferry stays in port', deck.join('\n'), ...body])[0]).toBe(
      'Ferry stays in port for a third day running',
    );
  });

  it.each([
    ['a reply form', ['Leave a Reply', 'Your email address will not be published.']],
    ['similar posts', ['Similar Posts', 'Another story of the harbour']],
    [
      'a thread of names with answers below',
      ['  • harbourfan', '    I was there that morning and saw nothing at all.'],
    ],
    [
      'a plea to share',
      ['Wake up, town! Please Share With Everyone:', 'It is all a plot, they say, and nobody listens to us.'],
    ],
    [
      'a list of links',
      ['Harbour fees to rise in spring', 'Islanders ask for a second ferry', 'Museum opens its doors again'],
    ],
    ['a sign-up form', ['Subscribe to our newsletter', 'You have successfully subscribed.']],
    [
      'a comment that breaks off',
      ['1. I do not believe a word of this, and neither should you, since the… Read more »'],
    ],
    [
      'a caption and comments below it',
      [
        'The ferry in its dock on Tuesday, seen from the quay',
        'I am appalled by all of them.',
        'So am I, and I will say so… Read more »',
      ],
    ],
  ])('ends the body at %s', (_, after) => {
    expect(bodyOf(['Ferry stays in port', ...body, ...body, ...after])).toEqual([...body, ...body]);
  });

  it('does not end it at a box of links in the middle', () => {
    const box = ['Related stories:', 'Museum opens its doors again'];
    expect(bodyOf(['Ferry stays in port', ...body, ...box, ...body, ...body, ...body]).at(-1)).toBe(body[3]);
  });

  it('hands on the lines around the body, but no comments', () => {
    const { lines, article } = read([
      'Ferry stays in port',
      ...body,
      'By Ann Carter\nSource: Northern Lantern',
      'Leave a Reply',
      'Source: my neighbour',
    ]);
    expect(lines.map(({ text, place, span }) => [text, place, span])).toEqual([
      ['By Ann Carter', 'tail', null],
      ['Source: Northern Lantern', 'tail', null],
    ]);
    expect(article.byline).toBe('By Ann Carter');
  });

  it('reads a signature and an outlet that the file’s own forms name', () => {
    const { article } = read([
      'Ferry stays in port',
      ...body,
      '— Ann Carter',
      'Harbour fees to rise',
      'Harbour News will use the information you provide on this form to be in touch.',
    ]);
    expect(article).toMatchObject({ byline: '— Ann Carter', outlet: 'Harbour News' });
    expect(article.text.endsWith(body[3]!)).toBe(true);
  });

  it('reads who delivers a copy', () => {
    expect(read(['Ferry stays in port', ...body, 'Delivered by The Hill Lantern']).article.outlet).toBe(
      'The Hill Lantern',
    );
  });

  it('dates a file only by what it states', () => {
    const dated = (...lines: string[]) =>
      read(['Ferry stays in port', ...lines]).article.published?.at ?? null;
    expect(dated('Published: May 3, 2019', ...body)).toBe('2019-05-03');
    expect(dated(...body, 'Ferries in port as of May 3rd 2019')).toBeNull();
    expect(dated(body[0]!, 'Ferries in port as of May 3rd 2019', ...body)).toBe('2019-05-03');
    expect(
      dated(...body, 'It opened on 3 May 2019, as everybody in this town by the harbour remembers.'),
    ).toBeNull();
  });

  it('joins hard-wrapped lines', () => {
    const wrapped =
      'The ferry stayed in port for the third day running,\nand the town by the harbour was quiet.';
    expect(bodyOf(['Ferry stays in port', wrapped, ...body.slice(1)])).toEqual(body);
  });

  it('gives paragraphs as spans of the text', () => {
    const { text, paragraphs } = read(['Ferry stays in port', ...body]).article;
    expect(paragraphs.map(({ start, end }) => text.slice(start, end))).toEqual(body);
  });

  it('says how much of the article it holds', () => {
    const heldAs = (...after: string[]) =>
      read(['Ferry stays in port', ...body, ...after]).article.completeness;
    expect(heldAs('Leave a Reply')).toBe('full');
    expect(heldAs()).toBe('unknown');
    expect(heldAs('Subscribe to continue reading')).toBe('paywalled');
    expect(heldAs('The yard has more work than […] Continue reading')).toBe('teaser');
  });

  it.each([
    ['an empty file', '', 'no-text'],
    ['white space', ' \n\u00A0\t\n', 'no-text'],
    ['bytes of a picture', '\u0089PNG\r\n\u001A\0\0\0', 'unsupported-page'],
    ['bytes misread as text', '\uFFFD\u0001\uFFFD\u0002'.repeat(50), 'unsupported-page'],
  ])('refuses %s', (_, text, because) => {
    expect(readPlainText('file.txt', text)).toEqual({ status: 'not-an-article', because });
  });

  it('reads one line', () => {
    expect(read([body[0]!]).article).toMatchObject({ title: null, text: body[0] });
  });

  it('cuts a huge file and says so', () => {
    const { article, cut } = read(['Ferry stays in port', ...Array.from({ length: 3_000 }, () => body[0]!)]);
    expect(cut).toEqual({ wordsCompared: 30_000, wordsInAll: 54_000 });
    expect(article.paragraphs.at(-1)?.end).toBe(article.text.length);
  });

  it('reads anything without harm', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(...body, '• x', '    y', 'Leave a Reply', '\n\n'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (lines) => {
        const outcome = readPlainText('file.txt', lines.join('\n'));
        if (outcome.status !== 'read') return;
        const { text, paragraphs } = outcome.reading.article;
        for (const { start, end } of paragraphs) expect(text.slice(start, end).trim()).not.toBe('');
      }),
    );
    for (const unit of ['a', ' ', '\n', '• a\n', '(', 'a b\n', 'By A ', '…']) {
      const outcome = readPlainText('file.txt', unit.repeat(Math.ceil(1_000_000 / unit.length)));
      expect(['read', 'not-an-article']).toContain(outcome.status);
    }
  });
});
