import type { DemoRecord } from './demo-records.ts';
import type { Local } from './furniture.ts';
import { anchor, escapeText } from './html.ts';
import { siteOutlet } from './outlets.ts';
import { pageShell } from './page-shell.ts';

/** Host of the page that leads to all demo articles. */
export const frontHost = 'demo.example';

const stories: { heading: string; words: RegExp }[] = [
  { heading: 'The harbour of Sarnova', words: /Sarnova/ },
  { heading: 'The ferry Anna Vell', words: /Anna Vell/ },
  { heading: 'The wells of Eastmere', words: /Eastmere/ },
];

/** Where a visitor of the demo starts: the articles by story, then the ones that belong to none. */
export function frontPage(records: readonly DemoRecord[], local: Local): string {
  const left = new Set(records);
  const groups = stories.map(({ heading, words }) => {
    const group = records.filter((record) => words.test(`${record.title} ${record.text}`));
    for (const record of group) left.delete(record);
    return list(heading, group, local);
  });
  return pageShell(siteOutlet(frontHost, 'Refrain demo', []), {
    title: 'Refrain demo',
    bodyClass: 'list',
    main: `<div class="columns"><main><h1>Three stories, told by eleven made-up outlets</h1><p>Open an article. Refrain shows whose words it is made of, who else ran it and how they told it.</p>${groups.join('')}${list('Something else altogether', [...left], local)}</main></div>`,
  });
}

function list(heading: string, records: readonly DemoRecord[], local: Local): string {
  const items = records.map(
    (record) => `<li>${escapeText(record.outlet)}: ${anchor(local(record.url), record.title)}</li>`,
  );
  return `<h2>${escapeText(heading)}</h2><ul>${items.join('')}</ul>`;
}
