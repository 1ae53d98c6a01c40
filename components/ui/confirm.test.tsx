// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { doing, draw, named, press, problems, shownWords, write } from '@/tests/fixtures/draw';
import { Confirm } from './confirm';

const words = { ask: 'Delete…', question: 'Delete 12 articles?', act: 'Delete all' };

describe('an act that has to be confirmed', () => {
  it('is asked about first, with the safe answer focused', async () => {
    const onConfirm = vi.fn();
    const page = await draw(<Confirm {...words} onConfirm={onConfirm} />);
    await press('Delete…');
    expect(shownWords(page)).toContain('Delete 12 articles?');
    expect(document.activeElement).toBe(named('Keep'));
    expect(onConfirm).not.toHaveBeenCalled();
  });

  it('happens once when confirmed', async () => {
    const onConfirm = vi.fn();
    await draw(<Confirm {...words} onConfirm={onConfirm} />);
    await press('Delete…');
    await press('Delete all');
    expect(onConfirm).toHaveBeenCalledTimes(1);
  });

  it('does not happen when kept, and focus returns to where it was', async () => {
    const onConfirm = vi.fn();
    await draw(<Confirm {...words} onConfirm={onConfirm} />);
    await press('Delete…');
    await press('Keep');
    expect(onConfirm).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(named('Delete…'));
  });

  it('does not happen on Escape either', async () => {
    const onConfirm = vi.fn();
    await draw(<Confirm {...words} onConfirm={onConfirm} />);
    await press('Delete…');
    await doing(() =>
      named('Keep').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
    );
    expect(onConfirm).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(named('Delete…'));
  });

  it('waits for the typed word where one is wanted', async () => {
    const onConfirm = vi.fn();
    const page = await draw(<Confirm {...words} typed="delete" onConfirm={onConfirm} />);
    await press('Delete…');
    await press('Delete all');
    expect(onConfirm).not.toHaveBeenCalled();
    await write(page.querySelector('input')!, ' Delete ');
    await press('Delete all');
    expect(onConfirm).toHaveBeenCalledTimes(1);
  });

  it('is clean to axe, asking and not', async () => {
    const page = await draw(
      <main>
        <h1>x</h1>
        <Confirm {...words} typed="delete" onConfirm={() => {}} />
      </main>,
    );
    expect(await problems(page)).toEqual([]);
    await press('Delete…');
    expect(await problems(page)).toEqual([]);
  });
});
