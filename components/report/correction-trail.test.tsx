// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { doing, draw, named, press, problems, shownWords } from '@/tests/fixtures/draw';
import { corrected, ferry } from '@/tests/fixtures/reports';
import { CorrectionTrail } from './correction-trail';

const trail = (report = corrected, onOpenLink = vi.fn()) => (
  <main>
    <h1>Refrain</h1>
    <CorrectionTrail report={report} onOpenLink={onOpenLink} />
  </main>
);

describe('the correction trail', () => {
  it('quotes the page’s own note', async () => {
    const page = await draw(trail());
    expect(page.querySelector('q')?.textContent).toBe(corrected.trail.notes[0]?.line);
  });

  it('names exactly the copies that still have the old sentence, with the day each was last looked at', async () => {
    const page = await draw(trail());
    const stale = [...page.querySelectorAll('.trail__stale > li')].map((row) => shownWords(row));
    expect(stale).toEqual([
      'Brannmark Bulletin has it as it was; last looked at Mar 11, 2026',
      'Evening Mirror of Tessel has it as it was; last looked at Mar 11, 2026',
    ]);
  });

  it('opens to the sentence as it was and as it is, told apart without colour', async () => {
    const page = await draw(trail());
    expect(shownWords(page)).not.toContain('Forty people');
    await doing(() => {
      named('What was changed', page).closest('details')!.open = true;
    });
    expect(page.querySelector('del')?.textContent).toBe('Forty people were on board.');
    expect(page.querySelector('ins')?.textContent).toBe('Fourteen people were on board.');
  });

  it('leads to a copy', async () => {
    const onOpenLink = vi.fn();
    await draw(trail(corrected, onOpenLink));
    await press('Brannmark Bulletin');
    expect(onOpenLink).toHaveBeenCalledWith('https://bulletin.example/osk');
  });

  it('is not there where nothing was corrected', async () => {
    const page = await draw(trail(ferry));
    expect(shownWords(page)).toBe('Refrain');
  });

  it('is clean to axe', async () => {
    expect(await problems(await draw(trail()))).toEqual([]);
  });
});
