import { describe, expect, test } from 'vitest';
import type { Completeness } from '@/lib/core/article';
import { readHtml } from '@/lib/page/read-html';
import { sentenceOf, textOf } from '../fixtures/made-up-articles';

/** What a page shows after its paragraphs, what its linked data says, and how much of the article that is. */
interface Ending {
  name: string;
  /** Paragraphs of 42 words. */
  paragraphs: number;
  /** Instead of the last paragraph. */
  last?: string;
  after?: string;
  linked?: object;
  is: Completeness;
}

const broken = `${sentenceOf(900, 30).slice(0, -1)}…`;

const endings: Ending[] = [
  { name: 'nothing more', paragraphs: 8, is: 'full' },
  {
    name: 'a newsletter form',
    paragraphs: 8,
    after: '<aside><h3>Sign up for our newsletter</h3><p>The day in five minutes.</p></aside>',
    is: 'full',
  },
  {
    name: 'more stories',
    paragraphs: 8,
    after:
      '<section><h3>More stories</h3><ul><li><a href="/a">Bridge closed</a></li><li><a href="/b">Fair opens</a></li></ul></section>',
    is: 'full',
  },
  {
    name: 'a note on the author',
    paragraphs: 8,
    after: '<p class="bio">Mara Lind writes about the harbour.</p>',
    is: 'full',
  },
  {
    name: 'comments',
    paragraphs: 8,
    after: '<section id="comments"><h3>3 comments</h3><p>I was there.</p></section>',
    is: 'full',
  },
  {
    name: 'a cookie dialogue over it',
    paragraphs: 8,
    after: '<div id="onetrust-consent-sdk"><p>We use cookies.</p></div>',
    is: 'full',
  },
  {
    name: 'linked data that says it is free',
    paragraphs: 8,
    linked: { isAccessibleForFree: true },
    is: 'full',
  },
  {
    name: 'a call for members below a whole text',
    paragraphs: 12,
    after: '<div><p>Enjoyed this? Become a member and support us.</p></div>',
    is: 'full',
  },
  { name: 'a short text that ends', paragraphs: 3, is: 'full' },
  {
    name: 'links to share it',
    paragraphs: 8,
    after: '<ul><li><a href="/s">Share</a></li><li><a href="/p">Print</a></li></ul>',
    is: 'full',
  },

  {
    name: 'subscribe to continue',
    paragraphs: 2,
    after: '<div class="wall"><h3>Subscribe to continue reading</h3></div>',
    is: 'paywalled',
  },
  {
    name: 'log in to read',
    paragraphs: 2,
    after: '<div><p>Log in or create an account to read the rest.</p></div>',
    is: 'paywalled',
  },
  {
    name: 'for subscribers only',
    paragraphs: 2,
    after: '<div><p>This article is for subscribers only.</p></div>',
    is: 'paywalled',
  },
  {
    name: 'already a subscriber',
    paragraphs: 2,
    last: broken,
    after: '<div><p>Already a subscriber? Log in.</p></div>',
    is: 'paywalled',
  },
  {
    name: 'the month’s articles used up',
    paragraphs: 2,
    after: '<div><p>You have read your 3 free articles this month.</p></div>',
    is: 'paywalled',
  },
  { name: 'premium content', paragraphs: 2, after: '<div><p>Premium content</p></div>', is: 'paywalled' },
  {
    name: 'want to keep reading',
    paragraphs: 2,
    after: '<div><h3>Want to keep reading?</h3></div>',
    is: 'paywalled',
  },
  {
    name: 'linked data that says it is not free',
    paragraphs: 2,
    linked: { isAccessibleForFree: false },
    is: 'paywalled',
  },
  {
    name: 'a wall after a long text that breaks off',
    paragraphs: 8,
    last: broken,
    after: '<div><h3>Subscribe to keep reading</h3></div>',
    is: 'paywalled',
  },

  {
    name: 'a link to the full story',
    paragraphs: 2,
    after: '<p><a href="/full">Read the full story</a></p>',
    is: 'summary',
  },
  {
    name: 'a link to go on',
    paragraphs: 2,
    after: '<p><a href="/full">Continue reading</a></p>',
    is: 'summary',
  },
  {
    name: 'a link that says click here',
    paragraphs: 2,
    after: '<p><a href="/full">Click here for the full article</a></p>',
    is: 'summary',
  },
  {
    name: 'a link to view it',
    paragraphs: 2,
    after: '<p><a href="/full">View the full text</a></p>',
    is: 'summary',
  },

  { name: 'an end that breaks off', paragraphs: 2, last: broken, is: 'teaser' },
  { name: 'three full stops', paragraphs: 2, last: `${sentenceOf(901, 30).slice(0, -1)}...`, is: 'teaser' },
  {
    name: 'a broken end and a link',
    paragraphs: 2,
    last: broken,
    after: '<p><a href="/full">Read more</a></p>',
    is: 'teaser',
  },
  { name: 'linked data that counts more words', paragraphs: 2, linked: { wordCount: 900 }, is: 'teaser' },
  { name: 'a long text that breaks off', paragraphs: 8, last: broken, is: 'teaser' },

  { name: 'one paragraph and no more', paragraphs: 1, is: 'unknown' },
  {
    name: 'a long text that its linked data calls paid for',
    paragraphs: 8,
    linked: { isAccessibleForFree: false },
    is: 'unknown',
  },
];

function pageOf({ paragraphs, last, after = '', linked = {} }: Ending): string {
  const texts = textOf(paragraphs, paragraphs).split('\n\n');
  if (last !== undefined) texts[texts.length - 1] = last;
  const data = { '@type': 'NewsArticle', headline: 'Ferry stays in service', ...linked };
  return `<!doctype html><html lang="en"><head><title>Ferry stays in service</title>
<meta property="og:type" content="article"><script type="application/ld+json">${JSON.stringify(data)}</script></head>
<body><article><h1>Ferry stays in service</h1>${texts.map((text) => `<p>${text}</p>`).join('\n')}${after}</article></body></html>`;
}

describe('how much of an article a page holds, when after its text there is', () => {
  test.each(endings)('$name: $is', (ending) => {
    const outcome = readHtml(pageOf(ending), {
      url: 'https://courier.example/2026/03/ferry-stays',
      now: Date.UTC(2026, 2, 10),
    });
    expect(outcome.status === 'read' ? outcome.reading.article.completeness : outcome).toBe(ending.is);
  });
});
