import { BitReader, BitWriter } from '../postings/bits';
import {
  address,
  always,
  count,
  dayStamp,
  emptyList,
  type FactForm,
  listOf,
  momentStamp,
  oneOf,
  readFact,
  record,
  sameAs,
  secondStamp,
  text,
  writeFact,
} from './fact-forms';

/**
 * The facts of a row (see `row-codec.ts`) in bits: of an article of a pack 80 bytes, half of which are its headline, where
 * their JSON takes 400.
 *
 * ```
 * 8       format, 1
 * facts   in the order below, see `writeFact`
 * ```
 */
const format = 1;

/** Places of facts in their list. */
const [outletKey, titlePlace] = [3, 8];

const credit = record({
  kind: [oneOf(['republished', 'source', 'contributed', 'wire', 'via', 'syndication-notice', 'read-more'])],
  outlet: [text, always(null)],
  outletAsPrinted: [sameAs(1), text, always(null)],
  line: [text],
  author: [always(null), text],
  url: [always(null), text],
  span: [record({ start: [count(9)], end: [count(9)] }), always(null)],
  field: [oneOf(['text', 'title'])],
});
const quotation = record({
  kind: [oneOf(['quotation', 'citation', 'label'])],
  text: [text],
  of: [text, always(null)],
});

/** The forms of each fact, the commonest first. PART OF THE FORMAT, and so is their order. */
const factForms: readonly (readonly [place: number, ...forms: FactForm[]])[] = [
  [titlePlace, text, always(null)],
  [outletKey, text, always(null)],
  /* revision, digest, bytes, outlet's name */
  [0, always(1)],
  [1, always(''), text],
  [2, count(9)],
  [4, always(0), text, always(null)],
  /* id, url, outlet, byline */
  [5, address(outletKey, titlePlace)],
  [6, always(0), address(outletKey, titlePlace), always(null)],
  [7, sameAs(outletKey), text, always(null)],
  [9, text, always(null)],
  /* published, modified, firstSeen */
  [10, dayStamp, secondStamp, always(null), momentStamp],
  [11, always(null), secondStamp, dayStamp, momentStamp],
  [12, momentStamp, secondStamp, dayStamp],
  /* language, words, completeness, held */
  [13, always('en'), text, always(null)],
  [14, count(8)],
  [15, always('full'), oneOf(['summary', 'teaser', 'paywalled', 'unknown'])],
  [16, always('fingerprint-only'), oneOf(['text', 'headline-only'])],
  /* summary, credits, ownerLine, from, counts, quotations */
  [17, always(null), text],
  [18, emptyList, listOf(credit)],
  [19, always(null), text],
  [20, record({ kind: [always('pack'), text], name: [text] })],
  [
    21,
    always(null),
    record({ quotations: [count(2)], voices: [count(2)], labels: [always(null), count(2)] }),
  ],
  [22, always(null), listOf(quotation)],
];

/** @param facts those of a row, in the order of their list; those that are absent are written as `null` */
export function packFacts(facts: readonly unknown[]): Uint8Array<ArrayBuffer> {
  const out = new BitWriter(256);
  out.bits(format, 8);
  writeFacts(out, facts);
  return out.finish();
}

/** Writes the facts of a row behind what is written already; see `packFacts`. */
export function writeFacts(out: BitWriter, facts: readonly unknown[]): void {
  for (const [place, ...forms] of factForms) writeFact(out, place, facts, forms);
}

/** @returns the facts, or `null` where the bytes are of another format or are not whole. @throws SyntaxError where JSON in them is broken */
export function unpackFacts(bytes: Uint8Array): unknown[] | null {
  if (bytes[0] !== format) return null;
  return readFacts(new BitReader(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), 1));
}

/** Reads what {@link writeFacts} wrote. */
export function readFacts(input: BitReader): unknown[] | null {
  const facts: unknown[] = Array.from(factForms, () => null);
  for (const [place, ...forms] of factForms) {
    facts[place] = readFact(input, facts, forms);
    if (input.overrun) return null;
  }
  return facts;
}
