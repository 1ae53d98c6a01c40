import { expect, it } from 'vitest';
import { copyAt } from '@/tests/fixtures/copies';
import { heldSources } from './held-sources';

const part = (source: string | null) => ({
  kind: 'excerpt' as const,
  span: { start: 0, end: 9 },
  source,
  speaker: null,
  endMarked: true,
  words: 2,
  statedBy: null,
});
const told = (outlet: string) => ({
  article: copyAt(outlet).article,
  relation: 'same-event' as const,
  score: 0.4,
  shared: [],
  sameOutlet: false,
});

it('ties an excerpt and a cited outlet to its held article, the text before the telling', () => {
  const cited = [
    { cited: 'Reuters', cue: 'told Reuters', span: { start: 0, end: 9 } },
    { cited: 'KQED', cue: 'told KQED', span: { start: 0, end: 9 } },
  ];
  const found = heldSources(
    { parts: [part('The Telegraph'), part(null), part('The Telegraph')], cited },
    [copyAt('telegraph.co.uk', { relation: 'excerpt' }), copyAt('b.example')],
    [told('telegraph.co.uk'), told('reuters.com')],
  );
  expect(found.map(({ source, articleId, relation }) => [source, articleId, relation])).toEqual([
    ['The Telegraph', 'at telegraph.co.uk', 'excerpt'],
    ['Reuters', 'at reuters.com', 'same-event'],
  ]);
});
