import { describe, expect, it } from 'vitest';
import { embeddedPosts } from './posts';
import { textBlocks } from './text-blocks';

describe('embeddedPosts', () => {
  const posts = (text: string) =>
    embeddedPosts(text, textBlocks(text)).map(({ name, span, whole }) => ({
      name,
      post: text.slice(span.start, span.end),
      whole: text.slice(whole.start, whole.end),
    }));
  const [post, name] = ['The bridge is closed. #harbour', 'Quay Watch'];

  it('are signed by the paragraph below, or at their own end with the date', () => {
    const below = `${post}\n\n— Quay Watch (@quaywatch) May 3, 2019`;
    const within = `${post} — Quay Watch (@quaywatch) May 3, 2019`;
    for (const whole of [below, within])
      expect(posts(`It rained.\n\n${whole}\n\nIt reopened.`)).toEqual([{ name, post, whole }]);
  });

  it('are no sentences that only name an account', () => {
    for (const text of [
      'The council — Quay Watch (@quaywatch) told us on May 3, 2019 — was late.',
      'It rained all day — Quay Watch (@quaywatch).',
      `${'It rained. '.repeat(60)}— Quay Watch (@quaywatch) May 3, 2019`,
    ])
      expect(posts(`It rained.\n\n${text}\n\nIt reopened.`)).toEqual([]);
  });
});
