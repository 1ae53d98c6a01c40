import { describe, expect, test } from 'vitest';
import { lookAtDemo } from './look-at-demo';

const now = new Date('2026-04-01T12:00:00Z');

describe('lookAtDemo', () => {
  test('begins with an article that has copies and other tellings', async () => {
    const { report } = await lookAtDemo(0, now);
    expect(report.sameText.length).toBeGreaterThan(0);
    expect(report.sameStory.length).toBeGreaterThan(0);
  });

  test('has the text behind every passage it shows', async () => {
    for (const turn of [0, 1, 2]) {
      const { article, report, texts } = await lookAtDemo(turn, now);
      for (const { article: copy, passages } of report.sameText)
        for (const { here, there } of passages) {
          expect(article.text.slice(here.start, here.end)).not.toBe('');
          expect(texts.get(copy.id)?.slice(there.start, there.end)).toBeTruthy();
        }
    }
  });

  test('shows another article at each turn, and comes round', async () => {
    const ids = await Promise.all([0, 1, 2, 3].map(async (turn) => (await lookAtDemo(turn, now)).article.id));
    expect(new Set(ids.slice(0, 3)).size).toBe(3);
    expect(ids[3]).toBe(ids[0]);
  });

  test('never finds the article itself', async () => {
    const { article, report, texts } = await lookAtDemo(0, now);
    expect([...report.sameText, ...report.sameStory].map((match) => match.article.id)).not.toContain(
      article.id,
    );
    expect(texts.has(article.id)).toBe(false);
  });
});
