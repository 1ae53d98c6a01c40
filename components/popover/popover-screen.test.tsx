// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { askOf } from '@/tests/fixtures/ask';
import { doing, draw, press, problems, shownWords } from '@/tests/fixtures/draw';
import { frameHere } from '@/tests/fixtures/frame';
import { ferryOutcome } from '@/tests/fixtures/reports';
import { PopoverScreen } from './popover-screen';

const background = () =>
  askOf({
    redeem: () => ({ outcome: ferryOutcome, tabId: 7 }),
    showInPage: () => ({ placed: 2, of: 3 }),
    showPart: () => ({ placed: false }),
    openComparison: () => {},
    closePopover: () => {},
  });

describe('the popover', () => {
  it('shows the report its token stands for', async () => {
    const ask = background();
    const page = await draw(<PopoverScreen frame={frameHere} ask={ask} token="abc" />);
    expect(ask.asked[0]).toEqual({ question: 'redeem', args: ['abc'] });
    expect(shownWords(page)).toContain(
      '3 other outlets ran this text, one of them only a part.2 independent origins in all',
    );
  });

  it('stays blank for a token that is refused', async () => {
    const page = await draw(
      <PopoverScreen frame={frameHere} ask={askOf({ redeem: () => null })} token="wrong" />,
    );
    expect(shownWords(page)).toBe('');
  });

  it('takes the focus when it opens, and closes with Escape or its button', async () => {
    const ask = background();
    const page = await draw(<PopoverScreen frame={frameHere} ask={ask} token="abc" />);
    expect(document.activeElement).toBe(page.querySelector('main'));
    await doing(() => {
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    });
    await press('Close');
    expect(ask.asked.filter(({ question }) => question === 'closePopover').map(({ args }) => args)).toEqual([
      [7],
      [7],
    ]);
  });

  it('says how many of the passages could be marked in the page', async () => {
    const page = await draw(<PopoverScreen frame={frameHere} ask={background()} token="abc" />);
    await press('Show in page', page.querySelector('article')!);
    expect(page.querySelector('[role="status"]')?.textContent).toBe('2 of 3 passages marked in the page.');
  });

  it('says so when a part stands no longer in the page', async () => {
    const page = await draw(<PopoverScreen frame={frameHere} ask={background()} token="abc" />);
    await doing(() => page.querySelector<HTMLElement>('.words-row__places button')!.click());
    expect(page.querySelector('[role="status"]')?.textContent).toContain('could not be found again');
  });

  it('opens the comparison of a copy', async () => {
    const ask = background();
    const page = await draw(<PopoverScreen frame={frameHere} ask={ask} token="abc" />);
    await press('Compare', page.querySelector('article')!);
    expect(ask.asked.at(-1)).toEqual({
      question: 'openComparison',
      args: [7, 'https://bulletin.example/osk'],
    });
  });

  it('shows the sentence the background gives instead of an answer', async () => {
    const ask = askOf({
      redeem: () => {
        throw new Error('The library could not be opened. Close the page and look again.');
      },
    });
    const page = await draw(<PopoverScreen frame={frameHere} ask={ask} token="abc" />);
    expect(page.querySelector('[role="alert"]')?.textContent).toContain('Close the page and look again.');
  });

  it('is clean to axe', async () => {
    expect(
      await problems(await draw(<PopoverScreen frame={frameHere} ask={background()} token="abc" />)),
    ).toEqual([]);
  });
});
