import { type Outlet, outletNamed } from '@/lib/core/article';
import type { Origin } from '@/lib/core/report/types';
import { isAgencyName } from '../name-shapes';

/** Articles whose shared words go back to one source. */
export interface Group {
  /** Whose words they are, where somebody says so. */
  source: Outlet | null;
  articles: string[];
  publishers: Outlet[];
  /** Outlets that its articles credit as a whole. */
  credited: Outlet[];
}

/** What a group goes back to: the source stated, an agency somebody credits, its one publisher, its one owner, or nobody known. */
export function nameGroup({ source, articles, publishers, credited }: Group): Origin {
  const agency = credited.find(isAgency) ?? publishers.find(isAgency);
  const named = source !== null && isAgency(source) ? source : (agency ?? source);
  if (named) {
    const others = [...credited, ...(source ? [source] : [])].filter(({ key }) => key !== named.key);
    const alsoNamed = [...new Set(others.map(({ name }) => name))];
    return { outlet: named.name, kind: isAgency(named) ? 'agency' : 'outlet', articles, alsoNamed };
  }
  const [only] = publishers;
  if (only && publishers.every(({ key }) => key === only.key))
    return { outlet: only.name, kind: 'outlet', articles, alsoNamed: [] };
  const owner = only?.owner ?? null;
  if (owner !== null && publishers.every((publisher) => publisher.owner === owner))
    return { outlet: owner, kind: 'owner', articles, alsoNamed: [] };
  return { outlet: null, kind: 'unknown', articles, alsoNamed: [] };
}

/** Whether an outlet is an agency, by the table or by what it calls itself. */
export function isAgency({ kind, name }: Outlet): boolean {
  return kind === 'agency' || isAgencyName(name);
}

/** Groups that turn out to go back to the same outlet, or to outlets of one owner, are one origin. */
export function foldOrigins(origins: readonly Origin[]): Origin[] {
  const kept = new Map<string, Origin>();
  origins.forEach((origin, at) => {
    const key = foldingKey(origin) ?? `unknown ${at}`;
    const known = kept.get(key);
    kept.set(key, known ? joined(known, origin) : origin);
  });
  return [...kept.values()];
}

function foldingKey({ outlet, kind }: Origin): string | null {
  if (outlet === null) return null;
  if (kind === 'owner') return `owner ${outlet}`;
  const known = outletNamed(outlet);
  if (kind === 'outlet' && known?.owner) return `owner ${known.owner}`;
  return known?.key ?? outlet;
}

function joined(a: Origin, b: Origin): Origin {
  const articles = [...new Set([...a.articles, ...b.articles])];
  const alsoNamed = [...new Set([...a.alsoNamed, ...b.alsoNamed])];
  if (a.outlet === b.outlet) return { ...a, articles, alsoNamed };
  const owner = outletNamed(a.outlet ?? '')?.owner ?? a.outlet;
  return { outlet: owner, kind: 'owner', articles, alsoNamed };
}
