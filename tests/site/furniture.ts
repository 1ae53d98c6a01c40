import { anchor, escapeText } from './html.ts';
import type { SiteOutlet } from './outlets.ts';

/** Turns an outlet's public address into one this machine can open (`http://host:port/path`). */
export type Local = (address: string) => string;

/** A headline with its address, as lists and boxes show it. */
export interface Teaser {
  title: string;
  url: string;
  section: string;
  summary: string;
}

/** Path of a section's page ("World" → `/section/world`). */
export function sectionPath(section: string): string {
  return `/section/${section.toLowerCase().replaceAll(' ', '-')}`;
}

/** Name, motto, navigation and search box: the head of every page. */
export function masthead(outlet: SiteOutlet): string {
  const sections = outlet.sections.map((section) => `<li>${anchor(sectionPath(section), section)}</li>`);
  return `<header class="masthead" role="banner">
<p class="name"><a href="/">${escapeText(outlet.name)}</a></p><p class="motto">${escapeText(outlet.motto)}</p>
<nav aria-label="Sections"><ul><li><a href="/">Home</a></li>${sections.join('')}<li><a href="/about">About</a></li></ul></nav>
<form action="/search" role="search"><input type="search" name="q" aria-label="Search"><button>Search</button></form>
</header>`;
}

/** Headlines of other pages, as a box beside or below an article. */
export function headlineBox(heading: string, teasers: readonly Teaser[], local: Local): string {
  if (teasers.length === 0) return '';
  const items = teasers.map((teaser) => `<li>${anchor(local(teaser.url), teaser.title)}</li>`);
  return `<section class="box"><h2>${escapeText(heading)}</h2><ul>${items.join('')}</ul></section>`;
}

/** A box that looks like an advertisement. */
export function advertisement(): string {
  return `<div class="ad" role="complementary" aria-label="Advertisement"><p>Advertisement</p><p><a href="/about">Warm socks from Tolm wool. Three pairs for the price of two.</a></p></div>`;
}

/** Sign-up line as many sites put it under their texts. */
export function newsletter(outlet: SiteOutlet): string {
  return `<div class="newsletter"><h2>Morning letter</h2><p>The best of ${escapeText(outlet.name)}, in your mailbox at six. Unsubscribe whenever you like.</p><form><input type="email" aria-label="E-mail"><button type="button">Sign up</button></form></div>`;
}

const remarks = [
  ['gullwatcher', 'My uncle worked there for years and he always said something like this would come.'],
  ['M. from the hill', 'Thank you for sending somebody to look. Nobody else did.'],
  [
    'old_hand',
    'Half of the story, as ever. Ask the people who have to get up at four what they think about it, and then write that down as well.',
  ],
  ['Tilde', 'Could the map be made larger on a telephone, please?'],
];

/** What readers wrote below. Never part of the article. */
export function comments(): string {
  const items = remarks.map(
    ([name, words], at) =>
      `<li class="comment" id="comment-${at + 1}"><p class="comment-author">${name} wrote:</p><p>${words}</p><p><a href="#respond">Reply</a></p></li>`,
  );
  return `<section id="comments" class="comments"><h2>${remarks.length} comments</h2><ol>${items.join('')}</ol></section>`;
}

/** Imprint and small print: the foot of every page. */
export function pageFoot(outlet: SiteOutlet): string {
  return `<footer class="foot" role="contentinfo"><p>© 2026 ${escapeText(outlet.name)}. All rights reserved. A made-up outlet for trying out Refrain.</p><ul><li><a href="/about">About us</a></li><li><a href="/about">Contact</a></li><li><a href="/about">Privacy</a></li><li><a href="/feed.xml">RSS</a></li></ul></footer>`;
}
