import type { NotAnArticle } from '@/lib/core/article';
import { oneLine } from '@/lib/page/gathered';

type Wall = Extract<NotAnArticle, 'consent-wall' | 'bot-check' | 'error-page'>;

const botTitles =
  /^(?:just a moment|attention required|access (?:to this page has been )?denied|access is temporarily|robot check|are you (?:a )?(?:robot|human)|pardon our interruption|security check|(?:please )?verif(?:y|ying)(?: that)? you(?:['’]re| are)|human verification|ddos[- ]guard|checking your browser|one more step|bot (?:check|verification)|you have been blocked|request (?:blocked|rejected)|please (?:wait|enable cookies)|captcha|unusual traffic|sorry[.,!…]* you have been blocked|client challenge|vercel security checkpoint|blocked$)/i;
const consentTitles =
  /^(?:before you continue|we value your privacy|your privacy|privacy (?:choices|settings|gate)|cookie (?:consent|settings|preferences|wall|notice)|consent(?:$| )|(?:please )?(?:accept|agree to) (?:our )?cookies|data protection choices|.{0,40}is part of the .{0,40} family of brands|we (?:and our partners )?(?:use|need|care about|respect) (?:your )?(?:cookies|privacy|consent)|your (?:data|choices)|dsgvo|datenschutz)/i;
const errorTitles =
  /^(?:error\b|(?:http )?(?:40[0-9]|41[0-9]|429|50[0-9]|52\d)\b|(?:oops|sorry|whoops|uh[- ]oh)\b|page (?:not found|(?:can(?:not|['’]t) be found)|is (?:missing|unavailable)|no longer)|not found|(?:this|the) page (?:you|could|can|does|is(?:n['’]t| not| no))|we can(?:not|['’]t) find|(?:service|site|server|page|temporarily) (?:is )?(?:temporarily )?(?:unavailable|error|down)|internal server error|bad gateway|gateway time-?out|forbidden|gone$|nothing (?:was )?found|down for maintenance|something went wrong|file not found|article not found|story not found)/i;
const errorEnd = /(?:\b(?:404|error|page not found|not found|file or directory not found))$/i;

const consentAddress = /^https?:\/\/(?:consent|guce|privacy-?mgmt|cmp|myprivacy)\./i;
const botMarks =
  '#challenge-form, #challenge-running, #cf-wrapper, #cf-error-details, #px-captcha, [id^="cf-chl"], #captcha-box, .g-recaptcha, .h-captcha, .cf-turnstile, #ddg-captcha, form[action*="captcha" i], iframe[src*="captcha-delivery"]';
const consentMarks =
  'form[action*="consent" i], #consent-page, .consent-page, [class*="cookiewall" i], [class*="cookie-wall" i], [id*="cookie-wall" i], iframe[src*="privacy-mgmt.com"], iframe[id^="sp_message_iframe"], #onetrust-consent-sdk, #CybotCookiebotDialog, #didomi-host, .fc-consent-root, #qc-cmp2-container';

/**
 * Which wall stands where an article should be; `null` if none. Ask only when the page shows little running text: a consent
 * dialogue *over* an article is the page's business, the article is still there to be read.
 */
export function wallOf(document: Document, url: string | null): Wall | null {
  if (consentAddress.test(url ?? '')) return 'consent-wall';
  for (const title of titlesOf(document)) {
    if (botTitles.test(title)) return 'bot-check';
    if (consentTitles.test(title)) return 'consent-wall';
    if (errorTitles.test(title) || errorEnd.test(title)) return 'error-page';
  }
  if (document.querySelector(botMarks) !== null) return 'bot-check';
  return document.querySelector(consentMarks) === null ? null : 'consent-wall';
}

function titlesOf(document: Document): string[] {
  return [document.querySelector('title')?.textContent, document.querySelector('h1')?.textContent]
    .map((title) => oneLine(title, 200))
    .filter((title): title is string => title !== null);
}

const consentWords =
  /\b(?:cookies?|consent|partners|personal (?:data|information)|identifiers|advertising|privacy|process(?:ing)?|devices?|legitimate interests?|preferences)\b/gi;
/** Paragraphs looked at, the units of one that says something, and how many words of consent it has then. */
const speech = { paragraphs: 60, units: 80, words: 3, share: 0.6 } as const;

/** Whether a page calls itself a request for consent and speaks of little else, at whatever length. */
export function isLongConsentWall(document: Document): boolean {
  if (!titlesOf(document).some((title) => consentTitles.test(title))) return false;
  const paragraphs = [...document.getElementsByTagName('p')].slice(0, speech.paragraphs);
  return speaksOfConsent(paragraphs.map(({ textContent }) => textContent ?? ''));
}

/** Whether most of the long ones of some paragraphs speak of consent. */
export function speaksOfConsent(paragraphs: readonly string[]): boolean {
  const long = paragraphs.slice(0, speech.paragraphs).filter((text) => text.trim().length >= speech.units);
  const asking = long.filter((text) => (text.match(consentWords)?.length ?? 0) >= speech.words);
  return asking.length > 0 && asking.length >= speech.share * long.length;
}
