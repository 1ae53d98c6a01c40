import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionRun, launchChromium } from '../browser/chromium.ts';
import { articlePage, type Site, startSite } from '../site';
import { importRecords, lookAt, openPopover } from './reader.ts';

const here = [
  'Sarnovan government forces left the harbour of Oldhaven on 24 September, ending a siege of eleven weeks that had closed the port to all but fishing boats.',
  '“We will not come back to this harbour while the talks go on,” said Colonel Ann Carter, who commanded the garrison of Oldhaven. Carter told Reuters after the announcement that nobody had been hurt.',
  'US-backed rebels moved into the port in the evening. The rebels counted 29 boats left behind at the northern quay, most of them without engines.',
  'President Maria Keller called the withdrawal a step towards peace in Sarnova. Syrian observers at the harbour of Oldhaven said the regime had kept its word.',
];
const there = [
  'The Syrian army watched as the regime’s troops gave up the harbour of Oldhaven after a siege of eleven weeks.',
  'Ann Carter, the garrison’s commander, told AP that her soldiers would be back within a month. “Nobody has won here,” Carter said.',
  'The insurgents took over the port of Oldhaven. President Keller did not comment on the withdrawal from Sarnova’s last harbour. US-backed rebels hoisted their flag.',
];

describe('How a story is told', () => {
  let site: Site;
  let run: ExtensionRun;

  beforeAll(async () => {
    site = await startSite();
    run = await launchChromium();
    await run.grant(['http://*.example/*']);
    await importRecords(run, [
      {
        id: 'evening',
        outlet: 'Evening Mirror',
        url: 'https://mirror.example/oldhaven',
        title: 'Oldhaven harbour given up',
        published: '2026-09-25',
        text: there.join('\n\n'),
      },
    ]);
  });

  afterAll(async () => {
    await run?.close();
    await site?.close();
  });

  const open = async () => {
    const html = articlePage({
      host: 'tideline.example',
      outlet: 'Tideline',
      title: 'Garrison leaves Oldhaven harbour',
      byline: 'By Tom Reed',
      published: '2026-09-25',
      paragraphs: here,
      creditHtml: '',
    });
    const page = await run.context.newPage();
    const status = await lookAt(run, page, site.addPage('tideline.example', '/oldhaven', html));
    expect(status.state).toBe('found');
    return page;
  };

  it('is compared in the popover once its tab is chosen; a label opens its sentence and shows it in the page', async () => {
    const page = await open();
    const frame = await openPopover(run, page);
    expect(run.context.pages().flatMap((one) => one.workers())).toEqual([]);
    await frame.getByRole('tab', { name: 'Framing' }).click();
    await frame.getByRole('heading', { name: 'Who is called what' }).waitFor();
    const label = frame.getByRole('button', { name: /^Colonel Ann Carter, in / }).first();
    await label.click();
    await frame
      .getByRole('button', { name: /^Show in the page: Colonel Ann Carter/ })
      .first()
      .click();
    await frame.getByRole('status').filter({ hasText: /./ }).first().waitFor();
    expect(await frame.getByRole('heading', { name: 'Attributed differently' }).isVisible()).toBe(true);
    await page.close();
  });

  it('stands on the comparison page, for the two texts that are compared', async () => {
    const page = await open();
    await run.ask('openComparison', await run.tabId(page), 'evening');
    const comparison = await expect
      .poll(() => run.context.pages().find((one) => one.url().includes('/comparison.html')) ?? null)
      .not.toBeNull()
      .then(() => run.context.pages().find((one) => one.url().includes('/comparison.html'))!);
    await comparison.getByRole('heading', { name: 'Who is called what' }).waitFor();
    expect(await comparison.getByText('Found in one text only').isVisible()).toBe(true);
    expect(await comparison.getByText(/not found in 1 other text; searched for: 29/).isVisible()).toBe(true);
    await comparison.close();
    await page.close();
  });
});
