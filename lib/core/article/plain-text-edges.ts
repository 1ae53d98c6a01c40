/**
 * Where the article of a text file begins and ends. Nothing here knows a site: a body ends at words that open comment
 * sections, link lists and sign-up forms, at a bullet with a bare name and an indented answer below, at a closing credit or
 * signature with little prose after it, or before a comment that breaks off with "Read more".
 */
import { type FileLine, isProse, isUnpunctuated } from './plain-text-lines';

/** Line numbers of a file's parts; `end` is the first line after the body. */
export interface Edges {
  title: number | null;
  start: number;
  end: number;
  /** From this line on, words are other people's: comments. */
  comments: number;
  /** Something showed where the body ends. */
  endShown: boolean;
}

const furniture = new Set(
  'menu close open search home share tweet print email e-mail subscribe sign in log login register skip to main content navigation toggle advertisement advertisements ads ad sponsored back top follow us on facebook twitter pinterest linkedin whatsapp reddit google plus comments comment text size font resize the and a by of page site header footer account my donate contact about shop'.split(
    ' ',
  ),
);

/** These open what is never the article again. */
const ends = new RegExp(
  `^(?:${[
    'leave a (?:reply|comment|response)',
    'post (?:a|your) (?:comment|reply)',
    'add (?:a|your) comment',
    'write a comment',
    '(?:view|show|load|read|see) (?:all |the )?(?:\\d+ )?comments?',
    '\\d+ (?:comments?|replies|responses|thoughts)\\b',
    '(?:reader |user |facebook )?comments?(?: \\(?\\d+\\)?)?\\s*:?$',
    'join the (?:conversation|discussion|debate)',
    'similar (?:posts?|articles?|stories)',
    'related (?:posts?|articles?|stories|content|news|links|coverage|reading)\\s*:?$',
    'you (?:may|might) (?:also )?(?:like|be interested|enjoy)',
    'more (?:stories|articles|news|posts) (?:from|by|like|on)',
    'recommended (?:for you|stories|articles|reading|posts)',
    'read next',
    'up next',
    '(?:most|more) (?:read|popular|viewed|shared|commented)',
    'trending(?: now| stories)?\\s*:?$',
    'latest (?:news|posts|stories|articles|headlines)\\s*:?$',
    'recent (?:posts|comments|articles|stories)\\s*:?$',
    'share this\\b',
    'like this\\s*:?$',
    'filed under\\b',
    'tags?\\s*:',
    'tagged (?:with|as|under)\\b',
    'posted in\\b',
    'categor(?:y|ies)\\s*:',
    'about the authors?\\b',
    'your e-?mail address',
    'required fields',
    'you have successfully subscribed',
    'there was an error while trying',
    'gdpr\\b',
    '(?:sign up|subscribe) (?:for|to) (?:our|the|my)\\b',
    'get (?:our|the) (?:newsletter|latest|best)',
    'follow (?:us|me|him|her|them) (?:on|at)\\b',
    '(?:previous|next|older|newer) (?:post|article|story|entry)',
    'sponsored (?:content|links|stories)',
    'around the web',
    'from our partners',
    'powered by\\b',
    'disqus\\b',
  ].join('|')})`,
  'iu',
);
/** Pleas to pass the page on; only a short line is one. */
const plea =
  /(?:please|don['’]?t forget to) (?:share|like|comment|subscribe|donate)|share (?:this|it) with|spread the word/iu;
/** Lines inside an article that are not its own. */
const inline =
  /^(?:advertisement|story continued below|story continues below|continue reading (?:the main|below)|article continues (?:below|after)|scroll (?:down|for more)|read more\s*:?$|sponsored)/iu;
/** Credits and signatures that stand below a body. */
const closingWords =
  /^(?:[([*]\s?)?(?:delivered|contributed|brought to you|presented|written|posted|reported|submitted|published|syndicated|distributed) by\b|^(?:[([*]\s?)?(?:original )?(?:sources?|quelle|fuente|fonte|источник|المصدر)\s?:\s?\S|^by \p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+){1,3}$|^(?:[([*]\s?)?(?:this|the) (?:article|story|piece|post|essay|column) (?:was |has been |is )?(?:originally|first|re|also|reproduced|reprinted|licensed)|^(?:re-?published|re-?posted|re-?printed|cross-?posted|originally (?:published|appeared|posted)|first (?:published|appeared))\b|^(?:©|copyright\b|all rights reserved)|^\(?(?:reporting|additional reporting|editing) by\b|^\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+){1,3} (?:is|was) an? (?:[\p{L}-]+ ){0,4}(?:writer|journalist|author|reporter|columnist|editor|blogger|professor|fellow|analyst|activist|correspondent|contributor)\b/iu;
const signature =
  /^[—–-]{1,2}\s?(?:by )?\p{Lu}[\p{L}’'.-]+(?: (?:(?:al|el|de|van|von|da|bin)[ -])?\p{Lu}[\p{L}’'.-]+){1,3}$/u;
const brokenOff = /(?:…|\.{3}|\[…\]|\[\.{3}\])\s*(?:read|see|show) more\s*[»>…]*$/iu;

/** Share of the body's words that may follow a closing credit (notes about the outlet, the writer, the rights). */
const notes = 0.25;
/** Lines a list of links behind a body may have. */
const mostTrimmed = 40;

/** Whether a line holds nothing but words of menus and buttons, or no word at all. */
export function isFurniture(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
  return words.every((word) => furniture.has(word)) || inline.test(text);
}

/** The parts of a file; `null` when no line of it is running text. */
export function findEdges(lines: readonly FileLine[]): Edges | null {
  const title = titleLine(lines);
  const start = bodyStart(lines, title);
  if (start === null) return null;
  const shown = bodyEnd(lines, start);
  let end = shown.end;
  for (let cut = 0; cut < mostTrimmed && end > start + 1; cut++) {
    const last = lines[end - 1]!;
    if (last.bullet || !(isUnpunctuated(last) || isFurniture(last.text))) break;
    end--;
  }
  return { title, start, end, comments: shown.comments, endShown: shown.end < lines.length };
}

function titleLine(lines: readonly FileLine[]): number | null {
  const at = lines.findIndex(({ text }) => !isFurniture(text));
  const line = lines[at];
  if (!line || line.bullet || line.words < 2 || line.text.length > 300) return null;
  const isSentence = /[.;:]$/.test(line.text) && line.words > 14;
  return isSentence || line.words > 40 ? null : at;
}

/** The first running text below the title, with the bulleted deck right above it. */
function bodyStart(lines: readonly FileLine[], title: number | null): number | null {
  const from = title === null ? 0 : title + 1;
  let start = lines.findIndex((line, at) => at >= from && isProse(line) && !closingWords.test(line.text));
  if (start < 0) {
    if (title !== null && isProse(lines[title]!)) return title;
    const rest = lines.findIndex((line, at) => at >= from && line.words >= 4 && !isFurniture(line.text));
    return rest < 0 ? null : rest;
  }
  let deck = start;
  while (deck - 1 >= from && (isDeckItem(lines[deck - 1]!) || isDeckEnd(lines, deck - 1, from))) deck--;
  if (lines[deck]!.bullet) start = deck;
  return start;
}

function isDeckItem(line: FileLine): boolean {
  return line.bullet && line.words >= 5;
}

/** A line between a bulleted deck and the text ("…and so on"). */
function isDeckEnd(lines: readonly FileLine[], at: number, from: number): boolean {
  return at - 1 >= from && isDeckItem(lines[at - 1]!) && lines[at]!.words >= 8;
}

function bodyEnd(lines: readonly FileLine[], start: number): { end: number; comments: number } {
  let words = 0;
  const all = lines.length;
  const hard = hardEnd(lines, start);
  for (let at = start; at < hard; at++) {
    const line = lines[at]!;
    const closes = closingWords.test(line.text) || (signature.test(line.text) && line.words <= 5);
    if (at > start && closes && proseWords(lines, at + 1, hard) <= notes * words)
      return { end: at, comments: hard };
    words += line.words;
  }
  const broken = brokenComment(lines, start, hard);
  if (broken !== null) return { end: broken, comments: broken };
  return { end: hard, comments: hard === all ? all : hard };
}

/** The first line that opens comments, link lists or forms, once there is a body before it. */
function hardEnd(lines: readonly FileLine[], start: number): number {
  let words = 0;
  for (let at = start; at < lines.length; at++) {
    const line = lines[at]!;
    const isEnd =
      isCommentName(lines, at) ||
      (line.words <= 25 && (ends.test(line.text) || (line.words <= 16 && plea.test(line.text))));
    if (isEnd && at > start && words >= 30 && !isAside(lines, at, words)) return at;
    words += line.words;
  }
  return lines.length;
}

/** A box in the middle ("Related stories", "Share this") is passed over when far more article follows than came before. */
function isAside(lines: readonly FileLine[], at: number, words: number): boolean {
  if (
    isCommentName(lines, at) ||
    /^(?:leave|post|add|your|required|\d|view|show|load|join|disqus|comment)/i.test(lines[at]!.text)
  )
    return false;
  let next = at + 1;
  while (next < lines.length && next <= at + 6 && !isProse(lines[next]!)) next++;
  return next < lines.length && proseWords(lines, next, hardAfter(lines, next)) > words * 1.5;
}

function hardAfter(lines: readonly FileLine[], from: number): number {
  for (let at = from; at < lines.length; at++) if (isCommentName(lines, at)) return at;
  return lines.length;
}

/** A bullet with a bare name and, below it, an indented answer: a comment thread. */
function isCommentName(lines: readonly FileLine[], at: number): boolean {
  const line = lines[at]!;
  const next = lines[at + 1];
  if (!line.bullet || line.words > 4 || line.text.length > 40 || /[.!?:;,]$/.test(line.text) || !next)
    return false;
  return !next.bullet && next.indent > line.indent;
}

function proseWords(lines: readonly FileLine[], from: number, to: number): number {
  let words = 0;
  for (let at = from; at < to; at++) if (isProse(lines[at]!)) words += lines[at]!.words;
  return words;
}

/**
 * A last paragraph that breaks off in "… Read more »" is a reader's comment shown in part. If a caption stands up to two
 * paragraphs above it, the picture closed the article and what lies between are comments too.
 * A page whose own text breaks off is a teaser: at least half of the words must stand before the cut.
 */
function brokenComment(lines: readonly FileLine[], start: number, end: number): number | null {
  let at = end - 1;
  while (at > start && !brokenOff.test(lines[at]!.text) && at > end - 8) at--;
  if (at <= start || !brokenOff.test(lines[at]!.text)) return null;
  while (at - 1 > start && brokenOff.test(lines[at - 1]!.text)) at--;
  const caption = [at - 1, at - 2, at - 3].find(
    (line) => line > start && isUnpunctuated(lines[line]!) && lines[line]!.words >= 4,
  );
  const cut = caption ?? at;
  const before = lines.slice(start, cut).reduce((sum, { words }) => sum + words, 0);
  const after = lines.slice(cut, end).reduce((sum, { words }) => sum + words, 0);
  return before >= after ? cut : null;
}
