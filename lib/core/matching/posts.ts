import { embeddedPosts } from '@/lib/core/provenance/posts';
import { textBlocks } from '@/lib/core/provenance/text-blocks';
import type { Tokens } from '@/lib/core/text';

/**
 * The words of a text with those of embedded posts as quoted: a post that two outlets show is its author's, as a quotation is
 * its speaker's. Fingerprints, which are frozen, know of quotation marks alone.
 */
export function withPosts(tokens: Tokens, text: string): Tokens {
  const posts = text.includes('(@') ? embeddedPosts(text, textBlocks(text)) : [];
  if (posts.length === 0) return tokens;
  const quoted = tokens.quoted.slice();
  let at = 0;
  for (const { whole } of posts) {
    while (at < quoted.length && tokens.starts[at]! < whole.start) at++;
    while (at < quoted.length && tokens.ends[at]! <= whole.end) quoted[at++] = 1;
  }
  // Over the tokens, not a copy of them: words and quotations are made when somebody asks.
  const told: Tokens = Object.create(tokens, { quoted: { value: quoted } });
  return told;
}
