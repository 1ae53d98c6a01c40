// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { Report } from '@/lib/core/report';
import { askOf } from '@/tests/fixtures/ask';
import { doing, draw, named, press, problems, shownWords } from '@/tests/fixtures/draw';
import { frameHere } from '@/tests/fixtures/frame';
import { articleOf } from '@/tests/fixtures/made-up-articles';
import { ferry, ferryPassages, ferryTexts, hostile } from '@/tests/fixtures/reports';
import { ShareScreen } from './share-screen';

const shared: Report = {
  ...ferry,
  sameText: ferry.sameText.map((match, index) =>
    index === 0 ? { ...match, passages: ferryPassages } : { ...match, passages: [] },
  ),
};

function screen(more: Partial<Parameters<typeof ShareScreen>[0]> = {}) {
  const ask = askOf({ finding: () => ({ report: shared, text: ferryTexts.here }) });
  return (
    <ShareScreen
      ask={ask}
      frame={frameHere}
      tabId={7}
      day="2026-03-12"
      saveFile={vi.fn()}
      copyText={async () => {}}
      {...more}
    />
  );
}

const choose = (page: Element, form: string) =>
  doing(() => page.querySelector<HTMLInputElement>(`input[value="${form}"]`)!.click());

describe('sharing a finding', () => {
  it('saves the chosen form under its name, as what was shown', async () => {
    const saveFile = vi.fn<(name: string, content: Blob) => void>();
    const page = await draw(screen({ saveFile }));
    await press('Save the file');
    await choose(page, 'csl');
    await press('Save the file');
    const [first, second] = saveFile.mock.calls;
    expect(first?.[0]).toMatch(/\.html$/);
    expect(await first?.[1].text()).toContain('<!DOCTYPE html>');
    expect(second?.[0]).toMatch(/\.csl\.json$/);
    expect(await second?.[1].text()).toBe(page.querySelector('pre')!.textContent);
    expect(page.querySelector('[role="status"]')?.textContent).toBe(`Saved as ${second?.[0]}.`);
  });

  it('shows beforehand everything that will be said', async () => {
    const page = await draw(screen());
    const preview = page.querySelector('.preview')!.textContent;
    for (const { article } of [...shared.sameText, ...shared.sameStory]) {
      expect(preview).toContain(article.outlet);
      expect(preview).toContain(article.title);
    }
    expect(preview).toContain('3 other outlets, 2 origins');
    expect(preview).toContain('What this cannot tell');
  });

  it('puts in how each text tells it once the reader wants it, in the preview as in the file', async () => {
    const texts = new Map([
      [shared.page.id, 'Syrian government forces left the port on 24 September. Divers counted 29 wrecks.'],
      [shared.sameText[0]!.article.id, 'The Syrian army left the port. The loyalists took the ferry.'],
    ]);
    const ask = askOf({
      finding: () => ({ report: shared, text: ferryTexts.here }),
      toldText: (_, id) => {
        const text = texts.get(id ?? shared.page.id);
        if (text === undefined) return null;
        const article = articleOf(id ?? shared.page.id, text, {
          language: 'en',
          outlet: id === null ? 'Tideline' : 'Bulletin',
        });
        return { article, anatomy: null, credits: [] };
      },
      rowChoices: () => ({ merged: [], split: [] }),
    });
    const saveFile = vi.fn<(name: string, content: Blob) => void>();
    const page = await draw(screen({ ask, saveFile }));
    expect(page.querySelector('.preview')!.textContent).not.toContain('Who is called what');
    await press('With how each text tells it');
    await vi.waitFor(() =>
      expect(page.querySelector('.preview')!.textContent).toContain('Who is called what'),
    );
    const preview = page.querySelector('.preview')!.textContent;
    expect(preview).toContain('Tideline: Syrian government forces');
    expect(preview).toContain('Bulletin: Syrian army, loyalists');
    expect(preview).toContain('searched for: 29, twenty-nine');
    await press('Save the file');
    expect(await saveFile.mock.calls[0]?.[1].text()).toContain('Bulletin: Syrian army, loyalists');
    expect(await problems(page)).toEqual([]);
  });

  it('closes the answers for a class, in the preview as in the file', async () => {
    const saveFile = vi.fn<(name: string, content: Blob) => void>();
    const page = await draw(screen({ saveFile }));
    await press('Hide the answers, for a class');
    expect(shownWords(page.querySelector('.preview')!)).not.toContain('Brannmark Bulletin');
    await press('Save the file');
    expect(await saveFile.mock.calls[0]?.[1].text()).toContain('<details>');
  });

  it('copies text as it stands', async () => {
    const copyText = vi.fn(async () => {});
    const page = await draw(screen({ copyText }));
    await choose(page, 'text');
    await press('Copy');
    expect(copyText).toHaveBeenCalledWith(page.querySelector('pre')!.textContent);
    expect(page.querySelector('[role="status"]')?.textContent).toBe('Copied.');
  });

  it('says what went wrong where the browser does not let it copy', async () => {
    const copyText = async () => {
      throw new Error('Writing to the clipboard is not allowed.');
    };
    const page = await draw(screen({ copyText }));
    await choose(page, 'links');
    await press('Copy');
    expect(page.querySelector('[role="alert"]')?.textContent).toContain('not allowed');
  });

  it('says what to do when the tab’s report is gone', async () => {
    const page = await draw(screen({ ask: askOf({ finding: () => null }) }));
    expect(shownWords(page)).toContain('choose Share there');
    expect(() => named('Save the file', page)).toThrow();
  });
});

it.each(['html', 'text', 'links', 'jsonld', 'csl', 'annotation'])('axe finds nothing: %s', async (form) => {
  const page = await draw(screen());
  await choose(page, form);
  expect(await problems(page)).toEqual([]);
});

it('shows strings of hostile pages as the text they are', async () => {
  const report = 'report' in hostile ? hostile.report : ferry;
  const page = await draw(screen({ ask: askOf({ finding: () => ({ report, text: '' }) }) }));
  expect(page.querySelector('img, b, script, [style]')).toBeNull();
  expect(page.textContent).toContain('<img src=x onerror=alert(1)>');
});
