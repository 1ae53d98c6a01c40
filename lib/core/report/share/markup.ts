/**
 * HTML made of our own templates and of strings that are only ever shown. Whatever is put into a template is escaped,
 * unless it came out of a template itself; there is no way around it.
 */
class Piece {
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  toString(): string {
    return this.#source;
  }
}

/** Escaped HTML; only `html` makes it. */
export type Markup = Piece;

type Value = string | number | Markup | readonly Markup[];

/** A piece of HTML. Attribute values in the template stand in double quotes. */
export function html(template: TemplateStringsArray, ...values: Value[]): Markup {
  return new Piece(
    template.reduce((before, after, index) => before + written(values[index - 1] ?? '') + after),
  );
}

function written(value: Value): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escaped(value);
  return value instanceof Piece ? value.toString() : value.join('');
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it stands between tags and in quoted attributes. NUL and lone surrogates have no place in a document. */
function escaped(text: string): string {
  return text.replace(/[\0\p{Cs}]/gu, '\uFFFD').replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
