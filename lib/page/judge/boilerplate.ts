/**
 * Lines that outlets set between and around the paragraphs of an article: calls to read, follow, share, subscribe.
 * Anchored at the start and applied to short lines only, so that a sentence of the story which merely uses such words stays.
 */
const calls: readonly RegExp[] = [
  /^(?:read (?:more|next|also|full story|the full)|also read|more (?:from|on|about|stories|news|like this)|see also|related(?: (?:articles?|stories|posts?|news|content|coverage|topics?|links?))?|recommended(?: for you| stories| reading)?|you (?:may|might) also (?:like|be interested)|don['’]t miss|must[- ]reads?|most (?:read|popular|viewed)|trending(?: now)?|top stories|latest (?:news|stories)|up next|next up|story continues|continue reading|keep reading|scroll (?:down )?(?:for|to)|article continues|in this article)\b.{0,160}$/i,
  /^(?:advert(?:isement|ising|orial)?|sponsored(?: content| links?)?|ad|promoted(?: content)?|publicidad|anzeige|publicité)(?: - .{0,40})?[:.]?$/i,
  /^(?:sign up|signup|subscribe|get (?:our|the|breaking|more|unlimited)|join (?:our|us|the conversation|the discussion)|follow (?:us|me|@|.{1,40} on (?:twitter|facebook|instagram|x|google news|linkedin|telegram))|like us on|find us on|download (?:our|the) .{0,30}app|click (?:here|to)|tap (?:here|to)|support (?:our|us)|donate|become a (?:member|supporter|patron)|enter your e-?mail|thank you for (?:subscribing|signing)|stay (?:up[- ]to[- ]date|informed|connected))\b.{0,200}$/i,
  /^(?:share|tweet|pin(?: it)?|e-?mail|print|copy link|save|like|whatsapp|facebook|twitter|linkedin|reddit|pinterest|telegram|flipboard|comments?|leave a (?:comment|reply)|post a comment|view comments|add (?:a )?comment|reply|report|loading|play video|watch (?:video|now|live|below)|photos?|videos?|gallery|image|menu|close|home|back to top|skip to .{1,30})(?:\s+(?:this|on|via|with|to|article|story|post|now|\d+|facebook|twitter|linkedin|whatsapp|e-?mail|x))*[:.…!]*$/i,
  /^(?:tags?|topics?|filed under|categor(?:y|ies)|keywords?|labels?|posted in|more in|in this (?:story|article)|(?:share|print|email) this)\s*:?(?:\s.{0,200})?$/i,
  /^(?:\d+\s+(?:comments?|shares?|likes?|views?|replies|min(?:ute)?s? read|retweets?)|(?:est(?:imated)?\.? )?(?:reading|read) time.{0,30}|\d+ min(?:ute)?s?(?: read)?)\.?$/i,
  /^(?:©|\(c\)|copyright\b).{0,160}$/i,
  /^all rights reserved.{0,80}$/i,
];

/** Longest line, in UTF-16 units, that can be a call rather than a paragraph. */
const longest = 240;

/** Whether a line is an outlet's call or label and no part of the story. */
export function isBoilerplate(text: string): boolean {
  return text.length <= longest && calls.some((call) => call.test(text));
}

/** Headings after which nothing of the story follows. */
const endHeading =
  /^(?:related(?: .{1,30})?|more (?:from|on|stories|news).{0,60}|you (?:may|might) (?:also )?(?:like|be interested).{0,40}|recommended.{0,30}|(?:\d+ )?comments?(?: \(?\d+\)?)?|leave a (?:reply|comment)|share this.{0,30}|about the authors?|most (?:read|popular).{0,30}|trending.{0,20}|latest .{0,30}|also on .{1,40}|from around the web|further reading|similar (?:posts|articles|stories)|read (?:more|next|also).{0,60}|popular (?:posts|stories).{0,20}|newsletter|stay connected|join the (?:conversation|discussion).{0,40})[:.]?$/i;

/** Whether a heading opens what stands below an article: related stories, comments, the author's portrait. */
export function endsArticle(text: string): boolean {
  return text.length <= 100 && endHeading.test(text);
}
