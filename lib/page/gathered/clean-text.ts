/** Invisible marks that only hint at breaks, control characters, and the bidi controls that can reorder our own sentences. */
const marks =
  '[\\u0000-\\u0008\\u000E-\\u001F\\u007F-\\u0084\\u0086-\\u009F\\u00AD\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF\\uFFFE\\uFFFF]';
const invisible = new RegExp(marks, 'g');
const hasInvisible = new RegExp(marks);

/** Takes out characters that print nothing. Joiners stay: Persian and emoji need them. */
export function withoutInvisible(text: string): string {
  return hasInvisible.test(text) ? text.replace(invisible, '') : text;
}

/** One line of text as a reader sees it: white space collapsed, invisible marks gone, at most `limit` UTF-16 units. `null` if nothing is left. */
export function oneLine(text: string | null | undefined, limit: number): string | null {
  if (text === null || text === undefined) return null;
  // Four times the limit is enough to find that much text between white space, and keeps the work bounded.
  const line = withoutInvisible(text.slice(0, limit * 4))
    .replace(/\s+/g, ' ')
    .trim();
  return line === '' ? null : cutAt(line, limit);
}

/** The first `limit` UTF-16 units, never ending within a surrogate pair. */
export function cutAt(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit);
}
