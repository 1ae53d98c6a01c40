import { describe, expect, it } from 'vitest';
import { bareReading } from '@/lib/core/article';
import { tokenize } from '@/lib/core/text';
import { articleOf } from '@/tests/fixtures/made-up-articles';
import { readAnatomy } from './read-anatomy';
import { readVoices } from './read-voices';

const open = 'The ferry stayed in port for the third day running, Reuters reported.';
const said = '“We are waiting for the plates from Oskport,” Ann Carter told Reuters. “They are late again.”';
const wire = 'Crews have opened the hull and found two broken plates, which divers are to replace.';

describe('readVoices', () => {
  it.each([
    ['with a quotation to an outlet', [open, said, wire]],
    [
      'with an excerpt that a lead-in announces',
      [open, 'The Guardian obtained the list of repairs:', wire, said],
    ],
    [
      'with a quotation that a lead-in announces',
      [open, 'Ann Carter told Reuters:', '“We are waiting.”', wire],
    ],
    ['by single line ends', [`${[open, 'As Reuters reported:', wire, said, wire].join('\n')}`]],
    ['with a credit line', ['Additional reporting by Reuters.', open, said]],
  ])('gives the voices of a page %s as its anatomy does', (_, paragraphs) => {
    const reading = bareReading(articleOf('harbour', paragraphs.join('\n\n'), { paragraphs: [] }));
    const anatomy = readAnatomy(reading);
    const voices = readVoices(reading, tokenize(reading.article.text));
    const kindAndSpeaker = ({ kind, speaker }: (typeof voices.parts)[number]) => [kind, speaker];
    expect(voices.credits).toEqual(anatomy.credits);
    expect(voices.parts.map(kindAndSpeaker)).toEqual(anatomy.parts.map(kindAndSpeaker));
    expect(anatomy.parts.length).toBeGreaterThan(1);
  });
});
