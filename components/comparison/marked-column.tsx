import { Foreign, useSay } from '@/components/ui';
import type { Run } from './marked-text';

export type Side = 'here' | 'there';

export const anchorOf = (side: Side, passage: number) => `${side}-${passage + 1}`;

/** Who and what stands at the head of a column. */
export interface ColumnAbout {
  label: string;
  outlet: string | null;
  title: string | null;
  facts: string[];
  language: string | null;
}

interface MarkedColumnProps {
  side: Side;
  about: ColumnAbout;
  paragraphs: Run[][];
  current: number | null;
  /** Go to a passage on the other side. */
  onGo: (passage: number) => void;
}

/** One text with its passages marked; each mark is a link to the same passage in the other text. */
export function MarkedColumn({ side, about, paragraphs, current, onGo }: MarkedColumnProps) {
  const say = useSay();
  const { label, outlet, title, facts, language } = about;
  const name = outlet ?? say('report_outlet_unknown');
  return (
    <section class="column" aria-label={say('compare_text_of', name)}>
      <header class="column__head">
        <p class="soft small">{label}</p>
        <h2>
          <Foreign text={name} />
        </h2>
        {title !== null && (
          <p class="column__title">
            <Foreign text={title} language={language} />
          </p>
        )}
        <p class="soft small">{facts.join(' · ')}</p>
      </header>
      <div class="column__text" dir="auto" {...(language ? { lang: language } : {})}>
        {paragraphs.map((runs, paragraph) => (
          <p key={`${paragraph}-${runs.length}`}>
            {runs.map((run, index) => (
              <MarkedRun
                key={`${index}-${run.text.length}`}
                run={run}
                side={side}
                current={current}
                onGo={onGo}
              />
            ))}
          </p>
        ))}
      </div>
    </section>
  );
}

interface MarkedRunProps {
  run: Run;
  side: Side;
  current: number | null;
  onGo: (passage: number) => void;
}

function MarkedRun({ run, side, current, onGo }: MarkedRunProps) {
  const say = useSay();
  const { passage } = run;
  const other = side === 'here' ? 'there' : 'here';
  if (passage === null) return <>{run.text}</>;
  const words = run.only ? <b class={`only only--${side}`}>{run.text}</b> : run.text;
  const look = ['mark', `mark--${run.kind}`, ...(passage === current ? ['mark--current'] : [])].join(' ');
  return (
    <a
      class={look}
      {...(run.first ? { id: anchorOf(side, passage) } : { tabIndex: -1 })}
      href={`#${anchorOf(other, passage)}`}
      onClick={(event) => {
        event.preventDefault();
        onGo(passage);
      }}
    >
      {run.first && (
        <>
          <span class="mark__number" aria-hidden="true">
            {passage + 1}
          </span>
          <span class="visually-hidden">{say('compare_go_there', passage + 1)} </span>
        </>
      )}
      {words}
    </a>
  );
}
