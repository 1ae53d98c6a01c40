import heads from '@/assets/framing/heads.json';
import { bodyNamed } from './actors/bodies';
import { countryNamed } from './actors/countries';
import { familyOf } from './actors/heads';
import type { Swap } from './types';
import { lowered } from './words';

const figure =
  /\d|(?<!\p{L})(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|dozens?|millions?)(?!\p{L})/iu;

/** Words for people that tell how they are looked upon: alone they may speak of anybody, in a swap they name an actor. */
const called = new Set(heads.called);

/** What kind of words stand for each other. */
export function swapKind(a: string, b: string): Swap['kind'] {
  if (figure.test(a) && figure.test(b)) return 'figure';
  return namesActor(a) && namesActor(b) ? 'actor' : 'words';
}

function namesActor(words: string): boolean {
  return words.split(/\s+/).some((word) => {
    const low = lowered(word);
    const family = familyOf(low);
    return (
      (family !== null && family !== 'role') ||
      called.has(low) ||
      bodyNamed(word) !== null ||
      countryNamed(word) !== null
    );
  });
}
