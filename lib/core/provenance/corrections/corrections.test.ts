import { describe, expect, it } from 'vitest';
import data from '@/assets/correction-notes.json';
import { type Article, bareReading } from '@/lib/core/article';
import { memoryCorpus, prepareArticle } from '@/lib/core/matching';
import { buildReport } from '@/lib/core/report';
import { articleOf, sentenceOf, textOf } from '@/tests/fixtures/made-up-articles';
import { changedSentences } from './changed-sentences';
import { readCorrectionNotes } from './read-notes';

describe('readCorrectionNotes', () => {
  const samples = data.kinds.flatMap(({ kind, samples }) => samples.map((line) => [line, kind] as const));

  it.each(samples)('reads "%s" as %s', (line, kind) => {
    const text = `${textOf(1, 2)}\n\n${line}`;
    const notes = readCorrectionNotes(text);
    expect(notes.map((note) => note.kind)).toEqual([kind]);
    for (const { span, line: quoted } of notes) expect(text.slice(span.start, span.end)).toBe(quoted);
  });

  it.each(data.refused)('refuses "%s"', (line) =>
    expect(readCorrectionNotes(`${textOf(1, 2)}\n\n${line}`)).toEqual([]),
  );

  it('keeps to its bounds', () => {
    expect(readCorrectionNotes('Correction: it rained.\n\n'.repeat(10_000))).toHaveLength(20);
    for (const unit of ['update ', '(correction ', 'version of this ', 'correction: '])
      expect(readCorrectionNotes(unit.repeat(60_000)).length).toBeLessThanOrEqual(20);
  });
});

describe('changedSentences', () => {
  it('tells a changed figure with the sentence that took its place, and a sentence that is gone', () => {
    const before =
      'The ferry carries forty cars on every trip across. Nobody was hurt when it hit the quay wall. It rained.';
    const after = 'The ferry carries thirty cars on every trip across. It rained.';
    expect(changedSentences(before, after)).toEqual([
      {
        before: 'The ferry carries forty cars on every trip across.',
        after: 'The ferry carries thirty cars on every trip across.',
      },
      { before: 'Nobody was hurt when it hit the quay wall.', after: null },
    ]);
  });

  it('takes no moved or retypeset sentence for a change', () => {
    const [a, b, c] = [sentenceOf(1), sentenceOf(2), sentenceOf(3)];
    expect(changedSentences(`${a} ${b} ${c}`, `${c} ${a.toUpperCase()}\n\n${b.replace('.', '')}`)).toEqual(
      [],
    );
  });
});

describe('the trail of a corrected origin with five copies', () => {
  const story = textOf(4, 6).split('\n\n');
  const wrong = 'The harbour master earned forty thousand crowns in that year alone.';
  const right = 'The harbour master earned fourteen thousand crowns in that year alone.';
  const withLine = (line: string) => [...story.slice(0, 3), line, ...story.slice(3)].join('\n\n');
  const origin = (line: string): Article => articleOf('origin', withLine(line), { outlet: 'origin.example' });
  const copies = [wrong, right, wrong, right, ''].map((line, at) => articleOf(`copy${at}`, withLine(line)));
  const library = memoryCorpus(
    [origin(wrong), origin(right), ...copies].map((article, at) =>
      prepareArticle(article, {
        firstSeen: { at: `2026-03-1${at}`, precision: 'day', from: 'first-seen' },
        from: { kind: 'feed', name: 'test' },
        credits: [],
        summary: null,
      }),
    ),
  );
  const trailOf = async (article: Article) => {
    const outcome = await buildReport(bareReading(article), [library], { now: new Date('2026-04-01') });
    if (outcome.status !== 'found') throw new Error(outcome.status);
    return outcome.report.trail;
  };

  it('names exactly the two that still carry the old sentence, with their day', async () => {
    const { corrections } = await trailOf(origin(right));
    expect(corrections).toMatchObject([
      { articleId: 'origin', before: { at: '2026-03-10' }, changes: [{ before: wrong, after: right }] },
    ]);
    expect(corrections[0]?.stale.map(({ articleId, lastChecked }) => [articleId, lastChecked.at])).toEqual([
      ['copy0', '2026-03-12'],
      ['copy2', '2026-03-14'],
    ]);
  });

  it('names them read from a copy too, the page itself among them', async () => {
    const [correction] = (await trailOf(copies[0]!)).corrections;
    expect(correction).toMatchObject({ articleId: 'origin', changes: [{ before: wrong, after: right }] });
    expect(correction?.stale.map(({ articleId }) => articleId).sort()).toEqual(['copy0', 'copy2']);
  });
});
