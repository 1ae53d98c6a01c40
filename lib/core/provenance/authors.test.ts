import { describe, expect, it } from 'vitest';
import { creditTo } from '@/tests/fixtures/copies';
import { authorOf } from './authors';

describe('authorOf', () => {
  it.each([
    ['By Ann Carter', 'Ann Carter'],
    ['By ANN CARTER, Staff Writer', 'Ann Carter'],
    ['— Ann Carter', 'Ann Carter'],
    ['Ann Carter and Tom Reed, The Associated Press', 'Ann Carter and Tom Reed'],
    ['By Ann Carter, Tom Reed and Jo Hill', 'Ann Carter, Tom Reed and Jo Hill'],
    ['By Marko al-Saloum for Reuters', 'Marko al-Saloum'],
    ['Von Änne Körner', 'Änne Körner'],
    ['By Ann Carter@anncarter', 'Ann Carter'],
    ['By Ann Carter (@anncarter)', 'Ann Carter'],
    ['By Ann Carter Feb 21, 2020', 'Ann Carter'],
    ['By Ann Carter 21 February 2020 10:15', 'Ann Carter'],
    ['By Tom March', 'Tom March'],
    ['Ann Carter, Special To The Courier', 'Ann Carter'],
    ['By Ann Carter, Oldtown City Hall Producer', 'Ann Carter'],
    ['By Ann de la Cruz', 'Ann de la Cruz'],
    ['By Ann Carter.', 'Ann Carter'],
    ['Ann Carter - Apr 16, 2015 8:02 pm UTC', 'Ann Carter'],
    ['// By Ann Carter • Nov 11, 2020', 'Ann Carter'],
    ['Par Ann Carter et Jérémy Roche — 24 novembre 2017 à 18:42', 'Ann Carter and Jérémy Roche'],
    ['by Ann Carter (reporting) and Tom Reed (photography)', 'Ann Carter and Tom Reed'],
    ['By Ann Carter Last updated Nov 8, 2023 Share with a friend:', 'Ann Carter'],
    ['Ann CarterNovember 6, 2023', 'Ann Carter'],
    ['by Ann Carter22 Dec 2016651', 'Ann Carter'],
    ['By Ann CarterStaff Writer', 'Ann Carter'],
    ['By Ann Carter, Senior Staff Engineer, Harbour Speech, Privacy, and Rivers Project', 'Ann Carter'],
    ['By Ann Carter in Tolmouth and Tom Reed in Sarnova', 'Ann Carter and Tom Reed'],
    ['Society for Harbour Works', null],
    ['AFP/The Local', null],
    ['Reuters Staff', null],
    ['By Newsroom', null],
    ['', null],
  ])('reads %j', (byline, author) => expect(authorOf(byline, [])).toBe(author));

  it('falls back on the writer that a credit line names', () => {
    const credit = { ...creditTo('Northern Lantern', 'republished'), author: 'Ann Carter' };
    expect(authorOf(null, [credit])).toBe('Ann Carter');
    expect(authorOf('By Tom Reed', [credit])).toBe('Tom Reed');
    expect(authorOf(null, [])).toBeNull();
  });

  it('reads a byline of ten thousand characters without harm', () => {
    expect(authorOf(`By ${'Ann Carter and '.repeat(700)}`, [])?.length).toBeLessThan(300);
  });
});
