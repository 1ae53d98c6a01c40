import table from '@/assets/framing/cues.json';

const cues = new Set(table.verbs);

/** Whether a folded word is a verb that attributes words to a speaker. */
export function isCue(low: string): boolean {
  return cues.has(low);
}
