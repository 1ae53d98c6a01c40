/**
 * Lines that outlets set between and around the paragraphs of an article: calls to read, follow, share, subscribe; notices;
 * captions that stand as paragraphs. Short lines only, so that a sentence of the story which merely uses such words stays.
 */
const openings: readonly RegExp[] = [
  /^(?:read (?:more|next|also|full story|the full)|also read|more (?:from|on|about|stories|news|like this)|see also|related(?: (?:articles?|stories|posts?|news|content|coverage|topics?|links?))?(?:$|:)|recommended(?: for you| stories| reading)?(?:$|:)|you (?:may|might) also (?:like|be interested)|(?:don['’]t|never) miss|must[- ]reads?|most (?:read|popular|viewed)|trending(?: now)?(?:$|:)|top stories|latest (?:news|stories)|up next|next up|story continues|continue reading|keep reading|scroll (?:down )?(?:for|to)|article continues|in this article(?:$|:))/i,
  /^(?:sign ?up|subscribe|get (?:our|the|breaking|more|unlimited)\b.{0,120}\b(?:newsletters?|inbox|apps?|alerts?|updates|access|e-?mails?|headlines|deliver(?:y|ed|ies))|join (?:our|us|the conversation|the discussion)|follow (?:us|me|@|.{1,40} on (?:twitter|facebook|instagram|x|google news|linkedin|telegram))|(?:like|find) us on|download (?:our|the) .{0,30}app|click (?:here|to)|tap (?:here|to)|support (?:our|us\b).{0,80}(?:journalis[mt]s?|reporting|work|mission|today|now)|donate|become a (?:member|supporter|patron)|enter your e-?mail|thank you for (?:subscribing|signing|supporting)|stay (?:up[- ]to[- ]date|informed|connected)|submit (?:a|your) (?:letter|tip|story)|we want to hear)\b/i,
  /^(?:advert(?:isement|ising|orial)?|sponsored(?: content| links?)?|ad|promoted(?: content)?|publicidad|anzeige|publicité)(?: - .{0,40})?[:.]?$/i,
  /^(?:share|tweet|pin(?: it)?|e-?mail|print|copy link|save|like|whatsapp|facebook|twitter|linkedin|reddit|pinterest|telegram|flipboard|comments?|leave a (?:comment|reply)|post a comment|view comments|add (?:a )?comment|reply|report|loading|play video|watch (?:video|now|live|below)|photos?|videos?|gallery|image|menu|close|home|back to top|skip to .{1,30})(?:\s+(?:this|on|via|with|to|article|story|post|now|\d+|facebook|twitter|linkedin|whatsapp|e-?mail|x))*[:.…!]*$/i,
  /^(?:tags?|topics?|categor(?:y|ies)|keywords?|labels?|more in|in this (?:story|article))\s*(?::.{0,200})?$|^(?:filed under|posted in)\b|^(?:share|print|email) this\b.{0,40}$/i,
  /^(?:(?:news|release|publish(?:ed|ing)?|updated?|posted)\s+)?(?:date|time|on)\s?:/i,
  /^(?:\d+\s+(?:comments?|shares?|likes?|views?|replies|min(?:ute)?s? read|retweets?)|(?:est(?:imated)?\.? )?(?:reading|read) time.{0,30}|\d+ min(?:ute)?s?(?: read)?)\.?$/i,
  /^(?:©|\(c\)|copyright\b|all rights reserved)(?:.{0,120}$|.*\b(?:rights reserved|permission|copyright))/i,
  /^(?:note: )?(?:the )?(?:advertising|advertiser|affiliate|editorial) (?:disclosure|disclaimer|note)|^(?:this (?:post|article|page|story) (?:may )?contains? (?:references|affiliate|sponsored))/i,
  /^\(?(?:photo|photograph|picture|image|video|graphic|illustration)s?(?: credit| by| courtesy|:)/i,
  /^\(credit:/i,
];

/** Calls that stand in the midst of a line. */
const calls =
  /\b(?:sign(?:ing)? up (?:here|now|today|(?:to|for) (?:our|the) .{0,30}newsletter)|subscribe (?:here|now|today)|for the latest .{0,60}(?:download|visit|follow|subscribe)|may (?:earn|receive) (?:a |an )?(?:small )?(?:commission|compensation)|advertising (?:disclosure|disclaimer))\b/i;

/** Ends of a caption that was set as a paragraph. */
const captionEnd =
  /(?:\((?:ap |file |stock )?(?:photo|picture|image|getty|reuters|afp|epa)[^()]{0,80}\)|\b(?:photo|image|picture|photograph)s?(?: by| credit|:| courtesy)[^.]{0,60}|\b(?:getty images|shutterstock|istock(?:photo)?|ap photo|file photo)[^.]{0,30})$/i;

/** Longest line, in UTF-16 units, that can be a call or a caption rather than a paragraph. */
const longest = 320;

/** Whether a line is an outlet's call, notice, label or caption and no part of the story. */
export function isBoilerplate(text: string): boolean {
  if (text.length > longest) return false;
  return openings.some((opening) => opening.test(text)) || calls.test(text) || captionEnd.test(text);
}

/** Headings after which nothing of the story follows. */
const endHeading =
  /^(?:related(?: .{1,30})?|more (?:from|on|stories|news).{0,60}|you (?:may|might) (?:also )?(?:like|be interested).{0,40}|recommended.{0,30}|(?:\d+ )?comments?(?: \(?\d+\)?)?|leave a (?:reply|comment)|share this.{0,30}|about the authors?|most (?:read|popular).{0,30}|trending.{0,20}|latest .{0,30}|also on .{1,40}|from around the web|further reading|similar (?:posts|articles|stories)|read (?:more|next|also).{0,60}|popular (?:posts|stories).{0,20}|newsletter|stay connected|join the (?:conversation|discussion).{0,40})[:.]?$/i;

/** Whether a heading opens what stands below an article: related stories, comments, the author's portrait. */
export function endsArticle(text: string): boolean {
  return text.length <= 100 && endHeading.test(text);
}
