// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { BackgroundAnswers, ImportJob, ImportPreview } from '@/lib/app/messaging';
import { askOf } from '@/tests/fixtures/ask';
import { doing, draw, press, problems, shownWords } from '@/tests/fixtures/draw';
import { ImportSection } from './import-section';
import { useImports } from './use-imports';

const preview: ImportPreview = {
  name: 'march.csv',
  bytes: 90_000,
  table: {
    columns: [
      { name: 'headline', sample: 'Ferry stays' },
      { name: 'paper', sample: 'Bulletin' },
      { name: 'words', sample: 'The ferry stays in service.' },
    ],
    map: { title: 0, text: 2 },
  },
  records: 1200,
  more: false,
  looked: 60,
  articles: 58,
  held: 2,
  near: 1,
  undated: 3,
  passedOver: 0,
  refusals: 2,
  refused: [{ where: 'march.csv, row 4', why: 'the article has neither text nor headline.' }],
  rows: [{ title: 'Ferry stays', outlet: null, published: '2026-03-02', words: 412 }],
};

const job: ImportJob = {
  number: 3,
  began: '2026-03-10T09:00:00Z',
  state: 'running',
  names: ['march.csv'],
  added: 300,
  revised: 0,
  unchanged: 2,
  near: 4,
  passedOver: 0,
  refusals: 1,
  refused: [{ where: 'march.csv, row 4', why: 'the article has neither text nor headline.' }],
  problem: null,
  share: 0.25,
  secondsLeft: 40,
};

function Section({ ask }: { ask: ReturnType<typeof askOf> }) {
  const imports = useImports({ ask, stageFile: async () => 7, onChanged: () => {} });
  return (
    <main>
      <h2>Library</h2>
      <ImportSection imports={imports} />
    </main>
  );
}

const background = (more: Partial<BackgroundAnswers> = {}) =>
  askOf({ imports: () => [], previewImport: () => preview, ...more });

async function choose(page: HTMLElement, ...files: File[]) {
  const input = page.querySelector<HTMLInputElement>('#import-file')!;
  Object.defineProperty(input, 'files', { value: files, configurable: true });
  await doing(() => input.dispatchEvent(new Event('change', { bubbles: true })));
}

describe('a file that holds nothing to take', () => {
  const broken: ImportPreview = {
    ...preview,
    name: 'march.zip',
    table: null,
    records: 1,
    looked: 1,
    articles: 0,
    held: 0,
    near: 0,
    refusals: 1,
    refused: [{ where: 'march.zip', why: 'the zip file ends early. Get it again.' }],
    rows: [],
  };

  it('says what is wrong with it, and no import is offered', async () => {
    const page = await draw(<Section ask={background({ previewImport: () => broken })} />);
    await choose(page, new File(['x'], 'march.zip'));
    expect(shownWords(page)).toContain('march.zip holds nothing that can be taken, so it is not imported.');
    expect(shownWords(page)).toContain('the zip file ends early. Get it again.');
    expect(shownWords(page)).not.toContain('Import this file');
    expect(await problems(page)).toEqual([]);
  });

  it('stays out when others are imported', async () => {
    const previews = [broken, preview];
    const ask = background({ previewImport: () => previews.shift()!, beginImport: () => [job] });
    const page = await draw(<Section ask={ask} />);
    await choose(page, new File(['x'], 'march.zip'), new File(['x'], 'march.csv'));
    await press('Import this file');
    const begun = ask.asked.find(({ question }) => question === 'beginImport');
    expect(begun?.args).toEqual([[expect.objectContaining({ name: 'march.csv' })]]);
  });
});

it('warns of a table in which no column holds texts, and shows the columns to choose from', async () => {
  const titles = { ...preview, table: { ...preview.table!, map: { title: 0 } } };
  const page = await draw(<Section ask={background({ previewImport: () => titles })} />);
  await choose(page, new File(['x'], 'march.csv'));
  expect(shownWords(page)).toContain('No column was found that holds the texts.');
  expect(page.querySelector('.columns')?.closest('details')?.open).toBe(true);
});

describe('a file that was chosen', () => {
  it('is shown with its counts, its first rows and its columns, and nothing is imported yet', async () => {
    const ask = background();
    const page = await draw(<Section ask={ask} />);
    await choose(page, new File(['x'], 'march.csv'));
    const words = shownWords(page);
    expect(words).toContain('march.csv holds 1,200 records.');
    expect(words).toContain('Of the first 60, 58 can be taken; 2 cannot.');
    expect(words).toContain('3 state a date that cannot be read for sure');
    expect(words).not.toContain('No column was found that holds the texts.');
    expect(words).toContain('Ferry stays');
    expect(words).toContain('row 4: the article has neither text nor headline.');
    expect(ask.asked.map(({ question }) => question)).toEqual(['imports', 'previewImport']);
    expect(await problems(page)).toEqual([]);
  });

  it('is looked through again when a column is said to hold something else', async () => {
    const ask = background();
    const page = await draw(<Section ask={ask} />);
    await choose(page, new File(['x'], 'march.csv'));
    const outlet = [...page.querySelectorAll('label')].find(({ textContent }) => textContent === 'Outlet')!;
    const select = page.querySelector<HTMLSelectElement>(`[id="${outlet.htmlFor}"]`)!;
    select.value = '1';
    await doing(() => select.dispatchEvent(new Event('change', { bubbles: true })));
    expect(ask.asked.at(-1)).toEqual({
      question: 'previewImport',
      args: [7, { title: 0, text: 2, outlet: 1 }],
    });
  });

  it('is imported at a press, or left out', async () => {
    const ask = background({ beginImport: () => [] });
    const page = await draw(<Section ask={ask} />);
    await choose(page, new File(['x'], 'march.csv'));
    await press('Leave out march.csv');
    expect(shownWords(page)).not.toContain('march.csv');
    await choose(page, new File(['x'], 'march.csv'));
    await press('Import this file');
    expect(ask.asked.at(-1)).toEqual({
      question: 'beginImport',
      args: [[{ staged: 7, columns: null, name: 'march.csv', bytes: 90_000 }]],
    });
  });
});

describe('an import', () => {
  it('under way shows how far it is and the time left, and can be stopped', async () => {
    const ask = background({ imports: () => [job], cancelImport: () => [{ ...job, state: 'cancelled' }] });
    const page = await draw(<Section ask={ask} />);
    expect(shownWords(page)).toContain('25%');
    expect(shownWords(page)).toContain('about 40 seconds left');
    expect(page.querySelector('progress')?.value).toBe(0.25);
    expect(await problems(page)).toEqual([]);
    await press('Stop importing march.csv');
    expect(shownWords(page)).toContain('Stopped. Imported so far: 300 added');
  });

  it('at its end can be undone, after a question that says how much goes', async () => {
    const ask = background({ imports: () => [{ ...job, state: 'done' }], undoImport: () => [] });
    const page = await draw(<Section ask={ask} />);
    await press('Undo the import of march.csv');
    expect(shownWords(page)).toContain('300 articles that it added go');
    expect(await problems(page)).toEqual([]);
    await press('Undo', page.querySelector('fieldset.confirm')!);
    expect(ask.asked.at(-1)).toEqual({ question: 'undoImport', args: [3] });
  });
});
