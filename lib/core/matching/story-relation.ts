import type { StoryRelation } from './types';

/**
 * Similarity, by days weighed, from which on two texts tell the same event, look-alike events of one kind included
 * (`contrast.ts` parts those). Set on half of the topics of ECB+; from .18 to .24 B-cubed F1 lies between .91 and .93.
 */
export const sameEventFrom = 0.22;
/** Asked of a pair by itself where a date is not known: a running story prints the same names for months. */
const sameEventUndatedFrom = 0.3;
/**
 * What similarity is worth, by the days between two tellings at most: on one day two texts that name the same people and
 * places mostly tell one event, weeks later they tell the next of its kind. Set on dated news of three outlets a story
 * (B-cubed F1 .86 without, .95 with; look-alike events of a long war fall apart).
 */
const worthByDays: readonly { days: number; worth: number }[] = [
  { days: 1, worth: 2.0 },
  { days: 4, worth: 1.4 },
  { days: 14, worth: 0.9 },
  { days: 45, worth: 0.7 },
  { days: Number.POSITIVE_INFINITY, worth: 0.5 },
];
/** Days between two tellings of one event at most. */
export const eventDays = 4;
/** Days between two parts of one story at most. */
export const storyDays = 45;
/** So alike, two texts tell one event whenever they ran: one is a copy of the other. */
export const copyFrom = 0.9;
/** Similarity from which on two texts belong to one story; more is asked where a date is not known. */
const sameStoryFrom = 0.13;
const sameStoryUndatedFrom = 0.2;

/** How two texts of a similarity are related that lie `days` apart (`null`: not known); `null` when they are not. */
export function storyRelation(similarity: number, days: number | null): StoryRelation | null {
  if (similarity >= copyFrom) return 'same-event';
  if (days === null) {
    if (similarity >= sameEventUndatedFrom) return 'same-event';
    return similarity >= sameStoryUndatedFrom ? 'same-story' : null;
  }
  if (days <= eventDays && similarity >= sameStoryFrom && eventScore(similarity, days) >= sameEventFrom)
    return 'same-event';
  return days <= storyDays && similarity >= sameStoryFrom ? 'same-story' : null;
}

/** Similarity weighed by the days between two tellings. */
export function eventScore(similarity: number, days: number | null): number {
  if (days === null) return similarity;
  return similarity * worthByDays.find((step) => days <= step.days)!.worth;
}

/** Whether two tellings lie near enough in time to be linked as one event; copies may lie anywhere. */
export function canBeOneEvent(similarity: number, days: number | null): boolean {
  return days === null || days <= eventDays || similarity >= copyFrom;
}

/** Days between two days; `null` when either is not known. */
export function daysBetween(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Math.abs(a - b);
}
