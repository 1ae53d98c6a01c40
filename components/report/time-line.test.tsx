// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { doing, draw, named, press, problems, shownWords } from '@/tests/fixtures/draw';
import { ferry, hostile } from '@/tests/fixtures/reports';
import { held, report, textMatch } from '@/tests/fixtures/reports/parts';
import { TimeLine } from './time-line';

const line = (given = ferry, shown = 3, onOpenLink = vi.fn()) => (
  <main>
    <h1>Refrain</h1>
    <h2>Where it comes from</h2>
    <h3>Copies</h3>
    <TimeLine report={given} shown={shown} onOpenLink={onOpenLink} />
  </main>
);

const hundred = report({
  sameText: Array.from({ length: 100 }, (_, index) =>
    textMatch(
      held(`https://outlet-${index}.example/a`, `Outlet ${index}`, 'A headline', {
        published: {
          at: `2026-03-0${1 + (index % 9)}T0${index % 10}:00:00Z`,
          precision: 'minute',
          from: 'feed',
        },
      }),
    ),
  ),
});

describe('the time line', () => {
  it('lists each copy with its date, the source of the date, and how long after the first', async () => {
    const page = await draw(line());
    const rows = [...page.querySelectorAll('.time-line__row')].map((row) =>
      shownWords(row).replace(/\s/g, ' '),
    );
    expect(rows[0]).toContain('Brannmark Bulletin');
    expect(rows[0]).toContain('Mar 9, 2026, 5:40 AM UTC, as the feed states');
    expect(rows[1]).toContain('Mar 10, 2026, as the page states');
    expect(rows[1]).toContain('1 day after the first');
  });

  it('lists what else is claimed of a copy’s date beside it', async () => {
    const [first] = ferry.sameText;
    const stamp = { at: '2026-03-12', precision: 'day', from: 'page' } as const;
    const further = [{ what: 'modified' as const, stamp }];
    const page = await draw(line({ ...ferry, dates: [{ articleId: first!.article.id, further }] }));
    expect(shownWords(page)).toContain('last changed Mar 12, 2026, as the page states');
  });

  it('lists a copy without a date apart, with the day it was first seen', async () => {
    const page = await draw(line());
    const apart = page.querySelector('.time-line__apart')!;
    expect(apart.textContent).toBe('Without a date of their own');
    expect(shownWords(apart.nextElementSibling!)).toContain('Northern Digest');
    expect(shownWords(apart.nextElementSibling!)).toContain('first seen here');
  });

  it('draws no picture where all copies are dated alike', async () => {
    const at = { at: '2026-03-04', precision: 'day', from: 'feed' } as const;
    const copies = ['a', 'b'].map((id) => textMatch(held(id, id, 'A headline', { published: at })));
    const one = report({ sameText: copies });
    const page = await draw(line({ ...one, page: { ...one.page, published: at } }));
    expect(page.querySelectorAll('.time-line__row')).toHaveLength(3);
    expect(page.querySelector('.time-strip')).toBeNull();
  });

  it('draws a mark for every copy, this page’s by another shape', async () => {
    const page = await draw(line(hundred));
    expect(page.querySelectorAll('.time-strip__mark')).toHaveLength(101);
    expect(page.querySelectorAll('.time-strip__mark--this line')).toHaveLength(1);
  });

  it('shows a few of a hundred copies and this page, the rest by one click', async () => {
    const page = await draw(line(hundred));
    const rows = () => [...page.querySelectorAll('.time-line > .time-line__rows > li')];
    expect(rows()).toHaveLength(4);
    expect(rows().some((row) => row.textContent?.includes('This page'))).toBe(true);
    await doing(() => {
      named('97 more copies', page).closest('details')!.open = true;
    });
    expect(shownWords(page)).toContain('Outlet 99');
  });

  it('keeps the list behind the picture where room is small', async () => {
    const page = await draw(<TimeLine report={ferry} shown={3} folded onOpenLink={vi.fn()} />);
    expect(page.querySelector('.time-strip')).not.toBeNull();
    expect(shownWords(page)).not.toContain('Brannmark Bulletin');
    await doing(() => {
      named('4 texts, in order of date', page).closest('details')!.open = true;
    });
    expect(shownWords(page)).toContain('Brannmark Bulletin');
  });

  it('leads to a copy by its outlet', async () => {
    const onOpenLink = vi.fn();
    const page = await draw(line(ferry, 3, onOpenLink));
    await press('Brannmark Bulletin', page);
    expect(onOpenLink).toHaveBeenCalledWith('https://bulletin.example/osk');
  });

  it.each([
    ['of a few copies', ferry],
    ['of a hundred', hundred],
    ['of hostile strings', hostile.status === 'found' ? hostile.report : ferry],
  ])('is clean to axe: %s', async (_, given) => {
    expect(await problems(await draw(line(given)))).toEqual([]);
  });
});
