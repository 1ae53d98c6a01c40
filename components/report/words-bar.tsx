import { useId } from 'preact/hooks';
import type { AnatomyPart, PageAnatomy } from '@/lib/core/provenance/types';
import type { WordRun } from '@/lib/core/report';

type Kind = AnatomyPart['kind'];

const kinds: Kind[] = ['own', 'quotation', 'excerpt', 'reprint', 'unstated'];

/** Grounds that differ by pattern, not only by colour: solid, hatched, dotted, barred, open. */
function Patterns({ id }: { id: string }) {
  return (
    <defs>
      {kinds.map((kind) => (
        <pattern key={kind} id={`${id}-${kind}`} width="6" height="6" patternUnits="userSpaceOnUse">
          <rect class={`words-ground words-ground--${kind}`} width="6" height="6" />
          {kind === 'quotation' && <path class="words-ink" d="M-1 1 1-1M0 6 6 0M5 7 7 5" />}
          {kind === 'excerpt' && <circle class="words-dot" cx="3" cy="3" r="1.4" />}
          {kind === 'reprint' && <path class="words-ink" d="M1.5 0V6M4.5 0V6" />}
        </pattern>
      ))}
    </defs>
  );
}

/** The page from its first word to its last, each part as long as its share. The list beside it says the same in words. */
export function WordsBar({ anatomy }: { anatomy: PageAnatomy }) {
  const id = useId();
  let before = 0;
  const percentOf = percentIn(anatomy);
  return (
    <svg class="words-bar" width="100%" height="20" aria-hidden="true" focusable="false">
      <Patterns id={id} />
      {anatomy.parts.map((part) => {
        const start = before;
        before += part.words;
        return (
          <rect
            key={start}
            class={`words-part words-part--${part.kind}`}
            x={percentOf(start)}
            width={percentOf(part.words)}
            y="0"
            height="20"
            fill={`url(#${id}-${part.kind})`}
          />
        );
      })}
    </svg>
  );
}

/** Under the bar, on its scale: where texts of other outlets have the same passages. */
export function SharedStrip({ anatomy, shared }: { anatomy: PageAnatomy; shared: readonly WordRun[] }) {
  const percentOf = percentIn(anatomy);
  return (
    <svg class="words-shared" width="100%" height="6" aria-hidden="true" focusable="false">
      {shared.map(({ from, to }) => (
        <rect key={from} x={percentOf(from)} width={percentOf(to - from)} y="1" height="5" />
      ))}
    </svg>
  );
}

function percentIn({ words }: PageAnatomy): (of: number) => string {
  return (of) => `${(100 * of) / Math.max(1, words)}%`;
}

/** A small sample of a kind's pattern, to find it in the bar. */
export function WordsSwatch({ kind }: { kind: Kind }) {
  const id = useId();
  return (
    <svg class="words-swatch" width="14" height="14" aria-hidden="true" focusable="false">
      <Patterns id={id} />
      <rect class={`words-part words-part--${kind}`} width="14" height="14" fill={`url(#${id}-${kind})`} />
    </svg>
  );
}

/** The same for the strip under the bar. */
export function SharedSwatch() {
  return (
    <svg
      class="words-shared words-shared--swatch"
      width="14"
      height="14"
      aria-hidden="true"
      focusable="false"
    >
      <rect width="14" height="5" y="5" />
    </svg>
  );
}
