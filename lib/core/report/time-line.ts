import type { Stamp } from '@/lib/core/article';
import { type FurtherDate, stretchOf } from '@/lib/core/provenance/dates';
import type { HeadlineRow, Report } from './types';

/** One copy of the text, this page among them, with the dates that are known of it. */
export interface UndatedCopy {
  articleId: string;
  outlet: string | null;
  url: string | null;
  relation: HeadlineRow['relation'];
  /** What its source says; `null` where it says nothing. */
  claimed: Stamp | null;
  /** When the text first came here; `null` for the page itself. */
  firstSeen: Stamp | null;
  /** What else is claimed of when it appeared. */
  further: FurtherDate[];
}

export interface CopyInTime extends UndatedCopy {
  claimed: Stamp;
  /** The stretch of the line that the claimed date can mean, 0 (its start) to 1: a day is a stretch, a moment a point. */
  place: { from: number; to: number };
}

/** The copies of a text in the order of the dates they claim. What was merely first seen then claims nothing and has no place. */
export interface TimeLine {
  /** The earliest and the latest date claimed; `null` when no copy is dated. */
  ends: { from: Stamp; to: Stamp } | null;
  dated: CopyInTime[];
  undated: UndatedCopy[];
}

/** This page and all held copies of its text by date. Other tellings of the story are not copies. */
export function timeLineOf(report: Report): TimeLine {
  const copies = copiesOf(report);
  const dated = copies.flatMap((copy) => {
    const stretch = copy.claimed === null ? null : stretchOf(copy.claimed);
    return copy.claimed === null || stretch === null || Number.isNaN(stretch.from)
      ? []
      : [{ copy, claimed: copy.claimed, stretch }];
  });
  const placed = new Set(dated.map(({ copy }) => copy));
  const undated = copies.filter((copy) => !placed.has(copy));
  const byEnd = dated.toSorted((a, b) => a.stretch.to - b.stretch.to);
  const byStart = dated.sort((a, b) => a.stretch.from - b.stretch.from || a.stretch.to - b.stretch.to);
  const [first, last] = [byStart[0], byEnd.at(-1)];
  if (first === undefined || last === undefined) return { ends: null, dated: [], undated };
  const length = last.stretch.to - first.stretch.from;
  const share = (at: number) => (length === 0 ? 0.5 : (at - first.stretch.from) / length);
  return {
    ends: { from: first.claimed, to: last.claimed },
    dated: byStart.map(({ copy, claimed, stretch }) => ({
      ...copy,
      claimed,
      place: { from: share(stretch.from), to: share(stretch.to) },
    })),
    undated,
  };
}

function copiesOf({ page, sameText, dates }: Report): UndatedCopy[] {
  const furtherOf = (id: string) => dates.find(({ articleId }) => articleId === id)?.further ?? [];
  const { id, outlet, url, published } = page;
  return [
    {
      articleId: id,
      outlet,
      url,
      relation: 'this-page',
      claimed: published,
      firstSeen: null,
      further: furtherOf(id),
    },
    ...sameText.map(({ article, relation }) => ({
      articleId: article.id,
      outlet: article.outlet,
      url: article.url,
      relation,
      claimed: article.published,
      firstSeen: article.firstSeen,
      further: furtherOf(article.id),
    })),
  ];
}

/** Marks closer than this share of the line are stacked. */
const apart = 0.018;
/** Rows of marks; where more copies fall together, the rest share the topmost. */
const rows = 7;

/** The row of each mark: the lowest in which it touches no other. */
export function stackedRows(copies: readonly CopyInTime[]): number[] {
  const filledTo: number[] = [];
  return copies.map(({ place }) => {
    const free = filledTo.findIndex((to) => place.from >= to);
    const row = Math.min(rows - 1, free === -1 ? filledTo.length : free);
    filledTo[row] = Math.max(filledTo[row] ?? 0, Math.max(place.to, place.from + apart));
    return row;
  });
}
