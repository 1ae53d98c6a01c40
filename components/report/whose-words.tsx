import { Fragment } from 'preact';
import { Button, Disclosure, Quoted, useSay } from '@/components/ui';
import {
  creditLines,
  groupParts,
  type PartGroup,
  partSentence,
  plural,
  type Report,
  sharedSentence,
} from '@/lib/core/report';
import { SharedStrip, SharedSwatch, WordsBar, WordsSwatch } from './words-bar';

/** Rows shown at once; the rest is one click away. */
const rowsShown = 5;
/** Places of one row shown as buttons at once. */
const placesShown = 8;

interface WhoseWordsProps {
  report: Report;
  onShowPart: ((part: number) => void) | null;
}

/** Whose words the page is made of: the bar, the shares in words, the page's own credit lines. */
export function WhoseWords({ report, onShowPart }: WhoseWordsProps) {
  const say = useSay();
  const { anatomy, page } = report;
  const groups = groupParts(anatomy.parts);
  const shared = sharedSentence(say, report);
  const row = (group: PartGroup) => (
    <PartRow key={group.parts[0]} report={report} group={group} onShowPart={onShowPart} />
  );
  const rest = groups.slice(rowsShown);
  return (
    <section class="report-section">
      <h2>{say('report_whose_words')}</h2>
      <WordsBar anatomy={anatomy} />
      {shared !== null && <SharedStrip anatomy={anatomy} shared={report.shared} />}
      <ul class="words-list">
        {groups.slice(0, rowsShown).map(row)}
        {shared !== null && (
          <li class="words-row">
            <SharedSwatch />
            <span class="words-row__sentence">{shared}</span>
          </li>
        )}
      </ul>
      {rest.length > 0 && (
        <Disclosure summary={plural(say, 'report_more_parts', rest.length)}>
          <ul class="words-list">{rest.map(row)}</ul>
        </Disclosure>
      )}
      {creditLines(say, report).map(({ heading, credits }) => (
        <Fragment key={heading}>
          <h3>{heading}</h3>
          <ul class="quoted-lines">
            {credits.map((credit) => (
              <li key={`${credit.kind} ${credit.line}`}>
                <Quoted text={credit.line} language={page.language} />
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </section>
  );
}

interface PartRowProps extends WhoseWordsProps {
  group: PartGroup;
}

function PartRow({ report, group, onShowPart }: PartRowProps) {
  const say = useSay();
  const { whole, parts } = group;
  const sentence = partSentence(say, report, whole);
  const show = (part: number, words: string, label: string) => (
    <Button key={part} look="quiet" label={label} onClick={() => onShowPart?.(part)}>
      {words}
    </Button>
  );
  const numbered = (from: number, to: number) =>
    parts
      .slice(from, to)
      .map((part, offset) =>
        show(part, String(from + offset + 1), say('report_show_place_label', from + offset + 1, sentence)),
      );
  return (
    <li class="words-row">
      <WordsSwatch kind={whole.kind} />
      <span class="words-row__sentence">{sentence}</span>
      {onShowPart === null ? null : parts.length === 1 ? (
        <span class="words-row__places">
          {show(parts[0]!, say('report_show'), say('report_show_part_label', sentence))}
        </span>
      ) : (
        <span class="words-row__places">
          <span class="soft small">{say('report_show')}</span>
          {numbered(0, placesShown)}
          {parts.length > placesShown && (
            <Disclosure summary={plural(say, 'report_more_places', parts.length - placesShown)}>
              {numbered(placesShown, parts.length)}
            </Disclosure>
          )}
        </span>
      )}
    </li>
  );
}
