import { basilSpeakers } from './basil-speakers';
import { framingSoundness, onlyHereInSharedFacts, soundnessOfPairs, swapFigures } from './compared-measures';
import { type LabelFigures, labelFigures, personFigures, seedMentions } from './label-measures';
import { onlyHereJudged } from './only-here-measures';
import { polnearQuotes, seedQuotes } from './quote-measures';
import { seedArticles } from './story-measures';
import type { Row } from './table';
import { framedSeeds } from './told';

/** The quality table's rows of framing. */
export async function framingRows(): Promise<Row[]> {
  const framing = framedSeeds();
  return [
    soundRow(framing),
    ...labelRows(
      'seeds',
      labelFigures(framing.actors, seedMentions()),
      0.75,
      'seeds: actors of two articles and more',
    ),
    ...labelRows(
      'persons',
      personFigures(),
      0.8,
      'framing-newswcl50, excerpts: persons of two outlets and more',
    ),
    ...quoteRows(framing),
    unreadRow(),
    ...onlyHereRows(framing),
    await judgedRow(),
    swapRow(),
  ];
}

function share(part: number, whole: number): string {
  return `${(part / whole).toFixed(3)} (${part}/${whole})`;
}

function soundRow(framing: ReturnType<typeof framedSeeds>): Row {
  const seeds = framingSoundness(framing, seedArticles());
  const pairs = soundnessOfPairs();
  const [shown, sound] = [seeds.shown + pairs.shown, seeds.sound + pairs.sound];
  return {
    measure: 'framing: evidence stands where it is said to',
    gold: 'seeds, pairs of fa-kes, events of framing-basil',
    figure: share(sound, shown),
    target: '1',
    met: sound === shown,
  };
}

function labelRows(
  who: string,
  { found, wanted, right, judged }: LabelFigures,
  recall: number,
  gold: string,
): Row[] {
  return [
    {
      measure: `labels of ${who}: recall`,
      gold,
      figure: share(found, wanted),
      target: `≥ ${recall}`,
      met: found / wanted >= recall,
    },
    {
      measure: `labels of ${who}: precision`,
      gold,
      figure: share(right, judged),
      target: '≥ .93',
      met: right / judged >= 0.93,
    },
  ];
}

function quoteRows(framing: ReturnType<typeof framedSeeds>): Row[] {
  const seeds = seedQuotes(framing);
  const polnear = polnearQuotes();
  const gold = 'framing-polnear windows, marked quotations of four words and more';
  return [
    {
      measure: 'quotations: spans',
      gold: 'seeds',
      figure: `${seeds.found}/${seeds.wanted}`,
      target: '≥ 23',
      met: seeds.found >= 23,
    },
    {
      measure: 'quotations: speakers',
      gold: 'seeds',
      figure: `${seeds.right}/${seeds.wanted}`,
      target: '≥ 19',
      met: seeds.right >= 19,
    },
    {
      measure: 'quotations: speakers, all',
      gold,
      figure: share(polnear.right, polnear.wanted),
      target: '≥ .90',
      met: polnear.right / polnear.wanted >= 0.9,
    },
    {
      measure: 'quotations: speakers, confident part',
      gold,
      figure: `${share(polnear.confidentRight, polnear.confident)} at ${(polnear.confident / polnear.wanted).toFixed(3)} of all`,
      target: '≥ .97 at ≥ .70',
      met: polnear.confidentRight / polnear.confident >= 0.97 && polnear.confident / polnear.wanted >= 0.7,
    },
  ];
}

/** A set whose speakers nobody looked at while the rules were made; small, and with sentences missing before the quotations. */
function unreadRow(): Row {
  const { quotations, named, right, confident, confidentRight } = basilSpeakers();
  return {
    measure: 'quotations: speakers in texts never read',
    gold: 'framing-basil, excerpts: persons quoted by name',
    figure: `${share(right, named)} of those named, confident ${share(confidentRight, confident)}; ${quotations} in all`,
    target: '',
    met: null,
  };
}

function onlyHereRows(framing: ReturnType<typeof framedSeeds>): Row[] {
  const wrong = onlyHereInSharedFacts(framing);
  return [
    {
      measure: 'only here: items in a fact that another text has too',
      gold: `seeds: ${framing.onlyHere.length} items`,
      figure: String(wrong.length),
      target: '0',
      met: wrong.length === 0,
    },
  ];
}

async function judgedRow(): Promise<Row> {
  const { drawn, still } = await onlyHereJudged();
  return {
    measure: 'only here: items found right by reading, of a fresh sample',
    gold: 'seeds and events of fa-kes, judged by hand',
    figure: `${share(drawn.right, drawn.judged)}; of four samples, as given now: ${share(still.right, still.judged)}`,
    target: '≥ .95',
    met: drawn.right / drawn.judged >= 0.95 && still.right / still.judged >= 0.95,
  };
}

function swapRow(): Row {
  const { found, wanted } = swapFigures();
  return {
    measure: 'swaps in near-copies: recall',
    gold: 'fa-kes, silver',
    figure: share(found, wanted),
    target: '≥ .90',
    met: found / wanted >= 0.9,
  };
}
