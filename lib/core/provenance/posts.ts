/** Posts of others that a page embeds, in plain text: the account's name and handle sign them. */
import type { Span } from '@/lib/core/article';

/** An embedded post: somebody's words. */
export interface Post {
  name: string;
  /** The signature as printed. */
  cue: string;
  /** What was posted. */
  span: Span;
  /** With signature and date. */
  whole: Span;
}

const signatureLine = /^[—–-]{1,2}\s?([^\n()]{2,60}) \((@\w{1,30})\)/u;
/** The signature with its date behind the post, where the post is a paragraph by itself. */
const signed = /\s[—–-]{1,2}\s?([^\n()—–]{2,60}) \(@\w{1,30}\) \p{L}+ \d{1,2}, \d{4}$/u;
/** UTF-16 units of a post, and of its signature with the date. */
const longest = { post: 600, signature: 140 };

/** Embedded posts of a text of these paragraphs, in order: the paragraph above "— Name (@handle)", or that which ends with it. */
export function embeddedPosts(text: string, blocks: readonly Span[]): Post[] {
  const found: Post[] = [];
  blocks.forEach((block, at) => {
    const post = signedBelow(text, blocks, at) ?? signedWithin(text, block);
    if (post && /^\p{L}/u.test(post.name) && !/^(?:follow|find|like|tweet|contact)\b/i.test(post.name))
      found.push(post);
  });
  return found;
}

/** The post above a paragraph that begins with a signature. */
function signedBelow(text: string, blocks: readonly Span[], at: number): Post | null {
  const [block, post, next] = [blocks[at]!, blocks[at - 1], blocks[at + 1]];
  const signature = signatureLine.exec(text.slice(block.start, Math.min(block.end, block.start + 200)));
  if (!signature || !post || post.end - post.start > longest.post) return null;
  const date = next && next.end - next.start <= 20 && /\d{4}$/.test(text.slice(next.start, next.end));
  const whole = { start: post.start, end: date ? next.end : block.end };
  return { name: signature[1]!.trim(), cue: signature[0], span: post, whole };
}

function signedWithin(text: string, block: Span): Post | null {
  if (block.end - block.start > longest.post) return null;
  const from = Math.max(block.start, block.end - longest.signature);
  const signature = signed.exec(text.slice(from, block.end));
  if (!signature) return null;
  const span = { start: block.start, end: from + signature.index };
  return { name: signature[1]!.trim(), cue: signature[0].trim(), span, whole: block };
}
