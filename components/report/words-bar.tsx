import { useId } from 'preact/hooks';
import type { AnatomyPart, PageAnatomy } from '@/lib/core/provenance/types';

type Kind = AnatomyPart['kind'];

const KINDS: Kind[] = ['own', 'quotation', 'excerpt', 'reprint', 'unstated'];

/** Grounds that differ by pattern, not only by colour: solid, hatched, dotted, barred, open. */
function Patterns({ id }: { id: string }) {
  return (
    <defs>
      {KINDS.map((kind) => (
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
  const percentOf = (words: number) => `${(100 * words) / Math.max(1, anatomy.words)}%`;
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
