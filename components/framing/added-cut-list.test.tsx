// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { frame } from '@/lib/core/framing';
import { draw, problems } from '@/tests/fixtures/draw';
import { told } from '@/tests/fixtures/told-text';
import { AddedCutList } from './added-cut-list';

const start =
  'The council of Oldtown met on Tuesday evening to talk about the bridge over the river that has been closed since the winter floods, and the';
const end =
  'waited outside the old customs house until the lamps were lit along the quay and the doors were shut for the night.';
const full = `${start} crowd ${end}\n\n“Nobody asked any of us,” said one of them at the gate.`;

/** A text, and another with its reprint: straight marks and a line of thanks are all that the reprint has of its own. */
const copies = [
  told('a', `${start} mob ${end}`, { outlet: 'Evening Mirror' }),
  told('b', full, { outlet: 'Harbour Courier' }),
  told('c', `${full.replace(/[“”]/g, '"')}\n\nWe thank our friends for this report.`, {
    outlet: 'Northern Tribune',
  }),
];

function list() {
  const framing = frame(copies);
  const texts = new Map(copies.map(({ article }) => [article.id, article]));
  const story = { framing, texts, here: 'a', choices: { merged: [], split: [] } };
  return draw(
    <main>
      <h1>Framing</h1>
      <h2>How each tells it</h2>
      <AddedCutList story={story} />
    </main>,
  );
}

it('shows a label that was swapped once for all copies that have it, and open', async () => {
  const page = await list();
  const swaps = [...page.querySelectorAll('.framing__swap')].map((one) => one.textContent);
  expect(swaps).toEqual([
    'mob Evening Mirror (this page)in the same place:crowd Harbour Courier, Northern Tribune',
  ]);
  expect(page.querySelector('.framing__swap')?.closest('details')).toBeNull();
});

it('shows a sentence once for all copies that have it, in its own marks alone', async () => {
  const page = await list();
  const changes = [...page.querySelectorAll('.framing__change')];
  expect(changes.map((one) => one.textContent)).toEqual([
    'Harbour Courier, Northern Tribune · only here: “Nobody asked any of us,” said one of them at the gate.',
    'Northern Tribune · only here: We thank our friends for this report.',
  ]);
  expect(changes.map((one) => one.querySelector('q') !== null)).toEqual([false, true]);
});

it('has no accessibility problem', async () => {
  expect(await problems(await list())).toEqual([]);
});
