/**
 * Outlets and agencies that a sentence leans on: "told Reuters", "The Guardian also reported", "an article in CounterPunch",
 * "As Navy Times explained:", an embedded post's signature. A name alone is not enough, and persons are no outlets: the account
 * of a post is marked as one.
 */
import { type Article, outletNamed, outletOf, type Span, sameOutlet } from '@/lib/core/article';
import { type Quotation, quotations, sentences } from '@/lib/core/text';
import { isScoop } from './credits/refusals';
import { knownMentions, type Mention } from './mentions';
import { isInstitution, isPersonLike, isPlatform } from './name-shapes';
import { embeddedPosts } from './posts';
import { textBlocks } from './text-blocks';
import type { Citation, Credit } from './types';

/** Most citations of one page, and the longest sentence that is looked at (UTF-16 units). */
const mostCitations = 300;
const longestSentence = 1_500;

const adverb =
  '(?:(?:also|recently|later|first|previously|further|then|now|earlier|separately|even|has|have|had|just|today|yesterday|(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|last (?:week|month|night|year)|this (?:week|month|morning)|aptly|recently)\\s+){0,4}';
const saying =
  'reports?|reported|reporting|says?|said|writes?|wrote|explains?|explained|notes?|noted|suggests?|suggested|highlights?|highlighted|reveals?|revealed|quotes?|quoted|cites?|cited|claims?|claimed|confirms?|confirmed|adds?|added|found|publish(?:es|ed)|describes?|described|estimates?|estimated|learn(?:s|ed)|observes?|observed|warns?|warned|argues?|argued|states|stated|shows|showed|detailed|documented|points? out|pointed out|put it|puts it|broke|carried|continues?|continued|asked|tells?|told|obtained|interviewed';
const piece =
  'article|report|reports|story|piece|interview|op-ed|column|essay|editorial|investigation|analysis|profile|post|reporting|coverage|dispatch|feature|blog|headline|poll|survey|account|video|documentary|transcript|statement|remarks|comments?|letter|review|exclusive|newscast|broadcast';
const kindOfOutlet =
  'newspapers?|outlets?|news agency|agency|magazine|broadcaster|website|site|daily|weekly|tabloid|network|channel|publication|paper|blog|station|news service|wire service|news portal|portal';

/** Words right before a name that make it the source, longest first. */
const leadBefore = new RegExp(
  `(?<!\\p{L})((?:told|tells|telling|according to|as (?:told|reported|noted|quoted) (?:to|by|in)|(?:reported|published|obtained|seen|quoted|cited|carried|reviewed|interviewed|aired|broadcast|released|said|spoken|written|made|given|posted|produced|viewed) (?:by|in|on|to|with|for)|(?:spoke|speaking|talking|talked|confirmed|said|disclosed|revealed|admitted|sat down|explained|wrote|writing|writes|appeared|appearing|reported|reporting|commented) (?:to|with|in|for|on)|citing|cites?|cited|quoting|quotes?|quoted|(?:${piece})(?: [^.,!?:;]{0,60}?)? (?:with|to|in|by|for|from|on|of|at))(?: (?:[\\p{L}-]+ ){0,3}?(?:${kindOfOutlet}))?(?: the)?) $`,
  'iu',
);
const verbAfter = new RegExp(`^((?:['’]s? [^.!?:;,]{0,50}?)? ?${adverb}(?:${saying}))(?!\\p{L})`, 'u');
const afterOwning = new RegExp(
  `^(['’]s? (?:[\\p{L}-]+ ){0,3}?(?:${piece}|reporters?|correspondents?|journalists?|columnists?))(?!\\p{L})`,
  'u',
);
const afterPiece = new RegExp(
  `^( (?:news )?(?:${piece}|reporters?|correspondents?|journalists?|columnists?|article))(?!\\p{L})`,
  'u',
);
const apposition = new RegExp(`^(, (?:an?|the|one of) [^,;:]{0,60}?(?:${kindOfOutlet}))(?!\\p{L})`, 'u');

/** For names that are everyday words: only these. */
const plainBefore =
  /(?:told|tells|according to|interview with|(?:article|report|story|piece|column|essay|op-ed) (?:in|by|for|from))(?: the)? $/i;
const plainAfter = new RegExp(
  `^ ?${adverb}(?:reports?|reported|wrote|writes|explained|noted)(?!\\p{L})|^(?:${apposition.source.slice(1)})`,
  'u',
);

/** Whom a sentence leans on, and by which words. */
interface Leaning {
  name: string;
  cue: string;
}

/**
 * Sentences of an article that lean on an outlet or agency, in order; one for each outlet and sentence. The page's own outlet is none.
 * @param inMarks `quotations` of the text, where they are at hand
 * @param isRead of which paragraphs the sentences are looked at, where not of all
 */
