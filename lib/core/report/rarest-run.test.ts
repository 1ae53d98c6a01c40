import { describe, expect, test } from 'vitest';
import { bareReading } from '@/lib/core/article';
import { readAnatomy } from '@/lib/core/provenance';
import { tokenize } from '@/lib/core/text';
import { articleOf } from '@/tests/fixtures/made-up-articles';
import { rarestRun } from './rarest-run';

const reading = (text: string) => bareReading(articleOf('a', text, { outlet: null, language: 'en' }));
const runOf = (text: string) => rarestRun(reading(text), readAnatomy(reading(text)));

describe('the run to search for', () => {
  const plain = 'He said that it was one of the things that they had to do and that it would be good.';
  const telling =
    'Harbourmaster Yrsa Quillfeather moored the dredger Perseverance beside Brannmark lighthouse before Tuesday.';

  test('is ten words in a row of the sentence that says most, as printed', () => {
    const run = runOf(`${plain} ${telling}\n\n${plain}`);
    expect(telling).toContain(run);
    expect(tokenize(run!).hashes).toHaveLength(10);
  });

  test('is not of a quotation while there are own words', () => {
    const run = runOf(`${plain}\n\n“${telling}” she told the board.`);
    expect(plain).toContain(run);
  });

  test('has no quotation mark in it, which would end the phrase that is searched for', () => {
    const run = runOf(`The “mooring of the dredger” by ${telling}`);
    expect(run).not.toMatch(/[“”]/);
  });

  test('never goes across a sentence, and is none where all are short', () => {
    expect(runOf('The ferry left. It was late. Nobody minded.')).toBeNull();
  });
});
