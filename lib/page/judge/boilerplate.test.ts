import { describe, expect, test } from 'vitest';
import { endsArticle, isBoilerplate } from './boilerplate';
import { isWall } from './completeness';

describe('isBoilerplate', () => {
  test.each([
    'Read more: How the night roster came about',
    'Related: Orchards count the cost of late frost',
    'ADVERTISEMENT',
    'Sign up for our morning letter.',
    'Follow us on Twitter and Facebook',
    'Share this article',
    'Get our headlines in your inbox every morning',
    'Do you want the harbour news by mail? Sign up here.',
    'Tags: ferries, ports',
    '12 comments',
    '4 min read',
    '© 2021 Harbour Gazette',
    '© 2021 Harbour Gazette. This report may not be published or rewritten without written permission of the owner of the paper.',
    'Photo: Ned Vale',
    'The evening ferry leaves Ostrel on Monday. (Photo by Ned Vale)',
    'We may earn a commission when you buy through links on this page.',
  ])('cuts "%s"', (line) => {
    expect(isBoilerplate(line)).toBe(true);
  });

  test.each([
    'Related to each other by marriage, the two skippers have not spoken since the race.',
    'Get well soon, the crew wrote on the hull in letters a metre high.',
    'Support our crews, the harbour master asked, and he meant it.',
    'Share prices of the ferry company fell by a tenth on Monday.',
    'Print runs of the weekly fell below two thousand last year.',
    'In this article of the treaty the word harbour stands three times.',
    'More than forty boats were counted in the bay.',
    'Home rule was granted to the island after the war.',
    'Reports of a collision reached the coast guard before dawn.',
    'The photo was taken before the storm, and shows the pier as it was.',
    'This article originally appeared in Isle Dispatch.',
    'Source: Isle Dispatch',
    'By Mira Holt',
  ])('keeps "%s"', (line) => {
    expect(isBoilerplate(line)).toBe(false);
  });

  test('keeps a long paragraph however it begins', () => {
    expect(isBoilerplate(`Sign up they did, all ${'and every one of them '.repeat(20)}that day.`)).toBe(
      false,
    );
  });
});

test.each(['Related stories', 'Comments (12)', 'You may also like', 'More from Harbour Gazette'])(
  '"%s" ends an article',
  (heading) => {
    expect(endsArticle(heading)).toBe(true);
  },
);

test.each(['What was agreed', 'Comments by the mayor drew applause', 'Relations with the mainland'])(
  '"%s" does not',
  (heading) => {
    expect(endsArticle(heading)).toBe(false);
  },
);

test.each([
  'Subscribe to continue reading',
  'To read the full story, please subscribe to the Gazette.',
  'Already a subscriber? Log in.',
  'This article is for subscribers only.',
  'You have reached your limit of free articles.',
])('"%s" is a wall', (line) => {
  expect(isWall(line)).toBe(true);
});

test.each([
  'The school wants its pupils to continue reading over the summer.',
  'She had to sign in to the harbour office to read the file.',
  'He subscribed to the view that the pier would hold.',
])('"%s" is none', (line) => {
  expect(isWall(line)).toBe(false);
});
