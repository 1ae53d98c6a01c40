// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { type Quote, quoteOf } from '@/lib/core/text';
import { placeQuotes } from '.';

const placeQuote = (quote: Quote) => placeQuotes(document, [quote])[0] ?? null;

const text =
  'The pier was closed at noon.\n\nTwo planks, it’s said, had been lifted by the tide.\n\nThe ferry sails at noon.';

describe('placeQuotes', () => {
  beforeEach(() => {
    document.body.innerHTML =
      '<script>const text = "Two planks";</script><p>The <b>pier</b> was\n   closed at noon.</p><div class="ad"><span>Buy a boat</span></div>' +
      '<p>Two planks, <a href="/x">it\'s said</a>, had been lif&shy;ted by the <i>ti</i>de.</p><p>The ferry sails at noon.</p>';
  });

  const place = (start: string, end = start) => {
    const span = { start: text.indexOf(start), end: text.indexOf(end) + end.length };
    return placeQuote(quoteOf(text, span));
  };

  test('gives a range over several nodes', () => {
    const range = place('Two planks', 'tide');
    expect(range?.toString().replace('\u00ad', '')).toBe(
      "Two planks, it's said, had been lifted by the tide",
    );
  });

  test('gives a range over several paragraphs', () => {
    const range = place('pier was', 'noon.');
    expect(range?.toString().replace(/\s+/g, ' ')).toBe('pier was closed at noon.');
    expect(range?.startContainer.textContent).toBe('pier');
  });

  test('gives a range in an open shadow tree where the document has none of the quotes', () => {
    const paragraphs = [...document.querySelectorAll('p')];
    const story = document.createElement('story-page');
    story.attachShadow({ mode: 'open' }).append(...paragraphs);
    document.body.append(story);
    const range = place('pier was', 'noon.');
    expect(range?.startContainer.getRootNode()).toBe(story.shadowRoot);
    expect(range?.toString().replace(/\s+/g, ' ')).toBe('pier was closed at noon.');
    document.body.append(paragraphs[2]!);
    expect(place('tide', 'The ferry')).toBeNull();
  });

  test('never gives text of a script', () => {
    const range = place('Two planks');
    expect(range?.startContainer.parentElement?.tagName).toBe('P');
  });

  test('gives null for what is not there', () => {
    expect(
      placeQuote({ exact: 'The lighthouse keeper saw nothing of it', prefix: '', suffix: '' }),
    ).toBeNull();
    expect(placeQuote({ exact: '', prefix: '', suffix: '' })).toBeNull();
  });

  test('places several at once, each in its turn', () => {
    const quotes = ['pier', 'nowhere to be seen at all', 'ferry'].map((exact) => ({
      exact,
      prefix: '',
      suffix: '',
    }));
    expect(placeQuotes(document, quotes).map((range) => range?.toString() ?? null)).toEqual([
      'pier',
      null,
      'ferry',
    ]);
  });

  test('changes nothing in the page', () => {
    const before = document.documentElement.outerHTML;
    place('Two planks', 'tide');
    expect(document.documentElement.outerHTML).toBe(before);
  });
});

test('a quotation carries a little of what stands around it', () => {
  const span = { start: text.indexOf('Two'), end: text.indexOf(' by the') };
  expect(quoteOf(text, span)).toEqual({
    exact: 'Two planks, it’s said, had been lifted',
    prefix: 'The pier was closed at noon.\n\n',
    suffix: ' by the tide.\n\nThe ferry sails a',
  });
  expect(quoteOf(text, { start: 0, end: 3 }).prefix).toBe('');
});
