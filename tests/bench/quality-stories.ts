import { clustersOfBasil, halvesOfEcb, seedPairsRight } from './story-measures';
import type { Row } from './table';

/** The quality table's rows of stories: three relations on the seeds, clusters of events on two collections. */
export async function storyRelationRows(): Promise<Row[]> {
  const { right, wrong } = await seedPairsRight();
  const basil = await clustersOfBasil();
  const halves = await halvesOfEcb(0.95);
  return [
    {
      measure: 'stories: pairs by relation (same event, same story, neither)',
      gold: 'seeds among fa-kes: ten pairs',
      figure: `${right}/${right + wrong.length}`,
      target: '≥ 8',
      met: right >= 8,
    },
    {
      measure: 'stories: triplets, B-cubed F1',
      gold: `framing-basil, ${basil.articles} articles`,
      figure: `${basil.f1.toFixed(3)} (P ${basil.precision.toFixed(3)}, R ${basil.recall.toFixed(3)})`,
      target: '≥ .94',
      met: basil.f1 >= 0.94,
    },
    ...halves.map(({ half, from, scored: { precision, recall, articles } }): Row => {
      const met = precision >= 0.95 && recall >= 0.82;
      return {
        measure: 'stories: same event, P and R by the other half’s threshold',
        gold: `ECB+, ${half} topics, ${articles} articles, mostly undated`,
        figure: `P ${precision.toFixed(3)}, R ${recall.toFixed(3)} (from ${from.toFixed(2)})`,
        target: 'P ≥ .95, R ≥ .82',
        met,
        ...(met ? {} : { why: 'look-alike events without dates share their names and their words' }),
      };
    }),
  ];
}
