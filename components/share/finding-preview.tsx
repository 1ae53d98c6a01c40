import { Badge, Disclosure, Foreign, Quoted, useSay } from '@/components/ui';
import { directionOf } from '@/lib/core/report';
import type { Outline } from '@/lib/core/report/share';

type Section = Outline['sections'][number];
type Row = Section['rows'][number];

interface FindingPreviewProps {
  outline: Outline;
  hideAnswers: boolean;
}

/** What a shared file will say, line by line, as it will be read. */
export function FindingPreview({ outline, hideAnswers }: FindingPreviewProps) {
  const { title, facts, url, sections, limits, footer } = outline;
  return (
    <div class="preview">
      <p class="preview__title">
        <Foreign text={title.text} language={title.language} />
      </p>
      <Facts facts={url === null ? facts : [...facts, url]} />
      {sections.map((section) => (
        <Answer key={section.heading} section={section} hidden={hideAnswers} />
      ))}
      <h3>{limits.heading}</h3>
      <ul class="preview__rows">
        {limits.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {footer.map((line) => (
        <p key={line} class="soft small">
          {line}
        </p>
      ))}
    </div>
  );
}

function Answer({ section, hidden }: { section: Section; hidden: boolean }) {
  const say = useSay();
  const { heading, sentences, rows } = section;
  const answer = (
    <>
      {sentences.map((sentence) => (
        <p key={sentence} class="fact">
          {sentence}
        </p>
      ))}
      <ul class="preview__rows">
        {rows.map((row, index) => (
          <li key={`${index} ${row.name}`}>
            <Entry row={row} />
          </li>
        ))}
      </ul>
    </>
  );
  return (
    <section>
      <h3>{heading}</h3>
      {hidden ? <Disclosure summary={say('share_answer')}>{answer}</Disclosure> : answer}
    </section>
  );
}

function Entry({ row: { name, badge, title, url, quote, facts } }: { row: Row }) {
  return (
    <>
      {name !== null && (
        <strong>
          <Foreign text={name} />
        </strong>
      )}{' '}
      {badge !== null && <Badge>{badge}</Badge>}
      {title !== null && (
        <p class="preview__headline">
          <Foreign text={title.text} language={title.language} />
        </p>
      )}
      {quote !== null && <Quoted text={quote.text} language={quote.language} />}
      <Facts facts={url === null ? facts : [...facts, url]} />
    </>
  );
}

/** Facts are ours and run as we do, each apart: what a date begins with would turn the name beside it. */
function Facts({ facts }: { facts: string[] }) {
  const say = useSay();
  return (
    <p class="soft small">
      {facts.map((fact, index) => (
        <span key={fact}>
          {index > 0 && ' · '}
          <bdi dir={directionOf(say.language)}>{fact}</bdi>
        </span>
      ))}
    </p>
  );
}
