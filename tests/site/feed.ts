import type { DemoRecord } from './demo-records.ts';
import { escapeText } from './html.ts';
import type { SiteOutlet } from './outlets.ts';

/** The outlet's RSS 2.0 feed: headline, address, date and summary, as most feeds give them. */
export function rssFeed(outlet: SiteOutlet, records: readonly DemoRecord[]): string {
  const items = records.map(
    (record) => `<item>
<title>${escapeText(record.title)}</title>
<link>${escapeText(record.url)}</link>
<guid isPermaLink="true">${escapeText(record.url)}</guid>
<pubDate>${new Date(record.published).toUTCString()}</pubDate>
<category>${escapeText(record.section)}</category>
<description>${escapeText(summaryOf(record))}</description>
</item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel>
<title>${escapeText(outlet.name)}</title>
<link>https://${outlet.host}/</link>
<description>${escapeText(outlet.motto)}</description>
${items.join('\n')}
</channel></rss>
`;
}

/** The record's summary, else its first sentence. */
export function summaryOf(record: DemoRecord): string {
  if (record.summary !== undefined) return record.summary;
  const first = record.text.split('\n\n', 1)[0] ?? '';
  const end = first.indexOf('. ');
  return end === -1 ? first : first.slice(0, end + 1);
}
