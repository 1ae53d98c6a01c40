const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text made safe for HTML and XML, in content and in double-quoted attributes. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

/** Data for a `<script type="application/ld+json">`, which no text of it can close. */
export function escapeJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** A link, its words escaped. */
export function anchor(href: string, words: string): string {
  return `<a href="${escapeText(href)}">${escapeText(words)}</a>`;
}

/** A paragraph with the first occurrence of each link's words made a link to `href`. */
export function paragraphHtml(paragraph: string, links: readonly { text: string; href: string }[]): string {
  for (const link of links) {
    const at = paragraph.indexOf(link.text);
    if (at === -1) continue;
    const before = escapeText(paragraph.slice(0, at));
    const after = escapeText(paragraph.slice(at + link.text.length));
    return `${before}${anchor(link.href, link.text)}${after}`;
  }
  return escapeText(paragraph);
}

/** "9 March 2026", from the date as written, whatever the zone of the machine. */
export function longDate(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
  const name = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
  return `${day} ${name.format(new Date(Date.UTC(year ?? 1970, (month ?? 1) - 1, 1)))} ${year}`;
}
