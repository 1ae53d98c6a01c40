import type { Frame, Page } from 'playwright-core';
import type { ImportJob, TabStatus } from '@/lib/app/messaging';
import type { Report, ReportOutcome } from '@/lib/core/report';
import type { ExtensionRun } from '../browser/chromium.ts';

/** What a reader does in these tests, in the words of the product. */

/** An article record as imports and the command line take it. */
export interface ImportRecord {
  id: string;
  outlet?: string | null;
  url?: string | null;
  title?: string | null;
  byline?: string | null;
  published?: string | null;
  text: string;
}

/** Imports records as a reader does: a file is chosen on the options page, looked through, and imported. @throws if one is refused. */
export async function importRecords(run: ExtensionRun, records: readonly ImportRecord[]): Promise<number> {
  const text = records.map((record) => JSON.stringify(record)).join('\n');
  const job = await importFile(run, { name: 'records.jsonl', content: Buffer.from(text) });
  if (job.refusals > 0) throw new Error(`Refused: ${JSON.stringify(job.refused.slice(0, 3))}`);
  return job.added + job.revised;
}

/** Imports one file on the options page, and waits for its end. */
export async function importFile(
  run: ExtensionRun,
  { name, content }: { name: string; content: Buffer },
): Promise<ImportJob> {
  const page = await run.openOwnPage('options.html');
  await page
    .locator('#import-file')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: content });
  await page.getByRole('button', { name: 'Import this file' }).click();
  await page
    .getByRole('button', { name: `Undo the import of ${name}` })
    .first()
    .waitFor({ timeout: 120_000 });
  await page.close();
  const [job] = await run.ask('imports');
  if (job === undefined) throw new Error('There is no import.');
  return job;
}

/** Opens an address in a tab and looks at it; the site must be granted. */
export async function lookAt(run: ExtensionRun, page: Page, address: string): Promise<TabStatus> {
  await page.goto(address, { waitUntil: 'load' });
  return run.ask('look', await run.tabId(page));
}

/** The outcome behind a status. @throws with the status in words where there is none. */
function outcomeOf(status: TabStatus): ReportOutcome {
  if (status.state === 'found' || status.state === 'none') return status.outcome;
  throw new Error(`No report: ${JSON.stringify(status)}`);
}

/** The report behind a status. @throws with the status in words where there is none. */
export function reportOf(status: TabStatus): Report {
  const outcome = outcomeOf(status);
  if (outcome.status === 'found' || outcome.status === 'nothing-found') return outcome.report;
  throw new Error(`No report: ${JSON.stringify(outcome)}`);
}

/** Opens the popover over a page that was looked at, and waits until it shows its report. */
export async function openPopover(run: ExtensionRun, page: Page): Promise<Frame> {
  await run.ask('showOnPage', await run.tabId(page));
  await page.bringToFront();
  const frame = await popoverFrame(page);
  await frame.getByRole('heading').first().waitFor();
  return frame;
}

/** The popover's frame, as soon as it stands in the page. */
export async function popoverFrame(page: Page): Promise<Frame> {
  const isPopover = (frame: Frame) => frame.url().includes('/popover.html');
  return page.frames().find(isPopover) ?? page.waitForEvent('framenavigated', { predicate: isPopover });
}

/** Presses Escape in the popover. Not waited for: the frame that the key goes to is gone before the key is released. */
export function pressEscape(page: Page): void {
  page.keyboard.press('Escape').catch(() => {
    // The page was closed before the browser answered for the key.
  });
}

/** All that the popover shows, in one line of words. */
export async function popoverText(frame: Frame): Promise<string> {
  return (await frame.locator('body').innerText()).replace(/\s+/g, ' ').trim();
}

/** Host of a made-up outlet for a name: "The Daily Post" → "the-daily-post.example". */
export function madeUpHost(name: string): string {
  return `${name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}.example`;
}
