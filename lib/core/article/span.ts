/** A half-open range `[start, end)` in UTF-16 units of an article's `text` (or of its title, where `field` says so). */
export interface Span {
  start: number;
  end: number;
}

/** Which of an article's two strings a span speaks of. */
export type Field = 'text' | 'title';
