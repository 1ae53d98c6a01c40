import { type CopyInTime, stackedRows } from '@/lib/core/report';

/** Heights in CSS pixels. */
const height = 52;
const line = 46;
const row = 6;

/** Room left and right of the line for marks at its ends, in per cent. */
const margin = 2;
const x = (share: number) => margin + (100 - 2 * margin) * share;

/**
 * All copies on one line from the first date to the last: a bar as long as a day, a dot for a moment, this page as a
 * mark over the whole height. Told apart by shape; the list below says the same in words.
 */
export function TimeStrip({ copies }: { copies: readonly CopyInTime[] }) {
  const rows = stackedRows(copies);
  return (
    <svg class="time-strip" width="100%" height={height} aria-hidden="true" focusable="false">
      <line class="time-strip__line" x1="0" x2="100%" y1={line} y2={line} />
      {copies.map((copy, index) => (
        <Mark key={copy.articleId} copy={copy} y={line - 5 - row * (rows[index] ?? 0)} />
      ))}
    </svg>
  );
}

function Mark({ copy: { place, relation }, y }: { copy: CopyInTime; y: number }) {
  const here = relation === 'this-page';
  const look = here ? 'time-strip__mark time-strip__mark--this' : 'time-strip__mark';
  const middle = x((place.from + place.to) / 2);
  const length = x(place.to) - x(place.from);
  return (
    <g class={look}>
      {here && <line x1={`${middle}%`} x2={`${middle}%`} y1="0" y2={height} />}
      {length < 1 ? (
        <circle cx={`${middle}%`} cy={y} r={here ? 4 : 2.5} />
      ) : (
        <rect x={`${x(place.from)}%`} width={`${length}%`} y={y - 1.5} height={here ? 5 : 3} />
      )}
    </g>
  );
}
