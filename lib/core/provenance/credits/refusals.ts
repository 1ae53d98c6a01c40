/** Words of pictures and clips before a credit make it one of the picture. */
const picture =
  /(?<!\p{L})(?:photos?|photographs?|photographer|image|images|picture|pictures|pictured|pic|video|videos|footage|film|clip|clips|screen ?grab|screen ?shot|screen ?cap|illustration|graphic|chart|table|cartoon|gif|map|infographic|livestream|live ?stream|watch|caption|audio|listen|poster|flyer|logo|courtesy photo|artwork|drawing|rendering)(?!\p{L})/iu;

/** A picture library at the other end of "via" says the same. */
const pictureLibrary =
  /\bvia (?:getty|ap images|shutterstock|reuters pictures|flickr|istock|alamy|youtube|facebook|twitter|instagram|wikimedia)/i;

/** Whether a credit phrase at `at` in `text` is of a picture, a clip or a chart rather than of the text. */
export function isPictureCredit(text: string, at: number): boolean {
  return picture.test(text.slice(Math.max(0, at - 160), at)) || pictureLibrary.test(text.slice(at));
}

/** "first reported by X" tells whose scoop it was; the words are still the page's own. */
export function isScoop(text: string): boolean {
  return /\b(?:first|originally|previously|earlier) (?:reported|revealed|broken|disclosed|noted)\b(?! and (?:published|posted|printed))|\bbroke the (?:story|news)\b|\bwas (?:among )?(?:the )?first to report\b/i.test(
    text,
  );
}

/** A stamp of the outlet itself: "First published: 19 November", "originally published May 4". */
export function isDate(name: string): boolean {
  return /^(?:(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\b\.?,?\s*(?:\d|$)|\d{1,4}(?:[\s/.,:-]|st\b|nd\b|rd\b|th\b|$))/i.test(
    name,
  );
}