export function readCitations(
  article: Article,
  credits: readonly Credit[] = [],
  inMarks: readonly Quotation[] = quotations(article.text),
  isRead: (paragraph: Span) => boolean = () => true,
): Citation[] {
  const { text } = article;
  const own = outletOf(article.outlet, article.url);
  const quoted = inMarks.map(({ inner }) => inner);
  const found: Citation[] = [];
  const add = (cited: string, cue: string, span: Span, isAccount = false) => {
    if (sameOutlet(own, outletNamed(cited)) || isPlatform(cited) || found.length >= mostCitations) return;
    if (!found.some((known) => known.cited === cited && known.span.start === span.start))
      found.push({ cited, cue, span, ...(isAccount && { account: true as const }) });
  };
  const blocks = textBlocks(text);
  const mentions = knownMentions(text);
  const acronyms = creditedAcronyms(credits);
  let at = 0;
  for (const span of sentences(text, blocks.filter(isRead))) {
    const sentence = text.slice(span.start, Math.min(span.end, span.start + longestSentence));
    const leansOn: Leaning[] = [];
    while (at < mentions.length && mentions[at]!.start < span.start) at++;
    for (; at < mentions.length && mentions[at]!.end <= span.end; at++) {
      const mention = mentions[at]!;
      if (isWithin(mention, quoted)) continue;
      const cue = cueOf(sentence, mention.start - span.start, mention.end - span.start, mention.doubtful);
      if (cue !== null) leansOn.push({ name: mention.outlet, cue });
    }
    leansOn.push(...unknownOutlets(sentence), ...byAcronyms(sentence, acronyms));
    if (leansOn.length === 0 || isScoop(sentence) || isCreditLine(span, credits)) continue;
    for (const { name, cue } of leansOn) add(name, cue, span);
  }
  for (const post of embeddedPosts(text, blocks))
    add(post.name, post.cue, post.span, outletNamed(post.name) === null);
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** The outlets and agencies that a page leans on, each once; accounts of embedded posts are none. */
export function citedOutlets(cited: readonly Citation[]): string[] {
  return [...new Set(cited.filter(({ account }) => !account).map((one) => one.cited))];
}

/** Sentences that credit the text say whose it is; they lean on nobody. */
function isCreditLine(sentence: Span, credits: readonly Credit[]): boolean {
  return credits.some(
    ({ span, kind }) =>
      span !== null &&
      kind !== 'quote-lead' &&
      kind !== 'read-more' &&
      span.start <= sentence.start &&
      sentence.end <= span.end,
  );
}

function isWithin({ start }: Mention, spans: readonly Span[]): boolean {
  return spans.some((span) => span.start <= start && start < span.end);
}

/** The words that make a mention a citation; `null` if there are none. */
function cueOf(sentence: string, start: number, end: number, doubtful: boolean): string | null {
  const before = sentence.slice(Math.max(0, start - 120), start);
  const after = sentence.slice(end, end + 120);
  const name = sentence.slice(start, end);
  if (doubtful) {
    const told = plainBefore.exec(before);
    if (told) return `${told[0]}${name}`;
    const says = plainAfter.exec(after);
    return says ? `${name}${says[0]}` : null;
  }
  const lead = leadBefore.exec(before);
  if (lead) return `${lead[1]} ${name}`;
  const tail =
    verbAfter.exec(after) ?? afterOwning.exec(after) ?? afterPiece.exec(after) ?? apposition.exec(after);
  return tail ? `${name}${tail[1]}` : null;
}

const pressWord =
  'News|Times|Post|Tribune|Herald|Gazette|Journal|Chronicle|Observer|Mail|Reporter|Review|Insider|Magazine|Weekly|Sentinel|Courier|Dispatch|Bulletin|Examiner|Inquirer|Telegraph|Mirror|Globe|Radio|TV|Newspaper|Daily|Lantern|Beacon|Zeitung|News Agency|News Service|News Network';
const hasPressWord = new RegExp(`\\s(?:${pressWord})(?!\\p{L})`, 'u');
const unknown = `((?:[Tt]he )?(?:\\p{Lu}[\\p{L}'’&.-]*\\s){1,4}(?:${pressWord}))`;
const unknownSays = new RegExp(
  `(?<![\\p{L}\\p{N}])${unknown} ${adverb}(?:report(?:s|ed)|wrote|writes|explain(?:s|ed)|not(?:es|ed)|said|says|quoted|cited|suggested|revealed|highlighted)(?!\\p{L})`,
  'gu',
);
const unknownTold = new RegExp(
  `(?<!\\p{L})(?:told|[Aa]ccording to|(?:article|report|story|piece|column|op-ed|interview) (?:in|with|by|for)|reported by|quoted by) ${unknown}(?![\\p{L}-])`,
  'gu',
);

/** "Russian TV", "State Radio": nobody in particular. */
const generic =
  /^(?:\p{L}+['’]s|State|Local|National|Public|\p{Lu}\p{Ll}+(?:ian|ish|ese|can|man)) (?:TV|Radio|Daily|Newspaper|Magazine)$/u;

/** Outlets the table does not know, by a name that ends in a press word and a plain cue. */
function unknownOutlets(sentence: string): Leaning[] {
  const found: Leaning[] = [];
  if (!hasPressWord.test(sentence)) return found;
  for (const pattern of [unknownSays, unknownTold]) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(sentence); match; match = pattern.exec(sentence)) {
      const name = match[1]!.trim().replace(/^(?:As|the|But|And|When|While|On|In|Only)\s+/u, '');
      if (
        !/\s/.test(name) ||
        knownMentions(name).length > 0 ||
        isInstitution(name) ||
        isPersonLike(name) ||
        generic.test(name)
      )
        continue;
      found.push({ name, cue: match[0] });
    }
  }
  return found;
}

/** "RI warned" on a page that credits Russia Insider: capitals of the credited outlet's words, two or more. */
function creditedAcronyms(credits: readonly Credit[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { outlet } of credits) {
    if (outlet === null) continue;
    const words = outlet.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word) && word !== 'The');
    const acronym = words.map((word) => word[0]).join('');
    if (/^\p{Lu}{2,5}$/u.test(acronym)) found.set(acronym, outlet);
  }
  return found;
}

function byAcronyms(sentence: string, acronyms: ReadonlyMap<string, string>): Leaning[] {
  const found: Leaning[] = [];
  for (const [acronym, name] of acronyms) {
    if (!sentence.includes(acronym)) continue;
    const says = `(?<![\\p{L}\\p{N}.])${acronym} ${adverb}(?:${saying})(?!\\p{L})`;
    const cue = new RegExp(says, 'u').exec(sentence);
    if (cue) found.push({ name, cue: cue[0] });
  }
  return found;
}
