import { hasCollections } from '../collections';
import { answerRateRows } from './answer-rate';
import { framingRows } from './quality-framing';
import { matchingRows } from './quality-matching';
import { pageRows } from './quality-page';
import { provenanceRows } from './quality-provenance';
import { storyRelationRows } from './quality-stories';
import { printRows } from './table';

/** What Refrain gets right, measured on hand-made truth: `npm run bench:quality`. */
export default async function quality(): Promise<void> {
  if (!hasCollections) {
    console.log('Not measured: the shared collections are not beside this clone.');
    return;
  }
  printRows([
    ...(await pageRows()),
    ...(await provenanceRows()),
    ...(await matchingRows()),
    ...(await framingRows()),
    ...(await answerRateRows()),
    ...(await storyRelationRows()),
  ]);
}
