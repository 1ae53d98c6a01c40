import { describe, expect, it } from 'vitest';
import { isolated } from './direction';
import { sayInEnglish, sayWith } from './phrases';

const ARABIC = 'صوت المدينة 2';
const HEBREW = 'קול הנמל';
const apart = (name: string) => `\u2068${name}\u2069`;

describe('names in sentences', () => {
  it('stand apart where they are written in the other direction', () => {
    expect(isolated(ARABIC, 'en')).toBe(apart(ARABIC));
    expect(isolated(`AFP, ${HEBREW}`, 'de-AT')).toBe(apart(`AFP, ${HEBREW}`));
    expect(isolated('AFP', 'ar')).toBe(apart('AFP'));
    expect(sayInEnglish('words_reprint', ARABIC)).toBe(
      `By its own credit line this text comes from ${apart(ARABIC)}.`,
    );
  });

  it('are left as they are in the direction of the sentence', () => {
    for (const name of ['AFP', 'Süddeutsche', 'Коммерсант', '新华社', '12 %', '']) {
      expect(isolated(name, 'en')).toBe(name);
    }
    expect(isolated(ARABIC, 'he')).toBe(ARABIC);
    expect(sayWith((_, [count]) => `${count}`, 'he')('words_reprint', 12)).toBe('12');
  });
});
