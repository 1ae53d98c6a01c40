import type { Span } from '@/lib/core/article';
import type { Mention } from '../actors/mentions';
import type { Person } from '../actors/persons';

/** "Ann Carter and Tom Reed", "the harbour police and the Coast Guard". */
const two = /\p{Lu}\S* (?:and|&) (?:the )?\p{Lu}/u;

/** Who is named where in one article: for speakers' full names, and for whom "he" and "it" speak of. */
export class Who {
  readonly #mentions: readonly Mention[];
  readonly #personOf: (mention: Mention) => Person | null;
  readonly #fullest = new Map<Person, string>();

  /** `mentions` of the article's text, in order of place. */
  constructor(mentions: readonly Mention[], personOf: (mention: Mention) => Person | null) {
    this.#mentions = mentions
      .filter(({ sentence }) => sentence.field === 'text')
      .sort((a, b) => a.span.start - b.span.start);
    this.#personOf = personOf;
    for (const mention of this.#mentions) {
      const person = personOf(mention);
      const name = mention.name;
      if (person && name !== null && name.length > (this.#fullest.get(person)?.length ?? 0))
        this.#fullest.set(person, name);
    }
  }

  /** The name of whom a phrase names (the words before "of", "at", "for" and their kin say who, and none of an owner: "Carter’s sisters"): a person's fullest name in this article, a body's name, else the phrase itself. */
  nameOf(text: string, { start, end }: Span): string {
    const printed = text.slice(start, end).replace(/\s+/g, ' ');
    if (two.test(printed)) return printed;
    const link = / (?:of|at|for|from|with|in|to|on) /.exec(text.slice(start, end));
    const head = link ? start + link.index : end;
    const isOwner = ({ span }: Mention) => span.end < end && /^['’]s?\s/u.test(text.slice(span.end, end));
    const inside = this.#mentions.filter(
      (mention) => mention.span.start < head && start < mention.span.end && !isOwner(mention),
    );
    const person = inside.map(this.#personOf).findLast((one) => one !== null);
    if (person) return this.#fullest.get(person) ?? person.name;
    return printed;
  }

  /** A mention of a person by the name that `nameOf` gives. */
  mentionOf(name: string): Mention | null {
    for (const mention of this.#mentions) {
      const person = this.#personOf(mention);
      if (person && (this.#fullest.get(person) ?? person.name) === name) return mention;
    }
    return null;
  }

  /** The person named last before a place, no further back than `floor`; `sure` when only one was named there. */
  personBefore(place: number, floor: number): { name: string; sure: boolean } | null {
    const found = new Map<Person, number>();
    for (const mention of this.#mentions) {
      if (mention.span.end > place) break;
      if (mention.span.start < floor) continue;
      const person = this.#personOf(mention);
      if (person) found.set(person, mention.span.start);
    }
    const last = [...found].sort((a, b) => b[1] - a[1])[0];
    return last ? { name: this.#fullest.get(last[0]) ?? last[0].name, sure: found.size === 1 } : null;
  }

  /** Who is named right behind words of a kind ("a statement from"), last before a place. */
  behind(text: string, place: number, floor: number, words: RegExp): string | null {
    const found = this.#mentions.findLast(
      ({ span }) =>
        span.end <= place &&
        span.start >= floor &&
        words.test(text.slice(Math.max(0, span.start - 40), span.start)),
    );
    return found ? text.slice(found.span.start, found.span.end) : null;
  }

  /** The body or country named first in the sentence that holds a place, or in the one before: what "it" speaks of. */
  bodyBefore(text: string, place: number, floor: number): string | null {
    const before = this.#mentions.filter(
      ({ span, kind }) => span.end <= place && span.start >= floor && kind !== 'role',
    );
    const last = before.at(-1);
    if (!last) return null;
    const first = before.find(({ sentence }) => sentence === last.sentence)!;
    return text.slice(first.span.start, first.span.end);
  }
}
