import { outletNamed } from '@/lib/core/article';
import { givenNames } from './given-names';

/** Words that outlets have in their names and persons and offices do not. */
const pressWord =
  /(?:^|[\s-])(?:News|Times|Post|Daily|Tribune|Herald|Gazette|Journal|Chronicle|Observer|Mail|Press|Wire|Newswire|Reporter|Review|Insider|Outpost|Media|Magazine|Radio|Weekly|Monthly|Sentinel|Courier|Dispatch|Bulletin|Examiner|Inquirer|Enquirer|Register|Ledger|Echo|Telegraph|Mirror|Globe|Standard|Star|Sun|Voice|Report|Reports|Today|Online|Blog|Network|Broadcasting|TV|FM|AM|Channel|Headlines|Pundit|Patriot|Intelligencer|Zeitung|Blatt|Tagblatt|Anzeiger|Rundschau|Kurier|Monde|Figaro|Soir|Diario|Periódico|Giornale|Corriere|Gazzetta|Pravda|Gazeta|Shimbun|Ilbo|Lantern|Beacon|Argus|Digest|Nouvelles|Noticias)(?:$|[\s-])/u;

/** Offices, bodies and other namesakes of a "source" that publish no news of their own. */
const institution =
  /(?:^|[\s-])(?:Department|Ministry|Bureau|Office|Court|Committee|Commission|Council|Congress|Senate|House|Administration|Institute|University|College|School|Center|Centre|Association|Society|Alliance|Federation|Agency for|Organization|Organisation|Foundation|Survey|Census|Police|Army|Navy|Force|Government|Embassy|Party|Campaign|Union|Bank|Company|Corporation|Corp|Inc|Ltd|Hospital|Authority|Directorate|Defence|Defense|Treasury|Fund|Act|Bill|Constitution|Data|Statistics|Observatory|Church|Coalition|Olympic|Judicial|Study|Poll|Books|Publishing|Publishers|Brown and Company|Index|Factbook|Database|Register of)(?:$|[\s-])/u;

const platform =
  /^(?:you ?tube|facebook|twitter|x|x \(twitter\)|instagram|reddit|flickr|flick|tiktok|vimeo|imgur|pinterest|snapchat|tumblr|getty|getty images|shutterstock|istock(?:photo)?|pixabay|unsplash|wikipedia|wikimedia(?: commons)?|wiki(?:media)?|google(?: maps| images)?|giphy|kinja-img|linkedin|whatsapp|telegram|periscope|livestream|screen ?grab|screen ?shot|screen ?cap|alamy|epa|rex features|dreamstime|depositphotos|creative commons|public domain|amazon|imdb|itunes|soundcloud|spotify|email|e-mail|supplied|handout|author|staff|internet|web|link|links|here|video|photo|image)$/i;

const title =
  /^(?:Mr|Mrs|Ms|Dr|Prof|Professor|Sen|Senator|Rep|Representative|Gov|Governor|President|Gen|General|Lt|Col|Colonel|Maj|Major|Capt|Captain|Sgt|Rev|Reverend|Sir|Lord|Lady|Judge|Justice|Secretary|Minister|Ambassador|Congressman|Congresswoman|Mayor|Sheriff|Pope|King|Queen|Prince|Princess|Reporter|Correspondent|Columnist|Blogger|Fr|Father|Sister|Brother|Attorney)\.?$/;

const host = /^(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24}$/i;

/** Platforms and picture libraries: what comes from there is a picture, a clip or a post, not this text. */
export function isPlatform(name: string): boolean {
  return name.split('/').some((part) => platform.test(part.trim().replace(/^the\s+/i, '')));
}

/** Whether a name is of an office, company or study rather than of an outlet; known outlets never are. */
export function isInstitution(name: string): boolean {
  return outletNamed(name) === null && institution.test(name);
}

/** Whether a name is an agency's: known as one, or called so ("Meridian Wire", "Iraqi News Agency"). */
export function isAgencyName(name: string): boolean {
  const known = outletNamed(name);
  if (known) return known.kind === 'agency';
  if (/\s(?:in|for|from)\s/.test(name)) return false;
  return /^\p{Lu}\S*\s.*\b(?:Newswire|Wire|Wire Service|News Agency|News Service|Press Agency|Press Association)$|^(?:Agence|Agenzia|Agencia|Agentur)\s\p{Lu}|\p{L}{3,}nachrichtenagentur$/u.test(
    name,
  );
}

/** The plainest of press words, as the name's last: enough to tell an outlet from an employer in a byline. */
export function isPressName(name: string): boolean {
  return (
    outletNamed(name) !== null ||
    /\s(?:News|Times|Post|Tribune|Herald|Gazette|Journal|Chronicle|Observer|Press|Magazine|Review|Courier|Dispatch|Sentinel|Inquirer|Telegraph|Newspapers?|News Service|News Agency|Lantern)$/u.test(
      name,
    )
  );
}

/** Whether a stretch has a word in it that outlets' names have. */
export function hasPressWord(name: string): boolean {
  return pressWord.test(name);
}

/** A name written like outlets' names: press words, a host, camel case, digits, all capitals; or known. */
export function isOutletLike(name: string): boolean {
  if (outletNamed(name) !== null) return true;
  if (isPlatform(name) || institution.test(name)) return false;
  const bare = name.replace(/^the\s+/i, '');
  const isWordAlone = /^\p{Lu}\p{Ll}+$/u.test(name);
  if ((pressWord.test(name) && !isWordAlone) || host.test(name)) return true;
  return (
    !/\s/.test(bare) &&
    (/\p{Ll}\p{Lu}/u.test(bare) ||
      /^[WK]\p{Lu}{2,3}(?:-?(?:TV|FM|AM|DT))?\d{0,2}$/u.test(bare) ||
      /\d/.test(bare))
  );
}

/** A name written like a person's: a title, initials, or a known given name before one to three others; never a known outlet. */
export function isPersonLike(name: string): boolean {
  return isWrittenAsPerson(name) && outletNamed(name) === null;
}

function isWrittenAsPerson(name: string): boolean {
  return opensAsPerson(name) && !pressWord.test(name) && !/^the\s/i.test(name);
}

function opensAsPerson(name: string): boolean {
  const words = name.split(/\s+/);
  const first = words[0] ?? '';
  if (first.startsWith('@')) return true;
  if (title.test(first) && words.length > 1) return true;
  if (words.length < 2 || words.length > 4) return false;
  if (words.some((word) => /^\p{Lu}\.?$/u.test(word))) return true;
  return givenNames.has(first.toLowerCase().replace(/-.*$/, ''));
}

/** A person's name without titles and degrees, not shouted ("LAWRENCE HALL, M.D." → "Lawrence Hall"). */
export function personName(printed: string): string {
  const words = printed
    .replace(/,?\s*(?:M\.?D\.?|Ph\.?\s?D\.?|Jr\.?|Esq\.?)$/i, '')
    .trim()
    .split(/\s+/);
  while (words.length > 1 && title.test(words[0]!)) words.shift();
  return words
    .map((word) => (/^\p{Lu}{3,}$/u.test(word) ? word[0] + word.slice(1).toLowerCase() : word))
    .join(' ');
}
