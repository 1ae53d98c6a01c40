/** Scripts written without spaces say in one character what takes others two to three. */
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

const sentenceEnd = /[.!?…。！？।؟][\p{Pe}\p{Pf}"'”’*]{0,4}$/u;

/** What is asked of a block here. */
interface Line {
  text: string;
  linked: number;
}

/** A rough length in words of a line, from its UTF-16 units: cheap, and good enough to tell a paragraph from a label. */
export function roughWords(text: string): number {
  return dense.test(text.slice(0, 100)) ? text.length / 2 : text.length / 6;
}

/** Whether a line ends as a sentence does. */
export function endsSentence(text: string): boolean {
  return sentenceEnd.test(text.slice(-8));
}

/** Share of a block that is link text, 0 to 1. */
export function linkShare(block: Line): number {
  return block.linked / block.text.length;
}

/** Whether a block reads like a paragraph of running text rather than like a label, a link or a date. */
export function isProse(block: Line): boolean {
  const words = roughWords(block.text);
  return words >= 10 && linkShare(block) < 0.5 && (endsSentence(block.text) || words >= 20);
}
