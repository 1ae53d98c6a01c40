import { Badge, Disclosure, ExternalLink, useSay } from '@/components/ui';
import {
  type CopyInTime,
  endsWords,
  furtherWords,
  laterWords,
  plural,
  type Report,
  relationWords,
  stampWords,
  timeLineOf,
  type UndatedCopy,
} from '@/lib/core/report';
import { OutletName } from './outlet-name';
import { TimeStrip } from './time-strip';

interface TimeLineProps {
  report: Report;
  /** Copies listed at once; this page is always among them, the others are one click away. */
  shown: number;
  /** Whether only the picture is shown until the reader opens the list. */
  folded?: boolean;
  onOpenLink: (url: string) => void;
}

/** This page and the copies of its text, by the date each claims: a picture, and the list that says the same. */
export function TimeLine({ report, shown, folded = false, onOpenLink }: TimeLineProps) {
  const say = useSay();
  const { ends, dated, undated } = timeLineOf(report);
  const takesTime = ends !== null && ends.from.at !== ends.to.at;
  const dates = (copy: CopyInTime) => [
    stampWords(say, copy.claimed),
    ...(ends === null || copy === dated[0] ? [] : [laterWords(say, ends.from, copy.claimed)]),
    ...otherWords(copy),
  ];
  const otherWords = ({ further, firstSeen }: UndatedCopy) => [
    ...furtherWords(say, further),
    ...(firstSeen === null ? [] : [stampWords(say, firstSeen)]),
  ];
  const list = (
    <>
      <Rows copies={dated} shown={shown} dates={dates} onOpenLink={onOpenLink} />
      {undated.length > 0 && (
        <>
          <p class="time-line__apart">{say('time_undated')}</p>
          <Rows copies={undated} shown={shown} dates={otherWords} onOpenLink={onOpenLink} />
        </>
      )}
    </>
  );
  return (
    <div class="time-line">
      {takesTime && <Strip copies={dated} ends={ends} />}
      {folded ? (
        <Disclosure summary={plural(say, 'time_copies', dated.length + undated.length)}>{list}</Disclosure>
      ) : (
        list
      )}
    </div>
  );
}

interface StripProps {
  copies: CopyInTime[];
  ends: NonNullable<ReturnType<typeof timeLineOf>['ends']>;
}

function Strip({ copies, ends }: StripProps) {
  const say = useSay();
  return (
    <>
      <TimeStrip copies={copies} />
      <p class="time-line__ends soft small" aria-hidden="true">
        {endsWords(say, ends).map((end, side) => (
          <span key={side === 0 ? 'from' : 'to'}>{end}</span>
        ))}
      </p>
      <p class="soft small time-line__key">{say('time_what')}</p>
    </>
  );
}

interface RowsProps<Copy extends UndatedCopy> {
  copies: Copy[];
  shown: number;
  /** What is known of a copy's dates, each with its source. */
  dates: (copy: Copy) => string[];
  onOpenLink: (url: string) => void;
}

function Rows<Copy extends UndatedCopy>({ copies, shown, dates, onOpenLink }: RowsProps<Copy>) {
  const say = useSay();
  const inView = copies.filter(({ relation }, index) => index < shown || relation === 'this-page');
  const others = copies.filter((copy) => !inView.includes(copy));
  const row = (copy: Copy) => (
    <li
      key={copy.articleId}
      class={copy.relation === 'this-page' ? 'time-line__row time-line__row--this' : 'time-line__row'}
    >
      <span class="time-line__who">
        <ExternalLink url={copy.relation === 'this-page' ? null : copy.url} onOpenLink={onOpenLink}>
          <OutletName outlet={copy.outlet} url={copy.url} />
        </ExternalLink>{' '}
        <Badge strong={copy.relation === 'this-page'}>{relationWords(say, copy.relation)}</Badge>
      </span>
      {dates(copy).map((words) => (
        <span key={words} class="time-line__date">
          {words}
        </span>
      ))}
    </li>
  );
  return (
    <>
      <ol class="time-line__rows">{inView.map(row)}</ol>
      {others.length > 0 && (
        <Disclosure summary={plural(say, 'time_more', others.length)}>
          <ol class="time-line__rows">{others.map(row)}</ol>
        </Disclosure>
      )}
    </>
  );
}
