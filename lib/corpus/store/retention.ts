import type { Connection } from './connection';
import { isLive, isoDayOf, listedDay } from './rows/article-row';
import { eachRow } from './rows/each-row';
import { readRow } from './rows/row-codec';

/** What is kept: so many articles at most, none older than so many days; `null` sets no limit. */
export interface Limit {
  articles: number | null;
  days: number | null;
}

/** The reader's rule. Articles of packs are not under it: they come and go with their pack. */
export interface RetentionRule {
  overall: Limit;
  /** By key of the outlet. */
  outlets: Readonly<Record<string, Limit>>;
  /** Older revisions kept of each article. */
  revisions: number | null;
}

/** What a rule takes out, oldest first. */
export interface Condemned {
  /** Live articles and older revisions to delete. */
  refs: number[];
  articles: number;
  revisions: number;
  bytes: number;
  /** ISO days of the oldest and newest article that goes. */
  oldest: string | null;
  newest: string | null;
  /** By outlet, most first; `null` for those that no outlet is stated for. */
  outlets: { outlet: string | null; articles: number }[];
}

/** An article as retention looks at it. */
export interface Candidate {
  ref: number;
  /** Key and name of its outlet. */
  outlet: { key: string; name: string } | null;
  /** ISO day it is listed under: claimed, else first seen. */
  day: string;
  bytes: number;
}

/** Works out what a rule would take out. Nothing is changed. @param today ISO day. */
export async function condemnedBy(
  connection: Connection,
  rule: RetentionRule,
  today: string,
): Promise<Condemned> {
  const live: Candidate[] = [];
  const older = new Map<string, { ref: number; revision: number; bytes: number }[]>();
  await eachRow(connection, 'articles', (ref, stored) => {
    const row = readRow(stored);
    if (row === null || row.shard !== undefined) return;
    const { outlet, bytes, held, revision } = row;
    if (isLive(row)) {
      live.push({ ref, outlet, bytes, day: listedDay(held) ?? isoDayOf(held.firstSeen) ?? today });
    } else older.set(held.id, [...(older.get(held.id) ?? []), { ref, revision, bytes }]);
  });
  const gone = beyond(rule, live, today);
  const revisions = [...older.values()].flatMap((list) =>
    rule.revisions === null ? [] : list.sort((a, b) => b.revision - a.revision).slice(rule.revisions),
  );
  return {
    refs: [...revisions, ...gone].map(({ ref }) => ref),
    articles: gone.length,
    revisions: revisions.length,
    bytes: [...gone, ...revisions].reduce((sum, { bytes }) => sum + bytes, 0),
    oldest: gone[0]?.day ?? null,
    newest: gone.at(-1)?.day ?? null,
    outlets: countOutlets(gone),
  };
}

/** The articles that a rule takes out, oldest first. */
export function beyond(rule: RetentionRule, live: readonly Candidate[], today: string): Candidate[] {
  const gone = new Set<Candidate>();
  const newestFirst = live.toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : b.ref - a.ref));
  for (const [key, limit] of Object.entries(rule.outlets)) {
    takeOut(
      limit,
      newestFirst.filter(({ outlet }) => outlet?.key === key),
      today,
      gone,
    );
  }
  takeOut(
    rule.overall,
    newestFirst.filter((article) => !gone.has(article)),
    today,
    gone,
  );
  return newestFirst.filter((article) => gone.has(article)).reverse();
}

function takeOut(
  { articles, days }: Limit,
  newestFirst: readonly Candidate[],
  today: string,
  gone: Set<Candidate>,
): void {
  const first = days === null ? null : daysBefore(today, days);
  for (const [place, article] of newestFirst.entries()) {
    const tooMany = articles !== null && place >= articles;
    const tooOld = first !== null && article.day < first;
    if (tooMany || tooOld) gone.add(article);
  }
}

function daysBefore(today: string, days: number): string {
  return new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
}

function countOutlets(gone: readonly Candidate[]): Condemned['outlets'] {
  const counts = new Map<string | null, number>();
  for (const { outlet } of gone)
    counts.set(outlet?.name ?? null, (counts.get(outlet?.name ?? null) ?? 0) + 1);
  return [...counts]
    .map(([outlet, articles]) => ({ outlet, articles }))
    .sort((a, b) => b.articles - a.articles);
}
