import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { sayInEnglish } from '@/lib/core/report';
import { type Answers, answerQuestions, ReaderProblem } from './answer';
import { questions } from './questions';

const own = { id: 'refrain', origin: 'chrome-extension://refrain' };
const fromPage = {
  id: 'refrain',
  url: 'https://daily.example/a',
  frameId: 0,
  tab: { id: 7, incognito: false },
};
const fromPopup = { id: 'refrain', url: `${own.origin}/popup.html` };
const fromPopover = { ...fromPage, url: `${own.origin}/popover.html` };

const page = {
  language: 'en',
  title: 'Ferry back in service',
  headings: ['Ferry back in service'],
  metas: [['og:title', 'Ferry back in service']],
  linkedData: [],
  canonical: null,
  feeds: [],
  pixel: null,
  times: [],
  blocks: [
    { text: 'The ferry sails again.', tag: 'P', zones: 0, links: [], linked: 0, frame: null, kept: true },
  ],
  frames: [],
  wordsLeftOut: 0,
  hiddenWords: 0,
  gate: { article: true, because: null },
};
const [block] = page.blocks;

/** Every question is answered with what was asked; a test replaces the one it is about. */
function setUp(replaced: Partial<Answers> = {}) {
  const asked = vi.fn();
  const onAnswering = vi.fn();
  const names = Object.keys(questions);
  const echo = Object.fromEntries(
    names.map((name) => [name, (asker: unknown, ...args: unknown[]) => asked(name, asker, ...args)]),
  );
  const listener = answerQuestions({
    onAnswering,
    answers: { ...(echo as Answers), ...replaced },
    own,
    mayAsk: () => true,
    sentenceFor: (error) => sayInEnglish(error instanceof ReaderProblem ? error.key : 'problem_unexpected'),
  });
  const put = (message: unknown, sender: object) =>
    new Promise<unknown>((resolve) => {
      if (listener(message, sender, resolve) !== true) resolve('not answered');
    });
  return { asked, put, onAnswering };
}

describe('answerQuestions', () => {
  test('answers our own pages', async () => {
    const { put } = setUp({ heldPages: () => [] });
    expect(await put({ ask: 'heldPages', args: [] }, fromPopup)).toEqual({ answer: [] });
  });

  test('tells of every question but long work, to which nothing gives way', async () => {
    const { put, onAnswering } = setUp();
    await put({ ask: 'deleteAll', args: [] }, fromPopup);
    expect(onAnswering).not.toHaveBeenCalled();
    await put({ ask: 'libraryCounts', args: [] }, fromPopup);
    expect(onAnswering).toHaveBeenCalledOnce();
  });

  test('hands a checked page over with who sent it', async () => {
    const { put, asked } = setUp();
    await put({ ask: 'pageRead', args: [page] }, fromPage);
    expect(asked).toHaveBeenCalledWith(
      'pageRead',
      { kind: 'page', tabId: 7, url: 'https://daily.example/a', privateTab: false },
      page,
    );
  });

  test.each(
    Object.entries(questions).flatMap(([name, { from }]) =>
      [
        { kind: 'page' as const, sender: fromPage },
        { kind: 'popover' as const, sender: fromPopover },
        { kind: 'own' as const, sender: fromPopup },
      ]
        .filter(({ kind }) => !from.includes(kind))
        .map(({ kind, sender }) => ({ name, kind, sender })),
    ),
  )('$name is not for $kind', async ({ name, sender }) => {
    const { put, asked } = setUp();
    expect(await put({ ask: name, args: [] }, sender)).toBe('not answered');
    expect(asked).not.toHaveBeenCalled();
  });

  test.each([
    [
      'a link outside of its text',
      { ...page, blocks: [{ ...block, links: [{ start: 0, end: 99, href: '/' }] }] },
    ],
    ['a frame that is not there', { ...page, blocks: [{ ...block, frame: 0 }] }],
    ['a text of another type', { ...page, blocks: [{ ...block, text: ['a'] }] }],
    ['half a number', { ...page, wordsLeftOut: 0.5 }],
    ['a missing field', { ...page, gate: {} }],
  ])('refuses %s in one sentence', async (_, broken) => {
    const { put, asked } = setUp();
    const reply = await put({ ask: 'pageRead', args: [broken] }, fromPage);
    expect(reply).toEqual({ problem: sayInEnglish('problem_misunderstood') });
    expect(asked).not.toHaveBeenCalled();
  });

  test('refuses a page that sends more than a message may hold', async () => {
    const { put } = setUp();
    const long = { ...page, title: 'a'.repeat(700_000) };
    const reply = await put({ ask: 'pageRead', args: [long] }, fromPage);
    expect(reply).toEqual({ problem: sayInEnglish('problem_too_long') });
  });

  test('drops fields nobody asked for, so nothing of a prototype travels on', async () => {
    const { put, asked } = setUp();
    const sent = JSON.parse(JSON.stringify(page).replace('{', '{"__proto__":{"polluted":1},"extra":2,'));
    await put({ ask: 'pageRead', args: [sent] }, fromPage);
    expect(asked.mock.calls[0]?.[2]).toEqual(page);
    expect(asked.mock.calls[0]?.[2].polluted).toBeUndefined();
  });

  test('says a known problem in its own sentence, an unknown one in general words', async () => {
    const { put } = setUp({
      holdPage: () => {
        throw new ReaderProblem('problem_private_hold');
      },
      deleteAll: () => {
        throw new RangeError('index out of range');
      },
    });
    expect(await put({ ask: 'holdPage', args: [1] }, fromPopup)).toEqual({
      problem: sayInEnglish('problem_private_hold'),
    });
    expect(await put({ ask: 'deleteAll', args: [] }, fromPopup)).toEqual({
      problem: sayInEnglish('problem_unexpected'),
    });
  });

  test('whatever is sent, from a page nothing but a whole page gets through', async () => {
    const { put, asked } = setUp();
    const names = fc.constantFrom(...Object.keys(questions), 'toString', '__proto__', '');
    await fc.assert(
      fc.asyncProperty(names, fc.oneof(fc.array(fc.anything()), fc.anything()), async (ask, args) => {
        const reply = await put({ ask, args }, fromPage);
        const harmless = asked.mock.calls.every(([name]) =>
          ['bringOverlay', 'openPopover', 'pageGone', 'passedBy'].includes(name),
        );
        expect(harmless || isWholePage(args)).toBe(true);
        expect(reply === 'not answered' || typeof reply === 'object').toBe(true);
      }),
      { seed: 20261123, numRuns: 300 },
    );
  });
});

function isWholePage(args: unknown): boolean {
  return Array.isArray(args) && args.length === 1 && typeof args[0] === 'object' && 'blocks' in args[0];
}
