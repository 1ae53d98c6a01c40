import type { ActorRow, Framing, Label } from '@/lib/core/framing';

/** Lines shown of each lens; the rest is counted, and stands in `--json`. */
const mostShown = 12;
const longest = 140;

/** How two texts tell it, in readable lines; `name` says which of them an article is ("A"). */
export function framingLines(framing: Framing, name: (id: string) => string): string[] {
  const { actors, attributedDifferently, swaps, addedCut, onlyHere, voices, off } = framing;
  return [
    ...off.map(
      ({ articleId }) => `${name(articleId)} is not in English: its actors and speakers are not compared.`,
    ),
    ...lens('Who is called what', actors, (row) => actorLines(row, name)),
    ...lens('Attributed differently', attributedDifferently, ({ anchor, sides }) => [
      `  ${plain(anchor)}:`,
      ...sides.map(
        ({ articleId, speaker, source, cue, occasion, date, exact }) =>
          `    ${name(articleId)} ${[speaker, cue, source]
            .filter((one) => one !== null)
            .map(plain)
            .join(
              ' ',
            )} (occasion: ${plain(occasion ?? 'not known')}; day: ${plain(date ?? 'not known')}): “${plain(exact)}”`,
      ),
    ]),
    ...lens('Different words in the same place', swaps, ({ kind, inA, inB }) => [
      `  ${kind}: ${name(inA.articleId)} “${plain(inA.exact)}” · ${name(inB.articleId)} “${plain(inB.exact)}”`,
    ]),
    ...lens(
      'Added or cut',
      addedCut.filter(({ kind }) => kind !== 'headline'),
      ({ kind, inA, inB }) =>
        [inA, inB].flatMap((side) =>
          side ? [`  ${kind}, only in ${name(side.articleId)}: “${plain(side.exact)}”`] : [],
        ),
    ),
    ...lens('Found in one text only', onlyHere, ({ articleId, kind, exact, searched }) => [
      `  ${name(articleId)} ${kind} “${plain(exact)}”: not found there, searched for ${plain(searched.join(', '))}`,
    ]),
    ...lens('Who is given words', voices, ({ articleId, speaker, confident, cue, form, exact }) => [
      `  ${name(articleId)} ${confident ? plain(speaker ?? '') : 'speaker not stated, or not plainly'}${cue === null ? '' : ` (${plain(cue)})`}: ${form === 'direct' ? `“${plain(exact)}”` : plain(exact)}`,
    ]),
  ];
}

function lens<Item>(heading: string, items: readonly Item[], lines: (item: Item) => string[]): string[] {
  if (items.length === 0) return [];
  const left = items.length - mostShown;
  return [
    '',
    `${heading}:`,
    ...items.slice(0, mostShown).flatMap(lines),
    ...(left > 0 ? [`  and ${left} more (--json has all)`] : []),
  ];
}

function actorLines({ actor, labels }: ActorRow, name: (id: string) => string): string[] {
  const ids = [...new Set(labels.map(({ articleId }) => articleId))];
  const cell = (id: string) => {
    const words = (voice: Label['voice']) =>
      [
        ...new Set(
          labels
            .filter((one) => one.articleId === id && one.voice === voice)
            .map(({ exact }) => plain(exact)),
        ),
      ].join(', ');
    const quoted = words('quoted');
    return `    ${name(id)} ${words('own') || '–'}${quoted === '' ? '' : ` · in quotations: ${quoted}`}`;
  };
  return [`  ${plain(actor)}`, ...ids.map(cell)];
}

/** One line, so that a text cannot draw on the terminal; long ones are cut. */
function plain(text: string): string {
  const line = text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 2).trimEnd()} …`;
}
