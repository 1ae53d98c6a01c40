import aliases from '@/assets/framing/aliases.json';

import type { Word } from '../words';

const mostWords = 7;
const known = new Map<string, string>();
for (const names of aliases.bodies) for (const name of names) known.set(keyOf(name), names[0]!);

function keyOf(name: string): string {
  return name.replaceAll('-', ' ').replaceAll('’', "'");
}

/** Words that the longest well-known name at word `at` takes; 0 where none stands. Small words inside it count. */
export function bodyLength(words: readonly Word[], at: number): number {
  if (!words[at]?.capital) return 0;
  for (let length = Math.min(mostWords, words.length - at); length > 0; length--) {
    const name = words
      .slice(at, at + length)
      .map(({ text }) => text)
      .join(' ');
    if (known.has(keyOf(name))) return length;
  }
  return 0;
}

/** All names of a well-known body by one of them; none for any other name. */
export function bodyNames(name: string): readonly string[] {
  const first = bodyNamed(name);
  return first === null ? [] : aliases.bodies.find(([one]) => one === first)!;
}

/** The first name of a body that many texts name in several ways ("ISIL" → "Islamic State"). Capitals count: "is" is no body. */
export function bodyNamed(name: string): string | null {
  return known.get(keyOf(name)) ?? null;
}
