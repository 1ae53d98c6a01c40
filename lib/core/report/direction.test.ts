import { describe, expect, it } from 'vitest';
import { isolated } from './direction';
import { sayInEnglish, sayWith } from './phrases';

const arabic = 'صوت المدينة 2';
const hebrew = 'קול הנמל';
const apart = (name: string) => `\u2068${name}\u2069`;

describe('names in sentences', () => {
  it('stand apart where they are written in the other direction', () => {
    expect(isolated(arabic, 'en')).toBe(apart(arabic));
    expect(isolated(`AFP, ${hebrew}`, 'de-AT')).toBe(apart(`AFP, ${hebrew}`));
    expect(isolated('AFP', 'ar')).toBe(apart('AFP'));
    expect(sayInEnglish('words_reprint', arabic)).toBe(
      `By its own credit line this text comes from ${apart(arabic)}.`,
    );
  });

  it('are left as they are in the direction of the sentence', () => {
    for (const name of ['AFP', 'Süddeutsche', 'Коммерсант', '新华社', '12 %', '']) {
      expect(isolated(name, 'en')).toBe(name);
    }
    expect(isolated(arabic, 'he')).toBe(arabic);
    expect(sayWith((_, [count]) => `${count}`, 'he')('words_reprint', 12)).toBe('12');
  });
});
