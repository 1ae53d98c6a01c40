import type { DemoRecord } from './demo-records.ts';

/** How an outlet's pages are built. Sites differ in this, so the reader of pages has to cope with each. */
export type Template =
  /** `<main><article>`, JSON-LD and Open Graph. */
  | 'broadsheet'
  /** Nested `<div>`s, Open Graph only, boxes everywhere. */
  | 'tabloid'
  /** A weblog's theme: `.entry-content`, sharing line, threaded comments. */
  | 'weblog'
  /** Old microdata, no JSON-LD, no Open Graph. */
  | 'plain';

export interface SiteOutlet {
  host: string;
  name: string;
  motto: string;
  template: Template;
  /** Colour of the head, any CSS colour. */
  colour: string;
  sections: string[];
}

const houses: Record<string, { motto: string; template: Template; colour: string }> = {
  'harrowcourier.example': { motto: 'Since 1871', template: 'broadsheet', colour: '#1b3a5c' },
  'northgatetribune.example': { motto: 'Your town, every day', template: 'tabloid', colour: '#8c1d18' },
  'velmorapatriot.example': { motto: 'Order. Work. Home.', template: 'tabloid', colour: '#23472b' },
  'freequay.example': { motto: 'Written on the waterfront', template: 'weblog', colour: '#3d3d3d' },
  'lanternpost.example': { motto: 'A light in the window', template: 'broadsheet', colour: '#6b4a00' },
  'capitalregister.example': { motto: 'Politics and markets', template: 'plain', colour: '#2c2c54' },
  'signalticker.example': { motto: 'Headlines as they come', template: 'plain', colour: '#005a5a' },
  'coastaltimes.example': { motto: 'Tides, trade, towns', template: 'broadsheet', colour: '#0b5563' },
  'inlandobserver.example': { motto: 'From hill and valley', template: 'weblog', colour: '#4b5d16' },
  'eastmereecho.example': { motto: 'The valley’s paper', template: 'weblog', colour: '#71344f' },
  'almidagazette.example': { motto: 'Founded by its readers', template: 'plain', colour: '#5c3317' },
};

/** An outlet for any made-up host; hosts outside of the demo get a plain broadsheet. */
export function siteOutlet(host: string, name: string, sections: string[] = ['News']): SiteOutlet {
  const house = houses[host] ?? { motto: 'News', template: 'broadsheet', colour: '#333' };
  return { host, name, sections, ...house };
}

/** The outlets of these records, in order of first appearance, each with its sections. */
export function outletsOf(records: readonly DemoRecord[]): SiteOutlet[] {
  const outlets = new Map<string, SiteOutlet>();
  for (const record of records) {
    const host = new URL(record.url).hostname;
    const outlet = outlets.get(host) ?? siteOutlet(host, record.outlet, []);
    if (!outlet.sections.includes(record.section)) outlet.sections.push(record.section);
    outlets.set(host, outlet);
  }
  return [...outlets.values()];
}
